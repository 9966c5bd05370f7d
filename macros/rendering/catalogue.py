"""All the macros: importing this module registers them."""

from __future__ import annotations

from macros.rendering import (
    calendar_macros,
    class_macros,
    clause_macros,
    data_macros,
    editing,
    helper_macros,
    list_macros,
    matrix_macros,
    notice_macros,
    overviews,
    platform_macros,
    sheet_macros,
    site_macros,
    situation_macros,
    traceability,
)
from macros.rendering.registry import MACROS

__all__ = [
    "MACROS",
    "calendar_macros",
    "class_macros",
    "clause_macros",
    "data_macros",
    "editing",
    "helper_macros",
    "list_macros",
    "matrix_macros",
    "notice_macros",
    "overviews",
    "platform_macros",
    "sheet_macros",
    "site_macros",
    "situation_macros",
    "traceability",
]
