"""The one registry of actions: footer, help, key table and key-clash check all come from it.

An action is what a key does: its keys (the first is the one shown), its label and its help
as msgids, and where it applies. A screen takes its bindings from its scopes and answers an
action by a method ``do_<id>``. Digits, F-keys, arrows, Enter and Space come first because
they arrive from every keyboard and terminal; letters are aliases.
"""

from collections.abc import Mapping

from pixtui.tui.actions.action import Action, Scope
from pixtui.tui.actions.checklist import CHECKLIST
from pixtui.tui.actions.dialogs import DIALOGS
from pixtui.tui.actions.entrances import ENTRANCES
from pixtui.tui.actions.general import GENERAL
from pixtui.tui.actions.grid import GRID
from pixtui.tui.actions.lists import LISTS
from pixtui.tui.actions.looking import LOOKING
from pixtui.tui.actions.places import (
    IN_SESSION,
    OF_PEOPLE,
    PLACE_NAMES,
    PLACES,
    Place,
    clashes,
    held,
)
from pixtui.tui.actions.records import RECORDS
from pixtui.tui.actions.session import SESSION

ACTIONS: tuple[Action, ...] = (
    *GENERAL,
    *ENTRANCES,
    *SESSION,
    *CHECKLIST,
    *GRID,
    *RECORDS,
    *LISTS,
    *LOOKING,
    *DIALOGS,
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

__all__ = [
    "ACTIONS",
    "BY_ID",
    "IN_SESSION",
    "OF_PEOPLE",
    "PLACES",
    "PLACE_NAMES",
    "Action",
    "Place",
    "Scope",
    "clashes",
    "held",
]
