"""What is right and may still be an oversight: it is said after the check, and stops nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.checking.removed import former_state
from macros.history import base_of, changes
from macros.mistakes import Mistake
from macros.model.avis import Avis, FichierAvis
from macros.model.kinds import of
from macros.model.plateformes import Plateforme, Statuts
from macros.model.relectures import FichierRelectures
from macros.project import Project
from macros.reading.draft import TEXTS


def reminders(project: Project, today: date) -> list[Mistake]:
    """Return what an editor may have forgotten, each at its place, with what to do about it."""
    return [*early(project, today), *overdue(project, today), *one_sided(project), *unfollowed(project)]


def unfollowed(project: Project) -> Iterator[Mistake]:
    """Yield the book of what was read again if it follows no clause: what rests on one is then asked of nobody when its words change."""
    if not project.draft.model(FichierRelectures).relectures:
        yield project.draft.source(FichierRelectures).blame(
            ("relectures",),
            "aucun article n'est suivi : si ses mots changent, rien ne dira quoi relire",
            "rétablissez ces lignes à partir de l'historique du dépôt ; si le site est nouveau, « make relectures » les écrit",
        )


def early(project: Project, today: date) -> Iterator[Mistake]:
    """Yield the notices whose day has not come: the site shows them as soon as they are there."""
    for rank, notice in enumerate(project.all(Avis).values()):
        if today < notice.publie_le:
            yield project.draft.source(FichierAvis).blame(
                ("avis", rank, "publie_le"),
                f"cet avis dit paraître le {notice.publie_le}, et le site le montre dès qu'il y est",
                "ne l'ajoutez que ce jour-là, ou corrigez le jour",
            )


def overdue(project: Project, today: date) -> Iterator[Mistake]:
    """Yield the clauses whose new wording holds and still stands in its notice alone: the page has the old one."""
    for rank, notice in enumerate(project.all(Avis).values()):
        for index, changed in enumerate(notice.articles):
            if changed.nouveau and not notice.a_venir(today):
                page = f"{TEXTS}/{changed.article.document}.md"
                yield project.draft.source(FichierAvis).blame(
                    ("avis", rank, "articles", index, "nouveau"),
                    f"« {changed.article} » a ces nouveaux mots depuis le {notice.en_vigueur}, et sa page garde les anciens",
                    f"recopiez-les dans {page}, et gardez ici les anciens sous « ancien: »",
                )


def one_sided(project: Project) -> Iterator[Mistake]:
    """Yield the platforms of which a proposal changes the statuses for one audience and leaves those of the other as they were."""
    base = base_of(project.draft.root)
    touched = changes(project.draft.root, base) if base else {}
    files = {id_: of(Plateforme).file_of(id_) for id_ in project.plateformes}
    # The former state takes as long to read as the new one.
    before = former_state(project.draft) if touched.keys() & {*files.values()} else None
    for id_, file in files.items():
        platform, former = project.plateformes[id_], before.models.get(file) if before else None
        changed = [people for people in Statuts.model_fields if differ(former, platform, people)]
        if len(changed) == 1 and isinstance(former, Plateforme):
            (other,) = [people for people in Statuts.model_fields if people not in changed]
            yield project.draft.sources[file].blame(
                ("statuts", other), f"les statuts changent pour « {changed[0]} », et rien ne change pour « {other} »", "vérifiez que c'est voulu"
            )


def differ(former: object, platform: Plateforme, people: str) -> bool:
    """Tell whether what a platform says of an audience is not what it said."""
    return isinstance(former, Plateforme) and getattr(former.statuts, people) != getattr(platform.statuts, people)
