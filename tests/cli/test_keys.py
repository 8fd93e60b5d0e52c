"""``pixtui keys``: the key map to change, and what is wrong with one."""

import tomllib
from pathlib import Path

from pixtui.resources import config_folder
from pixtui.tui.actions import ACTIONS
from tests.cli.conftest import Run


def test_it_prints_every_action_with_its_keys_commented_out(run: Run) -> None:
    done = run("keys")
    assert (done.code, done.err) == (0, "")
    assert tomllib.loads(done.out) == {}
    assert all(f"# {one.id} = [" in done.out for one in ACTIONS)
    assert str(config_folder() / "keys.toml") in done.out.replace("\n# ", " ")


def test_ones_own_keys_stand_uncommented(run: Run) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "keys.toml").write_text('history = "F9"\norder = ["ctrl+u", "f5"]\n')
    done = run("keys")
    assert (done.code, done.err) == (0, "")
    assert tomllib.loads(done.out) == {"order": ["ctrl+u", "f5"]}


def test_another_file_is_checked_before_it_is_put_in_place(run: Run) -> None:
    Path("mine.toml").write_text('zzzz = ["f5"]\nfinish = ["f9"]\ncancel = ["f3"]\n')
    done = run("keys", "mine.toml", "--lang", "en")
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        "mine.toml, line 1: there is no action zzzz. Take an id that pixtui keys prints."
    ]
    Path("mine.toml").write_text('finish = ["f9"]\ncancel = ["f3"]\n')
    done = run("keys", "mine.toml", "--lang", "en")
    assert done.code == 1
    assert [line.partition(": ")[0] for line in done.err.splitlines()] == [
        "mine.toml, line 1",
        "mine.toml, line 2",
    ]


def test_a_file_that_is_not_there_is_said(run: Run) -> None:
    done = run("keys", "mine.toml")
    assert done.code == 1
    assert "mine.toml" in done.err


def test_with_a_broken_map_the_keys_that_hold_are_printed(run: Run) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "keys.toml").write_text('history = ["f5"]\n')
    done = run("keys")
    assert done.code == 1
    assert "line 1" in done.err
    assert '# history = ["f9"]' in done.out
