"""The details of a session as a form: creating it, changing it."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import evolve

from pixtui.desk.duplicating import OF_ITS_DAY, like
from pixtui.desk.settings import Settings
from pixtui.domain.dates import parse_date
from pixtui.domain.session import Details
from pixtui.present.field import Field, UnclearError, Values, yes_no, yes_typed
from pixtui.store.codec import JsonObject
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.when import clock_typed

WITH_CANDIDATES = "with_candidates"
EMPTY: Mapping[str, str] = MappingProxyType({})


def creation_fields(words: Words, by: str, today: dt.date, settings: Settings) -> list[Field]:
    """The fields of a new session, that day's date and what the user has set filled in."""
    usual = {"date": today.strftime("%d/%m/%Y"), "examiner": by, **settings.of_a_new_session()}
    return detail_fields(words, None, usual)


def duplicate_fields(words: Words, details: Details) -> list[Field]:
    """The fields of a session like another one; what is of its day only is to be typed anew."""
    fields = [
        evolve(one, value="" if one.name in OF_ITS_DAY else one.value)
        for one in detail_fields(words, details)
    ]
    with_list = yes_no(words, WITH_CANDIDATES, N_("its candidates too?"), said=False)
    return [*fields, with_list]


def duplicate_wanted(words: Words, details: Details, values: Values) -> tuple[JsonObject, bool]:
    """The fields of the new session and whether its list comes too; raises UnclearError.

    What the form does not ask, as the product and the language, is as in the session it is like.
    """
    fields = typed_details(words, values)
    with_list = yes_typed(words, values, WITH_CANDIDATES)
    unasked = {name: value for name, value in like(details).items() if name not in values}
    return {**unasked, **fields}, with_list


def detail_fields(
    words: Words, details: Details | None, usual: Mapping[str, str] = EMPTY
) -> list[Field]:
    """The fields of a session, filled in with what is known, else with what is usual."""
    text = words.text

    def known(name: str, default: str = "") -> str:
        value = getattr(details, name, usual.get(name))
        if value is None:
            return default
        if isinstance(value, dt.date):
            return value.strftime("%d/%m/%Y")
        return value.strftime("%H:%M") if isinstance(value, dt.time) else str(value)

    day, hour = text("31/12/2026"), "09:00"
    return [
        Field(name="site", label=text("site"), value=known("site"), needed=True),
        Field(name="room", label=text("room"), value=known("room"), needed=True),
        Field(name="date", label=text("date"), value=known("date"), hint=day, needed=True),
        Field(name="time", label=text("start"), value=known("time"), hint=hour, needed=True),
        Field(name="examiner", label=text("invigilators"), value=known("examiner"), needed=True),
        Field(name="number", label=text("session number"), value=known("number"), hint="123456"),
        Field(
            name="mode",
            label=text("invigilator space"),
            value=text("no") if known("mode") == "without-es" else text("yes"),
            hint=text("yes or no"),
        ),
        Field(
            name="convocation_time",
            label=text("convocation"),
            value=known("convocation_time"),
            hint=text("08:30; nothing: the start"),
        ),
        Field(
            name="duration",
            label=text("minutes of a test"),
            value=known("duration", "105"),
            hint="105",
        ),
        Field(name="centre", label=text("centre"), value=known("centre")),
        Field(name="zone", label=text("time zone"), value=known("zone", "Europe/Paris")),
        Field(name="description", label=text("observations"), value=known("description")),
        Field(
            name="retention_until",
            label=text("kept until"),
            value=known("retention_until"),
            hint=text("one year after the day"),
        ),
    ]


def typed_details(words: Words, values: Values) -> dict[str, Any]:
    """The fields as a command takes them; raises UnclearError with what was typed wrong."""
    text = words.text
    fields: dict[str, Any] = {
        name: values[name] for name in ("site", "room", "examiner", "centre", "zone", "description")
    }
    for name in ("date", "retention_until"):
        day = parse_date(values[name]) if values[name] else None
        if values[name] and day is None:
            raise UnclearError(text("Write the date as 31/12/2026."), name)
        fields[name] = day.isoformat() if day else None
    for name in ("time", "convocation_time"):
        hour = clock_typed(values[name])
        if values[name] and hour is None:
            raise UnclearError(text("Write the time as 09:05."), name)
        fields[name] = hour.isoformat("minutes") if hour else None
    for name in ("number", "duration"):
        if values[name] and not (values[name].isascii() and values[name].isdigit()):
            raise UnclearError(text("Digits only."), name)
        fields[name] = int(values[name]) if values[name] else None
    with_es = not values["mode"] or yes_typed(words, values, "mode")
    fields["mode"] = "with-es" if with_es else "without-es"
    return {name: value for name, value in fields.items() if value not in (None, "")}


def edit_command(details: Details, fields: dict[str, Any]) -> dict[str, object] | None:
    """The command for what was typed otherwise than it stands; None where nothing was."""
    changes = {
        name: value for name, value in fields.items() if value != _as_typed(getattr(details, name))
    }
    return {"command": "edit_session", **changes} if changes else None


def _as_typed(value: object) -> object:
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, dt.date) else value
