"""The registry of actions: what footer, help and key table are made of."""

import re
from collections import Counter

import pytest

from pixtui.tui.actions import ACTIONS, BY_ID, PLACE_NAMES, PLACES, Action, Place, clashes, held
from pixtui.tui.keymap import DEFAULT
from pixtui.tui.keys import SAME
from pixtui.wording.catalogue import words


def test_an_action_has_one_name_and_a_key() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert all(action.keys for action in ACTIONS)


def test_no_action_repeats_a_key() -> None:
    assert all(max(Counter(action.keys).values()) == 1 for action in ACTIONS)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.id)
def test_the_first_key_arrives_from_every_keyboard(action: Action) -> None:
    """No letter, which an IME or a Cyrillic layout sends as another: letters are aliases."""
    first = action.keys[0]
    assert first.isdigit() or not (len(first) == 1 and first.isalpha())
    assert not re.fullmatch(r"f1[01]|alt\+.*|.*shift\+.*", first)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.id)
def test_no_key_is_one_that_a_terminal_cannot_tell_or_eats(action: Action) -> None:
    assert not SAME.keys() & set(action.keys)
    assert not {"ctrl+c", "ctrl+backslash"} & set(action.keys)


def test_what_flow_control_or_a_multiplexer_may_eat_has_another_way() -> None:
    """Ctrl+Q needs XON off, as Textual sets it; Esc leaves too, from the list of sessions."""
    eaten = {f"ctrl+{letter}" for letter in "sqabz"}
    only = {action.id for action in ACTIONS if set(action.keys) <= eaten}
    assert only == {"quit"}
    assert "escape" in BY_ID["quit_list"].keys


def test_escape_only_ever_goes_back() -> None:
    holders = {action.id for action in ACTIONS if "escape" in action.keys}
    back = {"back", "quit_list", "leave_centre", "leave_out", "cancel", "dismiss", "leave_manual"}
    assert holders == back
    assert not any(BY_ID[one].writes for one in holders)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[-1])
def test_no_key_is_claimed_twice_in_a_place(place: Place) -> None:
    """The alarm holds in the dialogs of a session as well."""
    assert not clashes(held(ACTIONS, place, alarm=True))


def test_every_place_has_a_name() -> None:
    assert set(PLACE_NAMES) == {one.scope for one in ACTIONS} == set(sum(PLACES, ()))


def test_every_action_is_told_in_both_languages() -> None:
    french, english = words("fr"), words("en")
    for action in ACTIONS:
        assert english.text(action.help).endswith(".")
        assert french.text(action.help) != english.text(action.help), action.id


def test_a_clash_is_found() -> None:
    one = Action(id="one", scope="grid", keys=("a", "b"), label="x", help="x")
    other = Action(id="other", scope="grid", keys=("b",), label="x", help="x")
    assert clashes([one, other]) == [("b", "one", "other")]
    assert clashes([one]) == []


def test_the_actions_of_a_place_come_in_the_order_of_the_registry() -> None:
    listed = DEFAULT.of(["grid", "everywhere"])
    assert [action.scope for action in listed[:3]] == ["everywhere"] * 3
    assert {action.scope for action in listed} == {"everywhere", "grid"}
    assert listed == sorted(listed, key=ACTIONS.index)
