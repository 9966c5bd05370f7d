"""A role's deadlines as a file that calendars import (RFC 5545).

The same content gives the same bytes on any day: nothing in the file depends on the build. A yearly deadline is one
event that repeats, from its first occurrence on; its identifier never changes, so that a calendar knows it again, and
its version grows when the content changes, so that a calendar takes the new one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Alarm, Event

DAY = timedelta(days=1)
# A version is a moment in minutes: a whole number that only grows, as the standard wants it.
SEQUENCE = 60
REMINDER = timedelta(days=-14)


@dataclass(frozen=True)
class Entry:
    """A deadline as an event: its id, its words, its day; `fixed` if a text gives that day, `yearly` if it comes back.

    `address` is where it is read, if that is known.
    """

    id: str
    title: str
    description: str
    day: date
    fixed: bool
    yearly: bool
    address: str = ""


def calendar_file(name: str, organisation: str, stamp: datetime, entries: list[Entry]) -> bytes:
    """Return the file of a calendar; `stamp`, in UTC, is when every event says that it was made.

    The library, which takes time and memory to load, is imported when there is something to make.
    """
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", f"-//{organisation.upper()}//Calendrier//FR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # The library escapes the values of the properties that it knows alone.
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", "America/Toronto")
    for entry in entries:
        calendar.add_component(event(entry, organisation, stamp))
    return bytes(calendar.to_ical())


def event(entry: Entry, organisation: str, stamp: datetime) -> Event:
    """Return an event of a whole day, during which one stays free."""
    from icalendar import Event

    made = Event()
    made.add("uid", f"{entry.id}@calendrier.{organisation}")
    made.add("dtstamp", stamp)
    made.add("last-modified", stamp)
    made.add("sequence", int(stamp.timestamp()) // SEQUENCE)
    made.add("dtstart", entry.day)
    made.add("dtend", entry.day + DAY)
    made.add("summary", entry.title)
    made.add("description", entry.description)
    made.add("categories", ["Communication avec les parents et les élèves"])
    made.add("transp", "TRANSPARENT")
    if entry.address:
        made.add("url", entry.address)
    if entry.yearly:
        made.add("rrule", {"freq": "yearly"})
    if entry.fixed:
        made.add_component(reminder(entry))
    return made


def reminder(entry: Entry) -> Alarm:
    """Return the reminder, fourteen days before a day that a text fixes."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", REMINDER)
    return alarm
