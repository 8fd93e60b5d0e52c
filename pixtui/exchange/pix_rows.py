"""A candidate as the cells of Pix's files, and what may not go out in one."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from pixtui.domain.particulars import BILLING_LABELS, CandidateFields
from pixtui.exchange.export_csv import FORMULA
from pixtui.exchange.pix_columns import BILLING, Column, subscription_of


@frozen
class Dangerous(Exception):  # noqa: N818 - an answer to whoever exports
    """A cell that a spreadsheet would compute and that cannot be changed without being wrong."""

    name: str
    """Of the candidate."""
    column: str
    value: str


def columns_for(
    columns: Sequence[Column], habilitations: Sequence[Column], *, sco: bool
) -> tuple[Column, ...]:
    """The columns of a file; an SCO centre has no billing."""
    kept = [one for one in columns if not (sco and one.name in BILLING)]
    return (*kept, *habilitations)


def without_billing(people: Iterable[CandidateFields]) -> bool:
    """Whether nobody's billing is known, as in an SCO centre."""
    return not any(one.billing or one.prepayment_code for one in people)


def cell(one: CandidateFields, name: str) -> str:
    """The text of a cell; extra time is each format's own."""
    subscription = subscription_of(name)
    if subscription is not None:
        return "oui" if one.subscription == subscription else ""
    if name == "birthdate":
        return f"{one.birthdate:%d/%m/}{one.birthdate.year:04d}" if one.birthdate else ""
    if name == "billing":
        return BILLING_LABELS[one.billing] if one.billing else ""
    return str(getattr(one, name) or "")


def check(one: CandidateFields, columns: Iterable[Column]) -> None:
    """Refuse a cell that would act in a spreadsheet; raises Dangerous.

    Pix reads these cells to the letter: an apostrophe before them would be part of the value.
    """
    for column in columns:
        text = cell(one, column.name)
        if text.startswith(FORMULA):
            raise Dangerous(f"{one.last_name} {one.first_name}", column.header, text)
