"""The kinds of fields of a sheet, and what each means to pages, PDF and Word files: they look at these traits, never at a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

CodeGenre = Literal["ligne", "bloc", "date", "courriel", "telephone", "oui-non", "choix", "cases", "signature"]
# The types of the controls of a page in which one writes a line; what is wrong in each, in `overrides/composants/commun/saisies.js`.
CodeControle = Literal["text", "date", "email", "tel"]


@dataclass(frozen=True)
class FieldMeaning:
    """What a kind of field is: one of `written`, `offered`, `stated` and `signed`.

    `written` says that one writes in it, `offered` that its answers are the form's, `stated` that its label is a statement that one
    answers by yes or no, `signed` that one signs in it.

    Of what one writes: `several_lines`; `in_sentence` that it may stand in a sentence, `sized` that it has a length, `brief` that it
    is known to be short; `control` is the type of its control on a page. Of answers: `single` that one only can be chosen.
    """

    written: bool = False
    offered: bool = False
    stated: bool = False
    signed: bool = False
    several_lines: bool = False
    in_sentence: bool = False
    sized: bool = False
    brief: bool = False
    single: bool = False
    control: CodeControle = "text"

    @property
    def one_line(self) -> bool:
        """Whether one writes any words in it, on one line."""
        return self.written and not self.several_lines and self.control == "text"

    @property
    def answered(self) -> bool:
        """Whether one chooses among answers."""
        return self.offered or self.stated

    @property
    def decided(self) -> bool:
        """Whether nothing fills it in, whoever gives it."""
        return self.stated or self.signed

    @property
    def spelled(self) -> bool:
        """Whether a spelling checker reads it: names and addresses are not for it."""
        return self.several_lines or self.control == "date"


FIELDS: Mapping[CodeGenre, FieldMeaning] = {
    "ligne": FieldMeaning(written=True, in_sentence=True, sized=True),
    "bloc": FieldMeaning(written=True, several_lines=True, sized=True),
    "date": FieldMeaning(written=True, in_sentence=True, brief=True, control="date"),
    "courriel": FieldMeaning(written=True, in_sentence=True, sized=True, control="email"),
    "telephone": FieldMeaning(written=True, in_sentence=True, sized=True, brief=True, control="tel"),
    "oui-non": FieldMeaning(stated=True, single=True),
    "choix": FieldMeaning(offered=True, single=True),
    "cases": FieldMeaning(offered=True),
    "signature": FieldMeaning(signed=True),
}
