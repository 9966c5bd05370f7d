"""What a platform's statuses say agrees with what else is said of it: the clauses that approve it, the platform that replaces it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.checking.runner import Sound, checks
from macros.checking.texts import Clean
from macros.mistakes import Mistake
from macros.model.kinds import of
from macros.model.meanings import STATUSES, VERDICTS
from macros.model.plateformes import CodeStatut, Plateforme, Statut, Statuts
from macros.reading.draft import Draft
from macros.reading.nodes import Path_
from macros.words import enumerated, fold, in_words


@checks
def named(draft: Draft, platforms: Sound[Plateforme], clean: Clean) -> Iterator[Mistake]:
    """Check that clauses that name the platforms that they allow name each that is said approved or allowed; one that names none speaks of all."""
    for id_, platform in platforms.items():
        for path, _, statut in statuses(platform):
            cited = [clean[article].markdown for article in statut.articles if article in clean]
            meaning = STATUSES[statut.statut]
            known = meaning.open and len(cited) == len(statut.articles)
            if known and not names(platform, text := " ".join(cited)) and any(names(other, text) for other in platforms.values()):
                said = "approuvée" if meaning.approved else "permise"
                problem = f"« {platform.nom} » est dite {said}, et l'article cité ici en nomme d'autres sans elle"
                remedy = "citez l'article qui la nomme, changez d'abord le texte, ou corrigez le statut"
                yield draft.sources[of(Plateforme).file_of(id_)].blame((*path, "statut"), problem, remedy)


def statuses(platform: Plateforme) -> Iterator[tuple[Path_, str, Statut]]:
    """Yield each status of a platform with its place and its people."""
    for people in Statuts.model_fields:
        for rank, statut in enumerate(getattr(platform.statuts, people)):
            yield ("statuts", people, rank), people, statut


def names(platform: Plateforme, text: str) -> bool:
    """Tell whether a text names a platform, by any of its names."""
    words = fold(text)
    return any(fold(name) in words for name in platform.noms)


@checks
def replaced(draft: Draft, platforms: Sound[Plateforme]) -> Iterator[Mistake]:
    """Check that a platform that another replaces may no longer be used from that day, with anyone."""
    for id_, platform in platforms.items():
        if other := platform.remplacee_par:
            source = draft.sources[of(Plateforme).file_of(id_)]
            if other.plateforme == id_:
                yield source.blame(("remplacee_par", "plateforme"), "une plateforme ne se remplace pas elle-même", "nommez celle qui prend sa place")
            for path, people, statut in statuses(platform):
                if (statut.au is None or other.du <= statut.au) and allows_use(statut.statut):
                    problem = (
                        f"« {other.plateforme} » remplace « {id_} » le {other.du}, et le statut « {statut.statut} » ({people}) vaut encore ce jour-là"
                    )
                    ended = f"fermez-le par « au: {other.veille} », puis ajoutez le statut qui suit"
                    yield source.blame((*path, "statut"), problem, ended if statut.du < other.du else no_longer())


def no_longer() -> str:
    """Return the remedy for a status that begins once the platform is replaced."""
    return f"choisissez un statut qui ne la permet plus : {enumerated([code for code in STATUSES if not allows_use(code)], 'ou')}"


def allows_use(statut: CodeStatut) -> bool:
    """Tell whether a platform of a status may be used, at least for something."""
    return any(VERDICTS[verdict].sure for verdict in STATUSES[statut].allows)


@checks
def in_circles(draft: Draft, platforms: Sound[Plateforme]) -> Iterator[Mistake]:
    """Check that what a platform says to use in its place does not send back to it."""
    for id_, platform in platforms.items():
        for rank, other in enumerate(platform.remplacer_par):
            path = ("remplacer_par", rank)
            if other == id_:
                problem, remedy = "une plateforme ne se remplace pas elle-même", "nommez-en une autre, ou supprimez la ligne"
                yield draft.sources[of(Plateforme).file_of(id_)].blame(path, problem, remedy)
            elif (circle := circle_of(platforms, id_, other)) and id_ == min(circle):
                shown = ", qui renvoie à ".join(f"« {one} »" for one in (*circle[1:], id_))
                problem = f"« {id_} » renvoie à {shown} : le lecteur tourne en rond"
                remedy = (
                    f"gardez ce renvoi dans une seule des {in_words(len(circle))} fiches" if len(circle) == 2 else "supprimez l'un de ces renvois"
                )
                yield draft.sources[of(Plateforme).file_of(id_)].blame(path, problem, remedy)


def circle_of(platforms: Mapping[str, Plateforme], start: str, following: str) -> tuple[str, ...]:
    """Return the shortest way from a platform, through the one that follows it, back to it, its end left out; empty if there is none."""
    ways: list[tuple[str, ...]] = [(start, following)]
    seen = {following}
    for way in ways:
        after = platforms[way[-1]].remplacer_par if way[-1] in platforms else []
        if start in after:
            return way
        ways += [(*way, str(other)) for other in after if other not in seen]
        seen.update(after)
    return ()
