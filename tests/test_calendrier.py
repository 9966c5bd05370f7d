"""The calendar: the days worked out by hand, the drawing, the files that calendars import."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event
from pydantic import ValidationError

from macros.calendar.drawing import MONTHS, NARROWEST, drawing
from macros.calendar.ics import Entry, calendar_file
from macros.calendar.occurrences import Occurrence, Schedule, last_day
from macros.calendar.years import SchoolYear, school_year, school_years
from macros.components import Components
from macros.days import span
from macros.export.calendars import UNFIXED, role_calendar, write
from macros.history import last_change
from macros.model.echeances import Echeance
from macros.project import Project
from macros.rendering.calendar_macros import calendrier, roles_with_deadlines, schedule
from macros.rendering.context import Context, build_day
from macros.typography import french
from tests.publie import searched

FIRST, SECOND, THIRD = SchoolYear(2025), SchoolYear(2026), SchoolYear(2027)
# What falls in each school year, by date: worked out by hand from the texts.
YEARLY = [
    ("presentation-plateforme", "08-22", "08-31"),
    ("validation-presentation", "08-22", "08-31"),
    ("mode-de-communication", "08-25", "08-31"),
    ("retour-consentements", "09-01", "09-30"),
    ("depot-dossier-eleve", "06-01", "06-30"),
    ("destruction", "06-30", "06-30"),
    ("confirmation-destruction", "06-30", "06-30"),
    ("reception-confirmations", "06-30", "06-30"),
]
UNDATED = ["autorisation-ecrite", "validation-comite-securite", "consentement-ecrit", "retrait-consentement", "suppression-groupes-facebook"]
# The first day of each event of a file.
STAFF = {
    "presentation-plateforme": date(2025, 8, 22),
    "mode-de-communication": date(2025, 8, 25),
    "retour-consentements": date(2025, 9, 1),
    "depot-dossier-eleve": date(2026, 6, 1),
    "destruction": date(2026, 6, 30),
    "confirmation-destruction": date(2026, 6, 30),
    "fin-tolerance-classdojo": date(2026, 6, 30),
}
HEADS = {"validation-presentation": date(2025, 8, 22), "reception-confirmations": date(2026, 6, 30)}


@pytest.fixture(scope="module")
def plan(project: Project) -> Schedule:
    return schedule(project)


@pytest.fixture(scope="module")
def files(project: Project, root: Path) -> dict[str, bytes]:
    context = context_on(project, root, date(2026, 11, 22))
    return {role.id: role_calendar(context, role) for role in roles_with_deadlines(project)}


def context_on(project: Project, root: Path, day: date) -> Context:
    return Context(project, Components(root / "overrides" / "composants"), today=day)


def days(occurrences: list[Occurrence]) -> list[tuple[str, str, str]]:
    return [(o.echeance.id, o.du.isoformat(), o.au.isoformat()) for o in occurrences]


def yearly_days(year: int) -> list[tuple[str, str, str]]:
    return [(id_, *(f"{year + (day < '07')}-{day}" for day in (du, au))) for id_, du, au in YEARLY]


def deadline(**values: object) -> Echeance:
    words = {"id": "essai", "titre": "Essayer", "moment": "Un jour", "detail": "Voici.", "roles": ["personnel"], "articles": ["directive/5.9"]}
    return Echeance.model_validate(words | values)


@pytest.mark.parametrize(
    ("day", "name"),
    [("2025-08-22", "2025-2026"), ("2026-06-30", "2025-2026"), ("2026-07-01", "2026-2027"), ("2026-12-31", "2026-2027"), ("2027-01-01", "2026-2027")],
)
def test_the_school_year_of_a_day(day: str, name: str) -> None:
    year = school_year(date.fromisoformat(day))
    assert year.nom == name
    assert year.en_vigueur(date.fromisoformat(day))
    assert not year.next.en_vigueur(date.fromisoformat(day))


@pytest.mark.parametrize(("today", "last"), [("2025-09-15", 2026), ("2026-06-30", 2026), ("2026-07-01", 2027), ("2026-11-22", 2027)])
def test_school_years_go_from_the_directive_to_the_year_after_today(today: str, last: int, plan: Schedule) -> None:
    assert plan.first == date(2025, 8, 22)
    assert [year.start for year in school_years(plan.first, date.fromisoformat(today))] == list(range(2025, last + 1))


def test_what_comes_back_every_school_year(plan: Schedule) -> None:
    assert days(plan.of(SECOND)) == yearly_days(2026)
    assert days(plan.of(THIRD)) == yearly_days(2027)


def test_the_end_of_a_tolerance_falls_once_on_the_day_that_its_platform_gives(plan: Schedule) -> None:
    assert days(plan.of(FIRST)) == [*yearly_days(2025), ("fin-tolerance-classdojo", "2026-06-30", "2026-06-30")]
    found = {e.id: occurrences for e, occurrences in plan.all([FIRST, SECOND, THIRD])}
    assert [o.au for o in found["fin-tolerance-classdojo"]] == [date(2026, 6, 30)]
    assert [o.au for o in found["destruction"]] == [date(2026, 6, 30), date(2027, 6, 30), date(2028, 6, 30)]
    assert plan.plateformes["classdojo"].statuts.parents[1].au == date(2026, 6, 30)


def test_deadlines_follow_the_school_year(plan: Schedule) -> None:
    order = [id_ for id_, *_ in YEARLY] + ["fin-tolerance-classdojo"]
    assert [e.id for e, _ in plan.all([FIRST, SECOND])] == order
    assert [o.echeance.id for o in plan.firsts()] == order


def test_what_begins_first_comes_first(project: Project) -> None:
    late, early = deadline(id="tard", du="10-15", au="10-16"), deadline(id="tot", du="09-01", au="10-31")
    assert days(Schedule([late, early], project.plateformes).of(FIRST)) == [("tot", "2025-09-01", "2025-10-31"), ("tard", "2025-10-15", "2025-10-16")]


def test_what_has_no_day(plan: Schedule) -> None:
    assert [e.id for e in plan.undated] == UNDATED


def test_nothing_falls_before_the_directive(project: Project) -> None:
    early = deadline(du="08-01", au="08-31")
    plan = Schedule([early], project.plateformes)
    assert [days(plan.of(year)) for year in (FIRST, SECOND)] == [[], [("essai", "2026-08-01", "2026-08-31")]]
    assert [o.du for o in plan.firsts()] == [date(2026, 8, 1)]


def test_a_status_that_lasts_never_ends(project: Project) -> None:
    endless = deadline(fin_de_statut={"plateforme": "classdojo", "statut": "proscrite"})
    plan = Schedule([endless], project.plateformes)
    assert last_day(project.plateformes["classdojo"], "toleree") == date(2026, 6, 30)
    assert last_day(project.plateformes["classdojo"], "approuvee") is None
    assert plan.of(FIRST) == plan.firsts() == plan.undated == []


@pytest.mark.parametrize(("parents", "pupils", "last"), [("2026-06-30", "2026-01-31", "2026-06-30"), ("2026-06-30", None, None)])
def test_a_status_ends_when_it_ends_for_everyone(parents: str, pupils: str | None, last: str | None, project: Project) -> None:
    classdojo = project.plateformes["classdojo"]
    tolerated = {"parents": parents, "eleves": pupils}
    ends = {
        audience: [classdojo.statuts.parents[1].model_copy(update={"au": date.fromisoformat(end) if end else None})]
        for audience, end in tolerated.items()
    }
    changed = classdojo.model_copy(update={"statuts": classdojo.statuts.model_copy(update=ends)})
    assert last_day(changed, "toleree") == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"du": "09-30", "au": "09-01"}, "la période finit le « 09-01 », avant de commencer le « 09-30 »"),
        ({"du": "06-30", "au": "07-01"}, "la période finit le « 07-01 », avant de commencer le « 06-30 »"),
        ({"jour_fixe": "oui"}, "« jour_fixe » est à oui, mais aucun jour n'est donné"),
        ({"du": "06-30"}, "« du » est donné sans « au »"),
    ],
)
def test_an_impossible_moment_is_refused(values: dict[str, str], message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        deadline(**values)


@pytest.mark.parametrize(
    ("du", "au", "words"),
    [
        ("2027-06-30", "2027-06-30", "30 juin 2027"),
        ("2026-07-01", "2026-07-01", "1er juillet 2026"),
        ("2026-08-22", "2026-08-31", "22 au 31 août 2026"),
        ("2026-09-01", "2026-09-30", "septembre 2026"),
        ("2028-02-01", "2028-02-29", "février 2028"),
        ("2028-02-01", "2028-02-28", "1er au 28 février 2028"),
        ("2026-08-22", "2026-09-05", "22 août 2026 au 5 septembre 2026"),
    ],
)
def test_a_period_in_words(du: str, au: str, words: str) -> None:
    assert span(date.fromisoformat(du), date.fromisoformat(au)).replace("\u00a0", " ") == words


def test_the_drawing(plan: Schedule) -> None:
    drawn = drawing(SECOND, plan.of(SECOND), ["personnel", "direction"], date(2026, 11, 22))
    assert [month.nom for month in drawn.months] == [*MONTHS[6:], *MONTHS[:6]]
    # 31 days of July, 62 to the end of August, over 364 from the first day to the last.
    assert [month.x for month in drawn.months][:3] == [0.0, 8.52, 17.03]
    assert round(drawn.months[-1].x + drawn.months[-1].width, 2) == 100.0
    assert drawn.today == 39.56  # 144 days
    marks = {mark.occurrence.echeance.id: mark for mark in drawn.rows["personnel"]}
    assert (marks["retour-consentements"].x, marks["retour-consentements"].width) == (17.03, 8.24)
    assert marks["destruction"].end == 100.0
    assert (marks["confirmation-destruction"].x, marks["confirmation-destruction"].width) == (100.0 - NARROWEST, NARROWEST)
    assert [mark.occurrence.echeance.id for mark in drawn.rows["direction"]] == ["validation-presentation", "reception-confirmations"]


def test_today_is_drawn_in_its_own_school_year_or_at_an_end_of_another(plan: Schedule) -> None:
    today = {year.nom: drawing(year, plan.of(year), ["personnel"], date(2026, 7, 2)).today for year in (FIRST, SECOND, THIRD)}
    assert today == {"2025-2026": 100.0, "2026-2027": 0.27, "2027-2028": 0.0}


def test_a_file_for_each_role_that_a_deadline_names(files: dict[str, bytes]) -> None:
    assert {role: {uid(e): e.start for e in events(content)} for role, content in files.items()} == {
        "personnel": {f"{id_}@calendrier.csspb": day for id_, day in STAFF.items()},
        "direction": {f"{id_}@calendrier.csspb": day for id_, day in HEADS.items()},
    }


def events(content: bytes) -> list[Event]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def uid(event: Event) -> str:
    return str(event["uid"])


def test_the_calendar_says_what_it_is(files: dict[str, bytes]) -> None:
    calendar = Calendar.from_ical(files["personnel"])
    expected = {"VERSION": "2.0", "PRODID": "-//CSSPB//Calendrier//FR", "CALSCALE": "GREGORIAN"}
    assert {name: str(calendar[name]) for name in expected} == expected
    # What it would announce (RFC 5546) has to name who sends it.
    assert "METHOD" not in calendar
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]) == "Communiquer avec les parents et les élèves\u00a0: Tout le personnel"


def test_lines_are_those_of_the_standard(files: dict[str, bytes]) -> None:
    for content in files.values():
        *lines, rest = content.split(b"\r\n")
        assert rest == b""
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert max(map(len, lines)) <= 75
        assert all(line.decode("utf-8") for line in lines)
        assert all(re.match(rb"[A-Z-]+[;:]| ", line) for line in lines)


def test_the_file_is_the_same_on_any_day(project: Project, root: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (date(2025, 9, 15), date(2026, 7, 1), date(2035, 1, 1)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())))
        assert build_day() == day
        context = context_on(project, root, build_day())
        assert {role.id: role_calendar(context, role) for role in roles_with_deadlines(project)} == files


def test_an_event_leads_to_its_place_in_the_page_of_a_site_whose_address_is_known(project: Project, root: Path, files: dict[str, bytes]) -> None:
    context = context_on(project, root, date(2026, 11, 22))
    for role in roles_with_deadlines(project):
        made = events(role_calendar(context, role, "https://exemple.ca/site/"))
        assert [event["URL"] for event in made] == [f"https://exemple.ca/site/calendrier/#{event['UID'].partition('@')[0]}" for event in made]
    assert not any("URL" in event for event in every_event(files))


@pytest.mark.parametrize("given", ["", "hier", "-1", "1e9", str(2**32)])
def test_a_day_that_is_none_is_told_in_a_sentence(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(SystemExit, match=rf"^SOURCE_DATE_EPOCH={given} : ce jour est un nombre de secondes .*\nSOURCE_DATE_EPOCH={given}: this day "):
        build_day()


def test_a_newer_content_is_a_newer_version(tmp_path: Path) -> None:
    file = tmp_path / "data" / "echeances.yml"
    file.parent.mkdir()
    versions = []
    for moment in (1_700_000_000, 1_700_000_600):
        file.write_text(f"du: {moment}", encoding="utf-8")
        os.utime(file, (moment, moment))
        made = calendar_file("Nom", "centre", last_change(tmp_path), [Entry("a", "Titre", "Mots", date(2026, 6, 30), True, True)])
        versions.append(events(made)[0])
    old, new = versions
    assert old["UID"] == new["UID"]
    assert new["SEQUENCE"] - old["SEQUENCE"] == 10
    assert old["DTSTAMP"].dt < new["DTSTAMP"].dt == datetime(2023, 11, 14, 22, 23, 20, tzinfo=UTC)


def test_the_files_are_published(site: Path, files: dict[str, bytes]) -> None:
    assert {path.stem: path.read_bytes() for path in (site / "calendrier").glob("*.ics")} == files


def test_an_event_is_a_whole_day_during_which_one_is_free(files: dict[str, bytes]) -> None:
    for event in every_event(files):
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert event.end - event.start == timedelta(days=1)
        assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt
        assert event["SEQUENCE"] == int(event["DTSTAMP"].dt.timestamp()) // 60
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["CATEGORIES"].to_ical().decode() == "Communication avec les parents et les élèves"
        assert not {"ATTENDEE", "ORGANIZER", "LOCATION", "CREATED"} & set(event)
        assert not re.search(r"https?:|mailto:|@", str(event["DESCRIPTION"]))


def every_event(files: dict[str, bytes]) -> Iterator[Event]:
    for content in files.values():
        yield from events(content)


def test_another_library_finds_30_june_each_year(files: dict[str, bytes]) -> None:
    event = next(e for e in events(files["personnel"]) if uid(e).startswith("destruction@"))
    found = rrulestr(event["RRULE"].to_ical().decode(), dtstart=datetime(2026, 6, 30)).between(datetime(2025, 1, 1), datetime(2031, 1, 1))
    assert [day.date().isoformat() for day in found] == ["2026-06-30", "2027-06-30", "2028-06-30", "2029-06-30", "2030-06-30"]


def test_what_is_yearly_repeats_as_the_page_says(files: dict[str, bytes], plan: Schedule) -> None:
    for event in every_event(files):
        id_ = uid(event).partition("@")[0]
        start = datetime.combine(event.start, datetime.min.time())
        rule = event.get("RRULE")
        repeated = rrulestr(rule.to_ical().decode(), dtstart=start).between(start, datetime(2028, 6, 30), inc=True) if rule else [start]
        shown = next(found for e, found in plan.all([FIRST, SECOND, THIRD]) if e.id == id_)
        assert [day.date() for day in repeated] == [o.au if o.echeance.jour_fixe else o.du for o in shown]
        assert (rule is None) == (id_ == "fin-tolerance-classdojo")


def test_only_a_day_that_a_text_fixes_has_a_reminder(files: dict[str, bytes]) -> None:
    alarms = {uid(event): list(event.walk("VALARM")) for event in every_event(files)}
    assert [id_ for id_, found in alarms.items() if found] == ["destruction@calendrier.csspb"]
    (alarm,) = alarms["destruction@calendrier.csspb"]
    assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt, str(alarm["DESCRIPTION"])) == (
        "DISPLAY",
        timedelta(days=-14),
        "Supprimer ou détruire ce qui est sur la plateforme",
    )


def test_an_event_says_whether_a_text_fixes_its_day(files: dict[str, bytes], project: Project) -> None:
    for event in every_event(files):
        echeance = project.echeances[uid(event).partition("@")[0]]
        lines = str(event["DESCRIPTION"]).split("\n")
        assert lines[:2] == [f"{echeance.moment}.", echeance.detail]
        assert (french(UNFIXED) in lines) == (not echeance.jour_fixe)
        assert str(event["SUMMARY"]) == echeance.titre + ("" if echeance.jour_fixe else " (sans jour fixé)")


def test_an_event_cites_in_words(files: dict[str, bytes]) -> None:
    described = {uid(e).partition("@")[0]: str(e["DESCRIPTION"]).replace("\u00a0", " ") for e in events(files["personnel"])}
    assert "\nArticles : Directive, annexe A · Directive, art. 5.5.3 · Directive, art. 5.6\n" in described["retour-consentements"]
    assert "\nDocuments : Formulaire de consentement" in described["retour-consentements"]
    assert "\nÀ clarifier : ClassDojo : une plateforme à faire autoriser ou à abandonner · " in described["fin-tolerance-classdojo"]


def test_files_are_written_where_the_page_links_to_them(project: Project, root: Path, tmp_path: Path) -> None:
    written = write(context_on(project, root, date(2026, 11, 22)), tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == ["calendrier/personnel.ics", "calendrier/direction.ics"]


def test_a_role_is_sent_to_the_file_of_a_wider_one_only_if_there_is_one(project: Project, root: Path) -> None:
    assert "ajoutez les deux fichiers" in calendar_of(project, root)
    alone = Project(project.draft)
    alone.made[Echeance] = {id_: one for id_, one in project.echeances.items() if "personnel" not in one.roles}
    page = calendar_of(alone, root)
    assert "direction.ics" in page
    assert "ajoutez les deux fichiers" not in page


def calendar_of(project: Project, root: Path) -> str:
    context = context_on(project, root, date(2026, 11, 22))
    calendrier(context)
    return " ".join("".join(context.fragments.kept).split())


def test_the_search_finds_each_deadline_once(site: Path, project: Project) -> None:
    index = searched(site)
    found = [location.partition("#")[2] for location, _, _ in index if location.startswith("calendrier/#")]
    assert sorted(found) == sorted([*project.echeances, "annee", "fichiers", "quoi-faire", "sans-date", "autres-annees"])
    assert not any(MONTHS[0] in text for _, _, text in index)


def test_each_deadline_has_its_place_on_the_page(site: Path, project: Project) -> None:
    page = (site / "calendrier" / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'<h3 id="([\w-]+)"', page)) >= set(project.echeances)
    assert set(re.findall(r'points-a-clarifier/#([\w-]+)"', page)) == {point for e in project.echeances.values() for point in e.points}
