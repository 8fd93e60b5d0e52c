"""The menu of an open session: every part of the console, each by its number or its letters."""

from collections.abc import Callable, Mapping

from pixtui.line.asking import ask_candidate
from pixtui.line.codes import codes
from pixtui.line.ending import ending
from pixtui.line.evacuation import ask_room, roll_call
from pixtui.line.here import Here
from pixtui.line.history import history
from pixtui.line.incidents import log, write_down
from pixtui.line.papers import papers
from pixtui.line.people import people
from pixtui.line.rehearsing import rehearsal
from pixtui.line.session import (
    bring_in,
    by_hand,
    certifiable,
    copy,
    details,
    hand_over,
    seats,
    typing,
)
from pixtui.line.steps import checklist
from pixtui.wording.catalogue import N_, Words

Part = Callable[[Here], None]


def _add(here: Here) -> None:
    if here.may_write():
        ask_candidate(here, None)


PARTS: Mapping[str, tuple[str, Part]] = {
    "steps": (N_("Steps of the procedure"), checklist),
    "people": (N_("Candidates"), people),
    "incident": (N_("Write down an incident"), write_down),
    "log": (N_("Log of the incidents"), log),
    "codes": (N_("Codes"), codes),
    "room": (N_("Whole room: interrupt it, or go on"), ask_room),
    "roll": (N_("Roll call"), roll_call),
    "end": (N_("End: finalise, then type into Pix"), ending),
    "history": (N_("History: undo, correct"), history),
    "papers": (N_("Papers"), papers),
    "import": (N_("Import a list"), bring_in),
    "add": (N_("Add a candidate"), _add),
    "seats": (N_("Seats in order"), seats),
    "certifiable": (N_("Who may be certified"), certifiable),
    "typing": (N_("What to type at entry"), typing),
    "by_hand": (N_("Day kept on paper, typed in"), by_hand),
    "details": (N_("Session details"), details),
    "hand_over": (N_("Hand over"), hand_over),
    "copy": (N_("Save a copy"), copy),
    "rehearsal": (N_("Rehearsal: next event, debrief"), rehearsal),
}
"""The parts, in the order of the menu; their numbers never change."""

_KEYS: Mapping[str, str] = {
    "F2": "people",
    "F3": "incident",
    "F4": "codes",
    "F5": "papers",
    "F6": "steps",
    "F7": "log",
    "F8": "end",
    "F9": "history",
    "F12": "end",
    "Ctrl+D": "details",
    "Ctrl+F": "import",
    "Ctrl+G": "certifiable",
    "Ctrl+K": "copy",
    "Ctrl+T": "papers",
    "Ctrl+W": "rehearsal",
    "Ctrl+Y": "typing",
}
"""The keys of the full-screen console that sentences name, and the part that does the same."""
_ALARM_KEY = "Ctrl+E"
_ACTIONS: Mapping[str, str] = {"step_papers": "papers", "certifiable_one": "certifiable"}
"""The actions whose key is named by a sentence, and the part that does the same."""


def speaking(words: Words) -> Words:
    """The words, which name the lines of the menu where the full screen has keys."""
    numbers = {key: number for number, key in enumerate(PARTS, 1)}
    named = {
        key: words.say(N_("menu {number}"), number=numbers[part]) for key, part in _KEYS.items()
    }
    own = {
        action: words.say(N_("menu {number}"), number=numbers[part])
        for action, part in _ACTIONS.items()
    }
    number = words.text(N_("its number"))
    own |= {"override": number, "correct": number}
    enter = words.text(N_("Enter"))
    people = words.say(N_("menu {number}"), number=numbers["people"])
    on_paper = words.say(N_("menu {number}"), number=numbers["by_hand"])
    bracketed = {f"({digit})": f"({people})" for digit in range(10)} | {"(w)": f"({on_paper})"}
    return words.naming(own, {**named, **bracketed, _ALARM_KEY: "!", enter: number})
