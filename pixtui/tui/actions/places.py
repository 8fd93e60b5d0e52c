"""Which scopes hold together on each kind of screen, how they are called, whose keys they are."""

from collections.abc import Collection, Iterable, Mapping

from attrs import evolve

from pixtui.tui.actions.action import Action, Scope
from pixtui.wording.catalogue import N_

PLACE_NAMES: Mapping[Scope, str] = {
    "everywhere": N_("everywhere"),
    "list": N_("in every list"),
    "sessions": N_("list of sessions"),
    "centre": N_("rooms of the centre"),
    "session": N_("in a session"),
    "rehearsal": N_("in a rehearsal"),
    "people": N_("list of candidates"),
    "checklist": N_("checklist"),
    "grid": N_("live grid"),
    "incidents": N_("incident log"),
    "finalise": N_("finalising"),
    "history": N_("history"),
    "rollcall": N_("roll call"),
    "certifiability": N_("certifiable"),
    "typing": N_("what to type"),
    "replay": N_("replay"),
    "projector": N_("projector"),
    "preview": N_("import preview"),
    "form": N_("forms"),
    "choice": N_("choices"),
    "manual": N_("in the manual"),
}
"""How a place is called, a msgid."""

Place = tuple[Scope, ...]
IN_SESSION: tuple[Scope, ...] = (
    "checklist",
    "grid",
    "incidents",
    "finalise",
    "history",
    "rollcall",
    "certifiability",
    "typing",
)
"""The screens of a session."""
OF_PEOPLE: tuple[Scope, ...] = ("grid", "rollcall", "certifiability", "typing")
"""Those of them whose rows are candidates."""
_OF_SESSION: tuple[Place, ...] = tuple(
    ("everywhere", "list", "session", *(("people",) if one in OF_PEOPLE else ()), one)
    for one in IN_SESSION
)
PLACES: tuple[Place, ...] = (
    ("everywhere", "list", "sessions"),
    ("everywhere", "list", "centre"),
    *((*place, "rehearsal") for place in _OF_SESSION),
    *((*place, "replay") for place in _OF_SESSION),
    ("everywhere", "projector"),
    ("everywhere", "list", "preview"),
    ("everywhere", "form"),
    ("everywhere", "list", "choice"),
    ("everywhere", "list", "manual"),
)
"""The scopes whose keys hold at the same time, of each kind of screen and dialog."""


def held(
    actions: Iterable[Action], place: Collection[Scope], *, alarm: bool = False
) -> list[Action]:
    """The actions of a place, with the keys that are theirs there; the alarm's too if asked.

    In a replay what declares, or helps to, leaves the replay the keys it takes.
    """
    found = [one for one in actions if one.scope in place or (alarm and one.id == "alarm")]
    if "replay" not in place:
        return found
    taken = {key for one in found if one.scope == "replay" for key in one.keys}
    left = [
        evolve(one, keys=tuple(key for key in one.keys if key not in taken))
        if one.writes or one.aside
        else one
        for one in found
    ]
    return [one for one in left if one.keys]


def clashes(actions: Iterable[Action]) -> list[tuple[str, str, str]]:
    """The keys that two actions of one place claim: (key, one id, the other)."""
    holder: dict[str, str] = {}
    found = []
    for action in actions:
        for key in action.keys:
            if key in holder:
                found.append((key, holder[key], action.id))
            holder.setdefault(key, action.id)
    return found
