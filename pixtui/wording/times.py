"""Dates as people write them."""

import datetime as dt

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
