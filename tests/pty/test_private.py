"""Nobody else reads what a console writes, and nothing of it is in a shared folder (P19)."""

import os
import stat
from pathlib import Path

import pytest

from tests.pty.terminal import assert_kept, console, enter_a_fact, pixtui

pytestmark = pytest.mark.pty
ANY_UMASK = ("sh", "-c", 'umask 000 && exec "$@"', "sh")


def modes(folder: Path) -> dict[str, str]:
    """Every file and folder that somebody else may read or write, with its mode."""
    open_to_others = {}
    for path in folder.rglob("*"):
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & 0o077 and not path.is_symlink():
            open_to_others[str(path.relative_to(folder))] = oct(mode)
    return open_to_others


def test_every_file_is_private_under_any_umask_and_none_is_shared(
    mid_exam: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shared, elsewhere = tmp_path_factory.mktemp("shared"), tmp_path_factory.mktemp("elsewhere")
    hostile = {
        "TEXTUAL_LOG": str(elsewhere / "log"),
        "TEXTUAL_PRESS": "7,7,7",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(elsewhere),
        "TEXTUAL_DRIVER": "os:system",
    }
    mid_exam.chmod(0o644)  # as it comes off a USB key
    with console(mid_exam, through=ANY_UMASK, TMPDIR=str(shared), **hostile) as terminal:
        enter_a_fact(terminal)
        assert modes(mid_exam.parent) == {}
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert_kept(mid_exam)
    assert modes(mid_exam.parent) == {}
    assert [*shared.iterdir(), *elsewhere.iterdir()] == []


def test_what_the_commands_write_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        asked = "new b204.json --room B204 --date 2026-11-30 --time 09:00 --examiner Sarr --site S"
        assert pixtui(tmp_path, *asked.split()).returncode == 0
        one = '{"command": "add_candidate", "last_name": "LE GOFF", "first_name": "Zoé"}\n'
        assert pixtui(tmp_path, "apply", "b204.json", said=one).returncode == 0
        for more in (
            ["copy", "b204.json", "copy.json"],
            ["export", "b204.json", "list.csv"],
            ["extract", "b204.json", "c1", "one.txt", "--yes"],
        ):
            assert pixtui(tmp_path, *more).returncode == 0
    finally:
        os.umask(before)
    assert modes(tmp_path) == {}
