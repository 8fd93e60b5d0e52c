"""The codes: typed in unseen, given to the room, shown only when asked for."""

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.outcome import Refusal
from pixtui.line.here import Here
from pixtui.present.choices import Choices
from pixtui.present.codes import codes_act, codes_fields, in_clear
from pixtui.present.field import Field
from pixtui.wording.catalogue import N_


def codes(here: Here) -> None:
    """Type the codes in, give them, or have them said."""
    held = here.state.codes
    if not held.access_code and not held.invigilator_password:
        type_codes(here)
        return
    listed: Choices = []
    if here.state.revealed is None:
        listed.append(("give", here.text(N_("Give the access code to the room now"))))
    listed += [
        ("show", here.text(N_("Write the codes here, in clear"))),
        ("type", here.text(N_("Type the codes again"))),
    ]
    picked = here.talk.choose(here.text(N_("Codes")), listed)
    if picked == "give":
        give(here)
    elif picked == "type":
        type_codes(here)
    elif picked == "show":
        _show(here)


def _show(here: Here) -> None:
    about = here.text(N_("They stay on the screen, and in what the terminal remembers."))
    if not here.talk.confirm(
        here.text(N_("Is nobody looking?")), here.text(N_("Yes, write them")), about
    ):
        return
    code, password = in_clear(here.state.codes, here.words)
    here.talk.say(
        f"{here.text(N_('Access code'))} : {' '.join(code)}",
        f"{here.text(N_('Invigilator password'))} : {password}",
    )


def type_codes(here: Here) -> None:
    """Type the codes in; what is typed is not shown."""
    if here.state.sealed is not None:
        here.talk.say(here.text(N_("The codes were erased at the seal.")))
    elif here.may_write():
        fields = [changed(one, secret=True) for one in codes_fields(here.words)]
        about = here.text(N_("What you type is not shown."))
        here.form(here.text(N_("Codes")), fields, codes_act, about)


def give(here: Here) -> None:
    """Give the access code to the room; where not all are ready, with a reason."""
    if not here.may_write():
        return
    answer = here.ask(c.RevealCode())
    if isinstance(answer, Refusal) and answer.code == "not_all_ready":
        reason = Field(name="override", label=here.text(N_("reason")), needed=True)
        here.form(
            here.text(N_("Give the code all the same?")),
            [reason],
            lambda values: c.RevealCode(override=values["override"]),
        )
