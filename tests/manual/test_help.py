"""``pixtui help``: pages, sections, search, and a pager only where somebody looks."""

import shlex
import shutil
from pathlib import Path

import pexpect
import pytest

from pixtui.cli import main
from pixtui.present.manual import as_text
from pixtui.present.width import width
from pixtui.wording.catalogue import words
from pixtui.wording.manual import PAGES, anchors, blocks
from tests.manual.writing import LANGUAGES
from tests.pty.terminal import DEADLINE_SECONDS, PIXTUI, Terminal, environment

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lists_the_pages(language: str, capsys: Capture) -> None:
    assert main(["help", "--lang", language]) == 0
    told = capsys.readouterr()
    names = [line.split()[0] for line in told.out.splitlines()[: len(PAGES)]]
    assert names == [page.name(language) for page in PAGES]
    assert told.err == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.id)
def test_a_page_fits_a_terminal_of_eighty_columns(
    page: object, language: str, capsys: Capture
) -> None:
    name = page.name(language)  # type: ignore[attr-defined]  # a page
    assert main(["help", name, "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert set(lines[1]) == {"="}
    assert max(map(width, lines)) <= 80
    assert "<!--" not in "".join(lines)
    assert "<a id" not in "".join(lines)


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("exam-day", "Le jour de l'épreuve"),  # by its id, whatever the language
        ("Le jour de l'epreuve, sur une page", "Le jour de l'épreuve"),
        ("no_identity", "Sans pièce d'identité"),
        ("presence_expired", "La présence n'est pas, ou plus, confirmée"),
        ("command-verify", "pixtui verify"),
        ("verify", "pixtui verify"),
    ],
)
def test_whatever_has_a_section_can_be_asked_for(asked: str, begins: str, capsys: Capture) -> None:
    assert main(["help", asked]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_a_section_ends_where_the_next_one_begins(capsys: Capture) -> None:
    main(["help", "situation-absent"])
    told = capsys.readouterr().out
    assert "Candidat absent" in told
    assert "Pas sur la liste" not in told


def test_an_unknown_page_is_one_line_with_the_nearest_names(capsys: Capture) -> None:
    assert main(["help", "situatoins", "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "situations" in told.err
    assert main(["help", "[/]\x1b[2J"]) == 1
    assert "\x1b" not in capsys.readouterr().err


def test_a_search_lists_the_sections(capsys: Capture) -> None:
    assert main(["help", "--search", "DISQUE", "plein"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "pannes · Le disque est plein"
    assert main(["help", "--search", "xylophone"]) == 1
    told_nothing = capsys.readouterr()
    assert (told_nothing.out, told_nothing.err.count("\n")) == ("", 1)


def test_what_a_search_finds_can_be_shown() -> None:
    assert {"finding-not_signed", "situation-absent", "command-help"} <= set(anchors("fr"))


@pytest.mark.pty
@pytest.mark.parametrize(
    ("pager", "said"),
    [
        ("sh -c 'echo PAGED; cat'", "PAGED"),
        ("no-such-pager", "Le jour de l'épreuve"),
        ("sh -c no-such-pager", "Le jour de l'épreuve"),
        ("'", "Le jour de l'épreuve"),
        ("", "Le jour de l'épreuve"),
    ],
)
def test_a_terminal_gets_the_readers_pager(pager: str, said: str, tmp_path: Path) -> None:
    first, *rest = [*PIXTUI, "help", "jour-j"]
    child = pexpect.spawn(
        first,
        rest,
        env=environment(tmp_path, TERM="xterm-256color", PAGER=pager),
        dimensions=(24, 80),
        timeout=DEADLINE_SECONDS,
        encoding="utf-8",
    )
    told = child.read()
    child.close()
    assert child.exitstatus == 0
    assert said in told
    assert "Le jour de l'épreuve" in told
    assert "Traceback" not in told


@pytest.mark.pty
@pytest.mark.skipif(shutil.which("less") is None, reason="no less on this machine")
def test_ctrl_c_is_the_pagers_and_the_terminal_is_given_back(tmp_path: Path) -> None:
    with Terminal(["help", "situations"], environment(tmp_path, PAGER="less")) as terminal:
        terminal.until("Trois règles")
        terminal.process.send("\x03")
        terminal.press("space")
        terminal.until("Attendu dans une autre salle")
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.pty
def test_a_narrow_terminal_gets_lines_of_its_width_and_whole_commands(tmp_path: Path) -> None:
    first, *rest = [*PIXTUI, "help", "config-toml"]
    child = pexpect.spawn(
        first,
        rest,
        env=environment(tmp_path, TERM="xterm-256color", PAGER="cat"),
        dimensions=(24, 40),
        timeout=DEADLINE_SECONDS,
        encoding="utf-8",
    )
    lines = child.read().splitlines()
    child.close()
    assert max(map(width, lines)) <= 40
    command = next(one for page in PAGES for one in blocks(page, "fr") if one.kind == "code")
    assert as_text([command], words("fr"), 40).split("\n") == command.text.split("\n")


def test_no_name_of_a_page_lists_them(capsys: Capture) -> None:
    main(["help"])
    listed = capsys.readouterr().out
    assert main(["help", " "]) == 0
    assert capsys.readouterr().out == listed


@pytest.mark.pty
def test_a_pipe_gets_plain_text(tmp_path: Path) -> None:
    """Even where a person sits at the terminal that the pipe was started from."""
    piped = f"{shlex.join([*PIXTUI, 'help', 'jour-j'])} | head -n 1"
    child = pexpect.spawn(
        "/bin/sh",
        ["-c", piped],
        env=environment(tmp_path, PAGER="echo PAGED"),
        timeout=DEADLINE_SECONDS,
        encoding="utf-8",
    )
    assert child.read().strip() == "Le jour de l'épreuve, sur une page"
    child.close()


def test_a_link_names_its_page(capsys: Capture) -> None:
    main(["help", "refusal-damaged"])
    assert "les pannes (pannes)" in " ".join(capsys.readouterr().out.split())


def test_it_names_the_keys_that_are_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keys.toml").write_text('checklist = ["ctrl+u"]\n')
    assert main(["help", "exam-day"]) == 0
    told = capsys.readouterr().out
    assert "Ctrl+U, Code d'accès donné" in " ".join(told.replace("`", "").split())
    assert "F6" not in told
