"""What several parts ask about candidates: causes, reasons, codes, forms."""

from collections.abc import Sequence
from typing import cast

from pixtui.domain import commands as c
from pixtui.domain.session import Candidate
from pixtui.line.here import Here
from pixtui.present.candidate import candidate_act, candidate_fields
from pixtui.present.choices import Reason, cause_choices, reason_choices
from pixtui.present.field import Field
from pixtui.present.forms import turn_away_fields, workstation_fields
from pixtui.present.typing import compare_fields, comparison_lines, typing_lines
from pixtui.wording.catalogue import N_

ABOUT_CELLS = 60


def ask_interrupt(here: Here, candidates: tuple[str, ...]) -> None:
    """By what a test is held up."""
    title = here.text(N_("Held up by what?")) + f"  {here.name(candidates[0])}"
    cause = here.talk.choose(title, cause_choices(here.book, here.words))
    if cause is not None:
        here.ask(c.Interrupt(candidates=candidates, cause=cause))


def ask_why(here: Here, candidate: str, first: str = "candidate") -> Reason | None:
    """Why a test was not finished, with the consequence of each answer."""
    listed, about = reason_choices(here.book, here.words, first)
    title = here.text(N_("Why was the test not finished?")) + f"  {here.name(candidate)}"
    return cast(Reason | None, here.talk.choose(title, listed, about=about))


def ask_reason(here: Here, candidates: tuple[str, ...]) -> None:
    """Why a test was not finished, declared."""
    reason = ask_why(here, candidates[0])
    if reason is not None:
        here.ask(c.GiveReason(candidates=candidates, reason=reason))


def ask_turn_away(here: Here, candidates: tuple[str, ...]) -> None:
    """Why someone may not take the test, and who decided."""
    here.form(
        here.text(N_("Turned away:")) + f" {here.name(candidates[0])}",
        turn_away_fields(here.words),
        lambda values: c.TurnAway(
            candidates=candidates, reason=values["reason"], decided_by=values["decided_by"]
        ),
    )


def ask_workstation(here: Here, candidates: tuple[str, ...]) -> None:
    """To which machine someone moves."""
    one = here.one(candidates[0])
    here.form(
        here.text(N_("Workstation of")) + f" {here.name(one.id)}",
        workstation_fields(one, here.words),
        lambda values: c.ChangeWorkstation(
            candidates=candidates, to=values["to"], origin=values["origin"] or None
        ),
    )


def ask_close(here: Here, incident: str) -> None:
    """How an incident was dealt with."""
    outcome = Field(name="outcome", label=here.text(N_("what was done")))
    here.form(
        here.text(N_("Close incident {incident}"), incident=incident),
        [outcome],
        lambda values: c.CloseIncident(incident=incident, outcome=values["outcome"]),
    )


def ask_candidate(here: Here, one: Candidate | None) -> None:
    """Add a candidate, or change one line of what is known of one."""
    fields = candidate_fields(one, here.words)
    title = here.text(N_("Change a candidate") if one else N_("Add a candidate"))
    if one is None:
        here.form(title, fields, lambda values: candidate_act(None, values, here.words))
        return
    picked = pick_field(here, f"{title}  {here.name(one.id)}", fields)
    if picked is not None:
        known = {line.name: line.value for line in fields}
        here.form(
            title, [picked], lambda values: candidate_act(one, {**known, **values}, here.words)
        )


def pick_field(here: Here, title: str, fields: Sequence[Field]) -> Field | None:
    """Which line of a long form is to be changed."""
    listed = [(one.name, f"{one.label} : {one.value}") for one in fields]
    name = here.talk.choose(title, listed)
    return next((one for one in fields if one.name == name), None)


def compare(here: Here, one: Candidate) -> None:
    """What a refused candidate typed, letter by letter against the list; nothing is recorded."""
    title = here.text(N_("What to type")) + f"  {here.name(one.id)}"
    about = "\n".join(line for line, _ in typing_lines(one, here.words, ABOUT_CELLS))
    typed: dict[str, str] = {}

    def keep(values: dict[str, str]) -> str:
        typed.update(values)
        return ""

    here.talk.form(title, compare_fields(here.words), lambda v: keep(dict(v)), about)
    if any(typed.values()):
        here.talk.say(*comparison_lines(one, typed, here.words))
