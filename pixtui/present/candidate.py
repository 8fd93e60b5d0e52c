"""What is known of a candidate as a form: adding one, changing one."""

from pixtui.domain import commands as c
from pixtui.domain.dates import parse_date
from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Candidate
from pixtui.present.field import Field, UnclearError, Values
from pixtui.wording.catalogue import N_, Words


def candidate_fields(one: Candidate | None, words: Words) -> list[Field]:
    """The fields of a candidate, filled in with what is known."""
    text = words.text
    known = one or CandidateFields(last_name="", first_name="")
    born = known.birthdate.strftime("%d/%m/%Y") if known.birthdate else ""
    extra = "" if known.extra_time is None else str(known.extra_time)
    last, first = text(N_("last name")), text(N_("first name"))
    return [
        Field(name="last_name", label=last, value=known.last_name, needed=True),
        Field(name="first_name", label=first, value=known.first_name, needed=True),
        Field(name="birthdate", label=text(N_("birth date")), value=born, hint="31/12/2010"),
        Field(name="class_name", label=text(N_("class")), value=known.class_name or ""),
        Field(name="seat", label=text(N_("seat")), value=known.seat or ""),
        Field(name="workstation", label=text(N_("workstation")), value=known.workstation or ""),
        Field(name="extra_time", label=text(N_("extra time (%)")), value=extra, hint="33"),
        Field(name="external_id", label=text(N_("local id")), value=known.external_id or ""),
    ]


def candidate_act(one: Candidate | None, values: Values, words: Words) -> c.Act | None:
    """What was typed as an act; None where nothing changes. Raises UnclearError."""
    born = parse_date(values["birthdate"]) if values["birthdate"] else None
    if values["birthdate"] and born is None:
        raise UnclearError(words.text(N_("Write the birth date as 31/12/2010.")), "birthdate")
    extra = values["extra_time"].removesuffix("%").strip()
    if extra and not (extra.isascii() and extra.isdigit()):
        raise UnclearError(words.text(N_("Extra time is a whole percentage, as 33.")), "extra_time")
    fields = {
        "last_name": values["last_name"],
        "first_name": values["first_name"],
        "birthdate": born,
        "class_name": values["class_name"] or None,
        "seat": values["seat"] or None,
        "workstation": values["workstation"] or None,
        "extra_time": (int(extra) or None) if extra else None,
        "external_id": values["external_id"] or None,
    }
    if one is None:
        return c.AddCandidate(**fields)  # type: ignore[arg-type]  # one dict of mixed fields
    changes = {name: new for name, new in fields.items() if new != getattr(one, name)}
    return c.EditCandidate(candidates=(one.id,), **changes) if changes else None  # type: ignore[arg-type]  # as above
