"""What comes with words copied out of a message or a conversation: its head, the name and the hour of who wrote, the label of a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.layout import passages
from macros.checking.runner import checks
from macros.checking.wording import ours
from macros.mistakes import Mistake
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page

SIGN = r"[ >*_]*(?P<head>{})[ \u00a0]?[*_]*[ \u00a0]?:[*_]*[ \u00a0]*\S.*"
# The lines of a head: two of a same passage, one of which says who sent it or when.
SENT, TO = r"De|Envoyé(?: le)?|Expéditeur|From|Sent", r"À|A|To|Cc|CC|Cci|Bcc|Objet|Sujet|Subject|Date|Destinataires?|Pièces? jointes?|Importance"
HEAD = re.compile(SIGN.format(f"{SENT}|{TO}"))
SENDER = re.compile(SENT)
# One line alone is enough.
ALONE = re.compile(
    r"[ >*_]*(?:\[(?:(?:[0-9/.-]+|[Hh]ier|[Aa]ujourd['’]hui|[A-Za-z]{5,8}),? )?[0-9]{1,2}[:h] ?[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\.?)?\] ?\S.*"
    r"|(?:Le|On) .{5,90}(?:a écrit|wrote)[ \u00a0]?:"
    r"|(?<![-_])[-_]{3,} ?(?:Message d['’]origine|Message transféré|Original Message|Forwarded message|Courriel d['’]origine) ?[-_]{3,}"
    r"|(?:Envoyé (?:de mon|à partir d['’]|depuis mon)|Sent from (?:my|Outlook)|Télécharger Outlook|Get Outlook) ?.{2,60})[ *_]*"
)
REMEDY = "enlevez ce qui vient du message, et gardez-en le texte"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each head of a message in a page, and for each such line."""
    for page in draft.pages.values():
        if text_name(page.file) is None:
            yield from (page.blame(line, f"« {shown} » : l'en-tête d'un message a été collé ici", REMEDY) for line, shown in heads(page))
    for file, line, text in ours(draft):
        if ALONE.fullmatch(text):
            shown = draft.pages[file].lines[line - 1] if file in draft.pages else text
            yield Mistake(file, line, f"« {shown.strip(' >*_')} » a été collé avec le texte d'un message", REMEDY)


def heads(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the line and the words that begin the lines of each head of a message."""
    for first, passage in passages(page.prose):
        found = [(first + rank, match["head"]) for rank, line in enumerate(passage.split("\n")) if (match := HEAD.fullmatch(line))]
        if len(found) > 1 and any(SENDER.fullmatch(head) for _, head in found):
            yield found[0][0], ", ".join(f"{head} :" for _, head in found)
