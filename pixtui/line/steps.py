"""The steps of the procedure: the one that comes next first, ticked item by item."""

from typing import cast

from pixtui.desk.desk import Done
from pixtui.domain.commands import SetSessionBox, SetStep, StepChoice
from pixtui.domain.derive import next_step, step_state, steps
from pixtui.domain.rules import StepRule
from pixtui.domain.session import StepRecord
from pixtui.line.codes import give, type_codes
from pixtui.line.here import WIDE, Here
from pixtui.line.papers import ask_papers
from pixtui.line.talk import ToMenuError
from pixtui.present.checklist import step_lines
from pixtui.present.choices import Choices, box_choices, step_choices
from pixtui.present.field import Field
from pixtui.present.papers import step_papers
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import CHOICES, PHASES, label

_OWN = {
    "access_code": N_("Give the access code to the room now"),
    "codes": N_("Type the codes in"),
    "extra_information": N_("The two boxes, then the step"),
    "finalise": N_("Go to the end"),
}
"""The steps that are done by more than a tick."""


def checklist(here: Here) -> None:
    """From the step that comes next to the one after it, or to another one."""
    told, wanted = "", next_step(here.state) or _ask_which(here)
    while wanted is not None:
        rule = here.state.rules.step(wanted, here.state.session.mode)
        again, told = wanted == told, wanted
        wanted = None if rule is None else about_step(here, rule, again=again)


def _title(here: Here, rule: StepRule) -> str:
    return here.book.step_title(rule.id, here.state.session.mode, here.words.language)


def _ask_which(here: Here) -> str | None:
    listed = []
    for rule, where in steps(here.state):
        phase, standing = label(PHASES, rule.phase, here.words), label(CHOICES, where, here.words)
        optional = " " + here.text(N_("(optional)")) if rule.optional else ""
        listed.append((rule.id, f"{phase}, {standing} : {_title(here, rule)}{optional}"))
    return here.talk.choose(here.text(N_("Which step?")), listed)


def about_step(here: Here, rule: StepRule, *, again: bool = False) -> str | None:
    """One step whole, and what can be done in it; the step to go to, None for back.

    What was told just before is not told ``again``.
    """
    told = step_lines(here.state, rule.id, here.words, here.book, WIDE)
    where = label(CHOICES, step_state(here.state, rule), here.words)
    (title, _tone), *more = told
    about = "" if again else "\n".join(line for line, _tone in more if line)
    listed = _actions(here, rule)
    picked = here.talk.choose(f"{title}, {where}", listed, about=about)
    if picked is None:
        return None
    if picked == "which":
        return _ask_which(here)
    if picked == "papers":
        ask_papers(here, step_papers(here.state, rule.id, here.words, here.book))
        return rule.id
    if not here.may_write():
        return rule.id
    before = step_state(here.state, rule)
    _do(here, rule, picked)
    after = step_state(here.state, rule)
    if before == "todo" and after != "todo":
        return next_step(here.state)
    return rule.id


def _ticked(here: Here, rule: StepRule) -> tuple[str, ...]:
    return tuple(here.state.steps.get(rule.id, StepRecord()).items)


def _actions(here: Here, rule: StepRule) -> Choices:
    mode, language = here.state.session.mode, here.words.language
    ticked, standing = _ticked(here, rule), step_state(here.state, rule)
    listed: Choices = [
        (f"item:{item}", f"[ ] {here.book.item_title(rule.id, item, mode, language)}")
        for item in rule.items
        if item not in ticked
    ]
    if rule.id in _OWN and standing == "todo":
        listed.append(("own", here.text(_OWN[rule.id])))
    elif standing == "todo":
        listed.append(("done", here.text(N_("The step is done"))))
    else:
        listed.append(("todo", here.text(N_("The step is to be done again"))))
    listed += [
        (f"item:{item}", f"[x] {here.book.item_title(rule.id, item, mode, language)}")
        for item in rule.items
        if item in ticked
    ]
    listed.append(("reason", here.text(N_("Done, put off or not applicable, with a reason"))))
    if step_papers(here.state, rule.id, here.words, here.book):
        listed.append(("papers", here.text(N_("The papers of this step"))))
    listed.append(("which", here.text(N_("Another step"))))
    return listed


def _do(here: Here, rule: StepRule, picked: str) -> None:
    if picked.startswith("item:"):
        item = picked.removeprefix("item:")
        _set(here, rule, "todo" if item in _ticked(here, rule) else "done", item=item)
    elif picked == "own":
        _do_own(here, rule)
    elif picked == "reason":
        _with_reason(here, rule)
    else:
        _set(here, rule, cast(StepChoice, picked))


def _set(
    here: Here, rule: StepRule, choice: StepChoice, item: str | None = None, reason: str = ""
) -> bool:
    act = SetStep(step=rule.id, state=choice, item=item, reason=reason or None)
    return isinstance(here.ask(act), Done)


def _do_own(here: Here, rule: StepRule) -> None:
    if rule.id == "access_code":
        if here.state.revealed is None:
            give(here)
        else:
            _set(here, rule, "done")
    elif rule.id == "codes":
        if here.state.codes.access_code is None:
            type_codes(here)
        else:
            _set(here, rule, "done")
    elif rule.id == "extra_information":
        _boxes(here, rule)
    else:
        raise ToMenuError("end")


def _boxes(here: Here, rule: StepRule) -> None:
    """The two boxes of Pix's page, ticked here first; then the step itself."""
    while True:
        listed = box_choices(here.state, here.book, here.words)
        box = here.talk.choose(_title(here, rule), listed)
        if box == "has_incident":
            here.ask(SetSessionBox(box="has_incident", value=not here.state.has_incident))
        elif box == "has_joining_issue":
            value = not here.state.has_joining_issue
            here.ask(SetSessionBox(box="has_joining_issue", value=value))
        else:
            if box == "done":
                _set(here, rule, "done")
            return


def _with_reason(here: Here, rule: StepRule) -> None:
    """Done, put off or not applicable, with a reason."""
    choice = here.talk.choose(_title(here, rule), step_choices(here.words))
    if choice is None:
        return
    record = here.state.steps.get(rule.id, StepRecord())
    field = Field(name="reason", label=here.text(N_("reason")), value=record.reason or "")
    here.form(
        _title(here, rule),
        [field],
        lambda values: SetStep(
            step=rule.id, state=cast(StepChoice, choice), reason=values["reason"] or None
        ),
    )
