"""``pixtui check`` says what will not work, and each time what to set."""

import json
from pathlib import Path

import pytest

from pixtui.cli.checking.checked import Checked
from pixtui.cli.checking.on_terminal import Seen, terminal_checks
from pixtui.cli.checking.probe import Answer, understood
from pixtui.wording.catalogue import LANGUAGES, words
from tests.pty.terminal import pixtui

GOOD = {"TERM": "xterm-256color"}


def found(
    environ: dict[str, str] | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    answer: Answer | None = None,
    locale: str = "utf-8",
    escape: int | None = None,
    language: str = "fr",
) -> dict[str, Checked]:
    """What is found there and is not as it should be, by code."""
    here = Seen(
        environ={**GOOD, **(environ or {})},
        size=size,
        interactive=True,
        answer=answer or Answer(),
        locale=locale,
        tmux_escape_ms=escape,
    )
    every = terminal_checks(here, words(language))
    return {one.code: one for one in every if one.standing != "fine"}


def test_a_good_terminal_has_nothing_to_say() -> None:
    assert found() == {}


SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
TMUX = {"TMUX": "/tmp/tmux-1000/default,1,0", "TERM": "tmux-256color"}
CASES: list[tuple[dict[str, object], str, str, str]] = [
    ({"environ": {"TERM": "dumb"}}, "term", "wrong", "TERM=xterm-256color"),
    ({"environ": {"TERM": ""}}, "term", "wrong", "TERM=xterm-256color"),
    ({"environ": {"PIXTUI_THEME": "pink"}}, "theme", "advice", "dark, light, contrast, mono"),
    ({"size": (79, 24)}, "size", "advice", "80×24"),
    ({"locale": "ascii"}, "encoding", "wrong", "LC_ALL=C.UTF-8"),
    ({"locale": ""}, "encoding", "advice", "LANG=C.UTF-8"),
    ({"answer": Answer(reads_utf8=False)}, "encoding", "wrong", "--ascii"),
    ({"environ": TMUX, "escape": 500}, "tmux_escape", "advice", "set -sg escape-time"),
    ({"environ": {**TMUX, "TERM": "xterm"}}, "tmux_term", "advice", "tmux-256color"),
    ({"environ": {"STY": "1.pts-0", "TERM": "screen"}}, "screen", "advice", "maptimeout"),
    ({"answer": Answer(putty=True)}, "putty", "advice", "Xterm R6"),
    ({"environ": {"TERM": "putty-256color"}}, "putty", "advice", "Xterm R6"),
    ({"environ": {"ESCDELAY": "soon"}}, "escdelay", "advice", "unset ESCDELAY"),
    ({"environ": {**SSH, "ESCDELAY": "25"}}, "escdelay", "advice", "ESCDELAY=250"),
    ({"environ": SSH}, "ssh_compression", "advice", "ssh -C"),
    ({"environ": SSH}, "ssh_drop", "advice", "tmux"),
]


@pytest.mark.parametrize(("here", "code", "standing", "remedy"), CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_comes_with_what_to_set(
    here: dict[str, object], code: str, standing: str, remedy: str, language: str
) -> None:
    one = found(language=language, **here)[code]  # type: ignore[arg-type]  # arguments by name
    assert one.standing == standing
    assert remedy in one.remedy
    assert one.message


def test_what_is_well_set_is_not_talked_of() -> None:
    assert found(TMUX, escape=20) == {}
    assert "ssh_drop" not in found({**SSH, **TMUX}, escape=20)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (b"", Answer()),
        (b"\x1b[5;2R\x1b[?62;c", Answer(reads_utf8=True)),
        (b"\x1b[5;3R\x1b[?6c", Answer(reads_utf8=False)),
        (b"PuTTY\x1b[5;2R\x1b[?6c", Answer(putty=True, reads_utf8=True)),
        (b"\x1b[?6c", Answer()),
        (b"q\x1b[1;1R\x1b[?6c", Answer()),  # a key typed meanwhile; a cursor that did not move
    ],
)
def test_what_a_terminal_answers_is_understood(said: bytes, wanted: Answer) -> None:
    assert understood(said) == wanted


def test_for_a_script_it_answers_in_json_and_by_its_code(tmp_path: Path) -> None:
    told = pixtui(tmp_path, "check", "--json")
    listed = json.loads(told.stdout)
    assert all(set(one) == {"code", "standing", "message", "remedy"} for one in listed)
    standing = {one["code"]: one["standing"] for one in listed}
    assert standing["terminal"] == "wrong"  # a pipe is none
    assert standing["folder"] == standing["rules"] == standing["installed"] == "fine"
    assert told.returncode == 1
    assert told.stderr == ""
