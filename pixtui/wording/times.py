"""Dates, times and lengths of time as people write them."""

import datetime as dt
from collections.abc import Iterable

from pixtui.wording.catalogue import N_, Words

DAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def long_date(words: Words, date: dt.date) -> str:
    """A date with its day of the week: lundi 30 novembre 2026."""
    day, month = words.text(DAYS[date.weekday()]), words.text(MONTHS[date.month - 1])
    return f"{day} {date.day} {month} {date.year}"


def short_date(words: Words, date: dt.date) -> str:
    """A date without its year: lundi 30 novembre."""
    return long_date(words, date).rsplit(" ", 1)[0]


def duration(minutes: int) -> str:
    """A length of time as hours and minutes: 0:39; past due it is negative: -0:05."""
    sign = "-" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"


def end_sum(words: Words, start: str, terms: Iterable[tuple[str, int, str]], end: str) -> str:
    """The sum of a real end: ``14:05 + 105 min + 35 min (33 %) + 12 min (alarme) = 16:37``.

    ``start`` and ``end`` are times of day; a term is its kind (duration, extra_time,
    interruption), its minutes, and the percentage or the cause's label.
    """
    return " + ".join((start, *(_term(words, *one) for one in terms))) + f" = {end}"


def _term(words: Words, kind: str, minutes: int, label: str) -> str:
    if kind == "extra_time":
        return words.say(N_("{minutes} min ({percent}%)"), minutes=minutes, percent=label)
    if kind == "interruption":
        return words.say(N_("{minutes} min ({cause})"), minutes=minutes, cause=label)
    return words.say(N_("{minutes} min"), minutes=minutes)
