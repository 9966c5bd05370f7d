"""What the machine refuses — a full disk, a folder that may not be written — told in one sentence with its remedy, never as a traceback.

Who runs or serves the project reads English; who edits and checks its content reads French.
"""

from __future__ import annotations

import errno
from typing import NamedTuple


class Refusal(NamedTuple):
    """A cause and its remedy, in both languages."""

    cause: str
    remedy: str
    cause_fr: str
    remedy_fr: str


FULL = Refusal("the disk is full", "free some space on it", "le disque est plein", "libérez de l'espace")
FORBIDDEN = Refusal("this account may not use it", "give your account the rights to it", "votre compte n'y a pas droit", "demandez ce droit")
ABSENT = Refusal("it is missing", "take it back from the repository", "il manque", "rétablissez-le à partir de l'historique du dépôt")
ELSEWHERE = Refusal("it is not on the project's disk", "keep site/ and .cache/ on one disk", "il est sur un autre disque", "gardez tout sur un seul")
BLOCKED = Refusal("a file stands where a folder is due", "move it away", "un fichier est à la place d'un dossier", "déplacez-le")
KNOWN = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: Refusal("it is larger than files may be here", "raise that limit (ulimit -f)", "il est trop gros", "levez cette limite (ulimit -f)"),
    errno.EROFS: Refusal("its folder is read-only", "work in a copy of the project", "son dossier est en lecture seule", "travaillez dans une copie"),
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.ENOENT: ABSENT,
    errno.EEXIST: BLOCKED,
    errno.ENOTDIR: BLOCKED,
    errno.EISDIR: Refusal("a folder stands where a file is due", "move it away", "un dossier est à la place d'un fichier", "déplacez-le"),
    errno.EXDEV: ELSEWHERE,
    errno.EBUSY: Refusal("something else uses it", "close it, or unmount that disk", "autre chose s'en sert", "fermez-la, ou démontez ce disque"),
    errno.EMFILE: Refusal("too many files are open", "close some programs", "trop de fichiers sont ouverts", "fermez des programmes"),
    errno.EIO: Refusal("the disk does not answer", "check the disk", "le disque ne répond pas", "vérifiez le disque"),
}


def refusal(error: OSError) -> Refusal:
    """Return the cause and the remedy of an error of the system; one that is not known gives the system's own words."""
    words = error.strerror or str(error)
    return KNOWN.get(error.errno or 0) or Refusal(words, "mend that", words, "corrigez cela")


def place(error: OSError) -> str:
    """Return the files of an error, on one line; empty if it names none. A rename that fails names the two."""
    names = [name for name in (error.filename, error.filename2) if isinstance(name, str)]
    return " → ".join(repr(name)[1:-1] for name in names)


def sentence(error: OSError) -> str:
    """Tell who runs the project what stopped it, in English."""
    told = refusal(error)
    return f"{place(error) or 'The system'}: {told.cause}. Remedy: {told.remedy}, then run the command again."


def phrase(error: OSError) -> str:
    """Tell who edits the content what stopped the command, in French."""
    told = refusal(error)
    return f"{place(error) or 'Le système'} : {told.cause_fr} ; {told.remedy_fr}, puis recommencez"
