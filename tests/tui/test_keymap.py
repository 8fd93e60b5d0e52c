"""A user's key map: what it changes, and everything that may be wrong with it."""

import re
import tomllib
from pathlib import Path

import pytest

from pixtui.tui.actions import ACTIONS, BY_ID, PLACES, clashes
from pixtui.tui.key_checks import EDITING, KEPT
from pixtui.tui.keymap import (
    DEFAULT,
    IN_BRACKETS,
    SAID_BY_KEY,
    Loaded,
    as_file,
    keys_sentence,
    load_keymap,
    problem_sentences,
)
from pixtui.tui.keys import key_label
from pixtui.tui.widgets.entry import Entry
from pixtui.wording.catalogue import words
from pixtui.wording.key_problems import PROBLEMS
from pixtui.wording.refusals import REFUSALS
from tests.wording.update_catalogue import extract

ROOT = Path(__file__).parents[2]


def loaded(folder: Path, text: str | bytes) -> Loaded:
    """A key map of that text."""
    path = folder / "keys.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_keymap(path)


def told(folder: Path, text: str | bytes) -> list[tuple[int, str]]:
    """The line and the code of each problem of that text."""
    found = loaded(folder, text)
    assert (found.keymap is DEFAULT) == bool(found.problems)
    for sentence in [
        *problem_sentences(words("fr"), found),
        *problem_sentences(words("en"), found),
    ]:
        assert "{" not in sentence
        assert sentence.startswith(f"{folder}/keys.toml, ")
        assert len(sentence.splitlines()) == 1
    return [(one.line, one.code) for one in found.problems]


def test_without_a_file_the_keys_are_the_shipped_ones(tmp_path: Path) -> None:
    assert load_keymap(tmp_path / "none" / "keys.toml") == Loaded()


def test_a_file_that_is_asked_for_must_be_there(tmp_path: Path) -> None:
    found = load_keymap(tmp_path / "keys.toml", needed=True)
    assert [one.code for one in found.problems] == ["unreadable"]


def test_an_action_has_the_keys_of_the_file_and_the_others_theirs(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'finish = ["&", "F10"]\nhistory = "ctrl+u"\n')
    assert not found.problems
    keymap = found.keymap
    assert keymap.by_id["finish"].keys == ("ampersand", "f10")
    assert keymap.by_id["history"].keys == ("ctrl+u",)
    changed = {one.id for one in keymap.actions if one.keys != BY_ID[one.id].keys}
    assert changed == {"finish", "history"}


def test_keys_may_be_exchanged(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'grid = ["f6"]\nchecklist = ["f2"]\n')
    assert not found.problems
    assert found.keymap.by_id["grid"].keys == ("f6",)


def test_the_unshifted_digits_of_a_french_keyboard(tmp_path: Path) -> None:
    rows = zip("&é\"'(-è_çà", "1234567890", strict=True)
    of_digit = {one.keys[0]: one.id for one in ACTIONS if one.scope == "grid"}
    lines = [
        f"{of_digit[digit]} = ['{sign}', '{digit}']".replace("'''", '"\'"') for sign, digit in rows
    ]
    text = "\n".join([*lines, 'extra_time = ["x"]'])
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (b"\xff", [(1, "not_utf8")]),
        ("x = [\n", [(1, "syntax")]),
        ('help = "f1"\n\nhelp = "f1"\n', [(3, "syntax")]),
        ('\nfinnish = ["7"]\n', [(2, "unknown_near")]),
        ('zzzz = ["7"]\n', [(1, "unknown_action")]),
        ("finish = []\n", [(1, "no_keys")]),
        ("finish = 7\n", [(1, "no_keys")]),
        ('finish = ["7", 8]\n', [(1, "no_keys")]),
        ('[finish]\nkeys = ["7"]\n', [(1, "no_keys")]),
        ('finish = ["f77"]\n', [(1, "unknown_key")]),
        *(
            (f'finish = ["7", "{one}"]\n', [(1, "same_key")])
            for one in ("ctrl+m", "ctrl+i", "ctrl+h", "ctrl+[", "ctrl+j")
        ),
        ('finish = ["ctrl+c"]\n', [(1, "copies")]),
        # clashes: in a screen, with what holds in the session, everywhere, in lists, in dialogs
        ('# mine\nfinish = ["8"]\n', [(2, "clash")]),
        ('finish = ["8"]\nend_screen = ["8"]\n', [(2, "clash")]),
        ('finish = ["f9"]\n', [(1, "clash")]),
        ('history = ["f5"]\n', [(1, "clash")]),
        ('finish = ["f1"]\n', [(1, "clash")]),
        ('finish = ["j"]\n', [(1, "clash")]),
        ('submit = ["ctrl+e"]\n', [(1, "clash")]),
        ('quit = ["f4"]\n', [(1, "clash")]),
        # keys that do not arrive, ways out that are gone
        ('finish = ["f10"]\n', [(1, "not_everywhere")]),
        ('help = ["f11", "alt+h"]\n', [(1, "not_everywhere")]),
        ('submit = ["s"]\n', [(1, "typed")]),
        ('quit = ["q"]\n', [(1, "typed")]),
        ('alarm = ["ctrl+u"]\n', [(1, "typed")]),
        ('back = ["f12"]\n', [(1, "clash"), (1, "kept")]),
        ('cancel = ["ctrl+g"]\n', [(1, "kept")]),
        ('choose = ["f5"]\n', [(1, "kept")]),
        ('move_down = ["j"]\n', [(1, "kept")]),
        ('open = ["f8"]\n', [(1, "kept")]),
        ('remove = ["escape"]\n', [(1, "clash"), (1, "escape")]),
        # all that is wrong is told
        ('finish = ["8"]\n\nback = ["f12"]\nzzzz = ["a"]\n', [(4, "unknown_action")]),
        ('finish = ["8"]\ncancel = ["ctrl+g"]\n', [(1, "clash"), (2, "kept")]),
    ],
    ids=str,
)
def test_each_wrong_thing_is_told_with_its_line(
    tmp_path: Path, text: str | bytes, problems: list[tuple[int, str]]
) -> None:
    assert sorted(told(tmp_path, text)) == problems


def test_a_clash_is_told_once_with_both_and_the_key(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'history = ["f5"]\n')
    [sentence] = problem_sentences(words("en"), found)
    assert sentence == (
        f"{tmp_path}/keys.toml, line 1: f5 of history is also a key of step_papers, order, close, "
        "override, undo, other_roll. Take another key, or change that of the other as well."
    )


@pytest.mark.parametrize("text", ['"\\u001b]0;x\\u0007" = ["a"]', 'finish = ["\\u001b[2J"]'])
def test_nothing_of_a_file_acts_on_the_terminal(tmp_path: Path, text: str) -> None:
    found = loaded(tmp_path, text)
    assert found.problems
    assert all(one.isprintable() for one in problem_sentences(words("fr"), found))


def test_every_problem_has_its_words_and_every_word_its_problem() -> None:
    source = (ROOT / "pixtui/tui/key_checks.py").read_text()
    assert {code for code in PROBLEMS if f'"{code}"' not in source} == set()


def test_what_must_stay_is_so_in_the_shipped_keys() -> None:
    assert all(key in BY_ID[one].keys for one, key in KEPT.items())
    assert not any(clashes(DEFAULT.of(place)) for place in PLACES)


def test_the_keys_of_a_field_are_known() -> None:
    taken = {binding.key for binding in Entry.BINDINGS}  # type: ignore[union-attr]  # bindings all
    plain = {
        one for one in taken if one.count("+") == 0 or (one.startswith("ctrl+") and len(one) == 6)
    }
    assert plain <= EDITING


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_printed_keys_are_a_key_map_that_changes_nothing(tmp_path: Path, language: str) -> None:
    printed = as_file(DEFAULT, words(language), tmp_path / "keys.toml")
    assert tomllib.loads(printed) == {}
    commented = [
        line.removeprefix("# ") for line in printed.splitlines() if "] " in line and "= [" in line
    ]
    assert len(commented) == len(ACTIONS)
    found = loaded(tmp_path, "\n".join(commented))
    assert not found.problems
    assert found.keymap == DEFAULT


def test_the_printed_keys_are_those_in_use(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'finish = ["&"]\nfilter = [\'"\', "\\\\"]\n')
    assert not found.problems
    printed = as_file(found.keymap, words("fr"), tmp_path / "keys.toml")
    assert tomllib.loads(printed) == {"finish": ["&"], "filter": ['"', "\\"]}


def test_an_operator_is_told_the_first_problem_and_how_many_more(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'zzzz = ["a"]\nyyyy = ["b"]\nxxxx = ["c"]\n')
    said = keys_sentence(words("en"), found)
    assert said.startswith("The usual keys are in use. ")
    assert "line 1: there is no action zzzz" in said
    assert said.endswith("pixtui keys says 2 things more.")
    assert keys_sentence(words("en"), Loaded()) == ""


# --- sentences name the keys one has


def test_sentences_name_the_keys_in_use(tmp_path: Path) -> None:
    keymap = loaded(
        tmp_path, 'history = ["ctrl+u"]\nalarm = ["f12", "ctrl+e"]\nseal = ["f11", "s"]\n'
    ).keymap
    said = keymap.said_in(words("fr"))
    assert said.with_own_keys("dans F9, Ctrl+E, F12, F91, aF9") == "dans Ctrl+U, F12, F11, F91, aF9"
    assert "(Ctrl+U)" in said.text("There is no entry {seq}. The history lists them (F9).")
    assert (
        words("fr").text("There is no entry {seq}. The history lists them (F9).").endswith("(F9).")
    )


def test_keys_that_change_places_are_said_right(tmp_path: Path) -> None:
    keymap = loaded(tmp_path, 'incidents = ["f9"]\nhistory = ["f7"]\n').keymap
    assert keymap.said_in(words("en")).with_own_keys("F7 F9") == "F9 F7"


def test_a_sentence_names_no_other_key_than_those_that_follow() -> None:
    """F2 and F5 are of many actions: a sentence takes such a key by the action, as {key}."""
    named = re.compile(r"(?<!\w)(?:F\d+|Ctrl\+[A-Z])(?!\w)")
    rules = (ROOT / "pixtui/rules/data").glob("*.toml")
    said = [*map(str, extract()), *(path.read_text() for path in rules)]
    follows = {key_label(BY_ID[one].keys[0], words("en")) for one in SAID_BY_KEY}
    assert {key for text in said for key in named.findall(text)} <= follows


def test_a_digit_of_the_grid_that_a_sentence_names_follows(tmp_path: Path) -> None:
    own = 'presence = ["ç", "3"]\nfrom_paper = ["^", "w"]\n'
    french = loaded(tmp_path, own).keymap.said_in(words("fr"))
    told = french.text(REFUSALS["presence_expired.never"])
    assert "ici (ç)" in told
    assert "papier (^)" in told
    assert french.with_own_keys("(3), (30) et 3") == "(ç), (30) et 3"


def test_the_signs_between_brackets_are_those_of_the_grid() -> None:
    """Of the letters only (w) is named so, and it is an alias of that action."""
    bracketed = re.compile(r"\((\w)\)")
    rules = (ROOT / "pixtui/rules/data").glob("*.toml")
    said = [*map(str, extract()), *(path.read_text() for path in rules)]
    named = {sign for text in said for sign in bracketed.findall(text)}
    assert named - {"s", "e"} <= IN_BRACKETS.keys()
    assert "w" in BY_ID["from_paper"].keys


def test_what_is_taken_as_shipped_is_so() -> None:
    """Below the registry a caller says itself how the shipped key is written."""
    call = re.compile(r'words\.key\("(\w+)", (?:words\.text\()?"([^"]+)"')
    texts = [path.read_text() for path in (ROOT / "pixtui/present").glob("*.py")]
    taken = [found for text in texts for found in call.findall(text)]
    assert len(taken) == sum(text.count("words.key(") for text in texts) > 0
    assert all(key_label(BY_ID[one].keys[0], words("en")) == shown for one, shown in taken)


def test_the_keys_that_sentences_name_are_of_one_action_each() -> None:
    firsts = [BY_ID[one].keys[0] for one in SAID_BY_KEY]
    assert len(set(firsts)) == len(firsts)
    assert {"f3", "f4", "f6", "f7", "f8", "f9", "f12", "ctrl+e", "ctrl+k"} <= set(firsts)
