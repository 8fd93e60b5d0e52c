"""The keys of the registry arrive: what each kind of terminal sends is understood as that key."""

import json
import subprocess
import sys

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from pixtui.tui.actions import ACTIONS, BY_ID
from pixtui.tui.keys import NAMED

TERMINALS = (
    *("xterm", "xterm-256color", "vte-256color", "konsole-256color", "rxvt-unicode-256color"),
    *("linux", "screen", "screen-256color", "tmux-256color", "putty"),
)
"""What people have: desktops, a bare console, a multiplexer, PuTTY from Windows."""
CAPABILITIES = {
    **{f"f{number}": f"kf{number}" for number in range(1, 13)},
    "up": "kcuu1",
    "down": "kcud1",
    "left": "kcub1",
    "right": "kcuf1",
    "home": "khome",
    "end": "kend",
    "pageup": "kpp",
    "pagedown": "knp",
    "delete": "kdch1",
    "backspace": "kbs",
}
"""The key in Textual's words, and how terminfo calls what it sends."""
ASK = """
import curses, json, sys
try:
    curses.setupterm(sys.argv[1])
except curses.error:
    print("null")
else:
    print(json.dumps([(curses.tigetstr(one) or b"").decode("latin-1") for one in sys.argv[2:]]))
"""
USED = {key for action in ACTIONS for key in action.keys} & NAMED


def sent_by(terminal: str) -> dict[str, str]:
    """What that terminal sends for each key; curses answers for one terminal a process."""
    asked = [sys.executable, "-c", ASK, terminal, *CAPABILITIES.values()]
    told = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    if told is None:
        pytest.skip(f"NOT PROVED for {terminal}: terminfo does not know it (ncurses-term)")
    return dict(zip(CAPABILITIES, told, strict=True))


def understood(sent: str) -> list[str]:
    """The keys that Textual makes of these bytes."""
    parser = XTermParser()
    return [
        event.key
        for event in (*parser.feed(sent), *parser.feed(""))
        if isinstance(event, events.Key)
    ]


@pytest.mark.parametrize("terminal", TERMINALS)
def test_what_a_terminal_sends_is_the_key(terminal: str) -> None:
    sent = sent_by(terminal)
    assert {key: understood(sent[key]) for key in CAPABILITIES} == {key: [key] for key in sent}


def test_every_named_key_of_the_registry_is_tried() -> None:
    plain = {"enter", "escape", "space", "tab"}
    assert {key for key in USED if not key.startswith("ctrl+")} - plain <= CAPABILITIES.keys()
    for key, byte in (("enter", "\r"), ("space", " "), ("tab", "\t"), ("backspace", "\x08")):
        assert understood(byte) == [key]


@pytest.mark.parametrize("key", sorted(key for key in USED if key.startswith("ctrl+")))
def test_a_ctrl_key_is_one_byte_and_that_key(key: str) -> None:
    assert understood(chr(ord(key[-1]) - ord("a") + 1)) == [key]


def test_without_f_keys_help_and_the_search_for_actions_are_still_there() -> None:
    """A multiplexer or a desktop may keep the F-keys: then a sign leads to every action."""
    for one in ("help", "palette"):
        assert any(key not in NAMED for key in BY_ID[one].keys)
