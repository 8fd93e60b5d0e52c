"""The registry of actions: what footer, help and key table are made of."""

from collections import Counter

from pixtui.tui.actions import ACTIONS, BY_ID, Action, actions_of, clashes
from pixtui.wording.catalogue import words


def test_an_action_has_one_name_and_a_key() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert all(action.keys for action in ACTIONS)


def test_no_action_repeats_a_key() -> None:
    assert all(max(Counter(action.keys).values()) == 1 for action in ACTIONS)


def test_frequent_actions_need_no_letter() -> None:
    """Digits, F-keys, Enter and Space arrive from every keyboard; letters are aliases."""
    for action in ACTIONS:
        if action.footer and action.scope in ("session", "incidents", "finalise", "history"):
            assert len(action.keys[0]) > 1, action.id


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
    listed = actions_of(["grid", "everywhere"])
    assert [action.scope for action in listed[:3]] == ["everywhere"] * 3
    assert {action.scope for action in listed} == {"everywhere", "grid"}
    assert listed == sorted(listed, key=ACTIONS.index)
