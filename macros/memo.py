"""What is found in a text or a page alone, found once for each: live reload and two states compared look at the same ones again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# A site has some ten thousand texts and lines; beyond, those looked at last are kept.
MOST = 1 << 14


def once(function: Callable[P, T]) -> Callable[P, T]:
    """Have a function called once for the same values; what it returns is shared, and none changes it."""
    return wraps(function)(lru_cache(maxsize=MOST)(function))  # type: ignore[return-value]


def all_once(function: Callable[P, Iterable[T]]) -> Callable[P, tuple[T, ...]]:
    """Have what a function yields found once for the same values."""

    def found(*values: P.args, **named: P.kwargs) -> tuple[T, ...]:
        return tuple(function(*values, **named))

    return once(wraps(function)(found))
