"""What naturally comes next for a candidate, and everything else that is possible.

The first offer is the right one for the state; the dangerous ones come last.
"""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from pixtui.domain import commands as c
from pixtui.domain.derive import (
    alerts,
    candidate_state,
    first_start,
    incidents_of,
    open_interruptions,
    phase,
    presence_valid,
)
from pixtui.domain.session import Candidate, State
from pixtui.domain.timing import real_end
from pixtui.wording.catalogue import N_


@frozen
class Offer:
    """One thing that can be declared about a candidate."""

    label: str
    """A msgid."""
    act: c.Act | None = None
    """What it declares; None where more must be asked first."""
    asks: str = ""
    """What must be asked first: a form or another screen, by its name."""
    careful: bool = False
    """Whether it is asked twice, naming the person."""


def offers(state: State, one: Candidate, now: dt.datetime) -> list[Offer]:
    """What may be declared about a candidate now, the natural next first."""
    standing = candidate_state(state, one)
    who = (one.id,)
    listed = list(
        {
            "expected": _coming_in,
            "checked_in": _coming_in,
            "ready": _coming_in,
            "running": _running,
            "interrupted": _running,
            "finished": _ended,
            "stopped": _ended,
            "absent": _gone,
            "turned_away": _gone,
        }[standing](state, one, now)
    )
    listed.append(Offer(N_("Write down an incident"), asks="incident"))
    listed.append(Offer(N_("Change workstation"), asks="workstation"))
    if one.start is None and standing not in ("absent", "turned_away"):
        listed.append(Offer(N_("Absent"), c.MarkAbsent(candidates=who), careful=True))
        listed.append(Offer(N_("Turned away, with a reason"), asks="turn_away"))
    return listed


EARLY_SHARE = 3
"""In the first third of a test its end is no natural next thing: it is asked twice."""


def early(state: State, one: Candidate, now: dt.datetime) -> bool:
    """Whether a test that ends now would have had less than a third of its time."""
    end = real_end(state, one, now)
    if one.start is None or end is None:
        return False
    return now - one.start.at < (end.at - one.start.at) / EARLY_SHARE


def undecided(state: State, one: Candidate) -> str:
    """The open incident whose decision comes before this candidate goes on; empty if none."""
    waits = ("no_identity", "identity_doubt", "not_certifiable", "other_room")
    return next(
        (
            incident.id
            for incident in incidents_of(state, one.id)
            if incident.closed is None and incident.situation in waits
        ),
        "",
    )


def _coming_in(state: State, one: Candidate, now: dt.datetime) -> Iterator[Offer]:
    who = (one.id,)
    if undecided(state, one):
        yield Offer(N_("Say what was decided"), asks="decide")
    with_es = state.session.mode == "with-es"
    steps = {
        "identity": Offer(N_("Identity checked"), c.CheckIdentity(candidates=who)),
        "signature": Offer(N_("Attendance sheet signed"), c.Sign(candidates=who)),
        "presence": Offer(
            N_("Presence confirmed in the invigilator space"), c.ConfirmPresence(candidates=who)
        ),
        "ready": Offer(N_("Ready, waiting for the code"), c.MarkReady(candidates=who)),
        "start": Offer(N_("Started the test"), c.Start(candidates=who)),
    }
    done = {
        "identity": one.identity is not None and one.identity.outcome == "ok",
        "signature": one.signature is not None,
        "presence": not with_es or presence_valid(state, one, now),
        "ready": one.ready is not None,
    }
    yield from (offer for name, offer in steps.items() if not done.get(name, False))
    yield Offer(N_("Doubt on the identity"), c.CheckIdentity(candidates=who, outcome="doubt"))
    yield Offer(N_("Signed on the wrong line"), c.Sign(candidates=who, outcome="wrong_line"))
    yield Offer(N_("Refuses to sign"), c.Sign(candidates=who, outcome="refused"))
    if one.presence is not None:
        yield Offer(N_("Presence cancelled"), c.CancelPresence(candidates=who))
    if one.arrived is None:
        yield Offer(N_("Arrived late"), c.Arrive(candidates=who))


def _running(state: State, one: Candidate, now: dt.datetime) -> Iterator[Offer]:
    who = (one.id,)
    own = any(held.own for held in open_interruptions(state, one.id))
    if alerts(state, one.id):
        yield Offer(N_("Close the open alert"), asks="close_alert")
    if own:
        yield Offer(N_("Goes on with the test"), c.Resume(candidates=who))
    if one.out_of_room:
        yield Offer(N_("Back in the room"), c.ReturnToRoom(candidates=who))
    soon = early(state, one, now)
    ended = Offer(N_("Ended the test"), c.Finish(candidates=who, how="candidate"), careful=soon)
    if not soon:
        yield ended
    if not own:
        yield Offer(N_("Held up: say by what"), asks="interrupt")
    if not one.out_of_room:
        yield Offer(N_("Left the room for a while"), c.LeaveRoom(candidates=who))
    if one.signature is None:
        yield Offer(N_("Attendance sheet signed"), c.Sign(candidates=who))
    if one.identity is None:
        yield Offer(N_("Identity checked"), c.CheckIdentity(candidates=who))
    if soon:
        yield ended
    if state.session.mode == "with-es":
        yield Offer(
            N_("Test stopped by the invigilator"),
            c.Finish(candidates=who, how="invigilator"),
            careful=True,
        )
    else:
        yield Offer(N_("Not finished: say why"), asks="reason")


def _ended(_state: State, one: Candidate, _now: dt.datetime) -> Iterator[Offer]:
    who = (one.id,)
    if one.end is not None and one.end.outcome != "candidate" and one.reason is None:
        yield Offer(N_("Say why the test was not finished"), asks="reason")
    if one.end_screen is None:
        yield Offer(N_("End-of-test page seen"), c.SeeEndScreen(candidates=who))
    if one.signed_out is None:
        yield Offer(N_("Signed out of Pix"), c.SignOut(candidates=who))
    if one.signature is None:
        yield Offer(N_("Attendance sheet signed"), c.Sign(candidates=who))
    if one.reason is not None:
        yield Offer(N_("Change the reason"), asks="reason")


def _gone(_state: State, one: Candidate, _now: dt.datetime) -> Iterator[Offer]:
    yield Offer(N_("Arrived late"), c.Arrive(candidates=(one.id,)), careful=True)


_MOMENTS: dict[str, tuple[str, ...]] = {
    "during": ("technical", "people", "end", "before"),
    "over": ("end", "people", "technical", "before"),
    "coming": ("before", "people", "technical", "end"),
}
"""In which order what one may see is offered, by where the candidate stands."""


def likely_moments(state: State, candidate: str | None) -> tuple[str, ...]:
    """The moments of the incident guide, the likely one first for this candidate or the room."""
    one = state.candidates.get(candidate or "")
    if one is not None:
        standing = candidate_state(state, one)
        if standing in ("running", "interrupted"):
            return _MOMENTS["during"]
        return _MOMENTS["over" if standing in ("finished", "stopped") else "coming"]
    if phase(state) in ("end", "finalised"):
        return _MOMENTS["over"]
    return _MOMENTS["during" if first_start(state) else "coming"]
