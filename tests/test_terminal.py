"""What a terminal can show is told from its name, its database and the locale."""

import subprocess
import sys

import pytest

from pixtui import terminal
from pixtui.terminal import Look, charset, look


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, ""),
        ({"LANG": "fr_FR.UTF-8"}, "utf-8"),
        ({"LANG": "C.utf8"}, "utf-8"),
        ({"LC_CTYPE": "UTF-8"}, "utf-8"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "ascii"),
        ({"LANG": "fr_FR.UTF-8", "LC_CTYPE": "POSIX"}, "ascii"),
        ({"LANG": "C", "LC_CTYPE": "fr_FR.UTF-8"}, "utf-8"),
        ({"LANG": "C", "LC_ALL": ""}, "ascii"),
        ({"LANG": "fr_FR"}, "latin-1"),
        ({"LANG": "fr_FR@euro"}, "latin-1"),
        ({"LANG": "fr_FR.ISO-8859-15@euro"}, "iso-8859-15"),
    ],
)
def test_the_locale_says_the_encoding(environ: dict[str, str], wanted: str) -> None:
    assert charset(environ) == wanted


@pytest.mark.parametrize(
    ("environ", "asked", "wanted"),
    [
        ({}, None, Look("dark")),
        ({"NO_COLOR": "1"}, None, Look("mono")),
        ({"NO_COLOR": ""}, None, Look("dark")),  # as no-color.org has it
        ({"NO_COLOR": "1", "PIXTUI_THEME": "light"}, None, Look("light")),
        ({"PIXTUI_THEME": "light"}, "contrast", Look("contrast")),
        ({"PIXTUI_THEME": "pink"}, None, Look("dark")),
        ({"TERM": "vt220"}, None, Look("mono")),
        ({"TERM": "xterm-mono"}, None, Look("mono")),
        ({"PIXTUI_ASCII": "1"}, None, Look("dark", ascii_only=True)),
        ({"PIXTUI_ASCII": "0"}, None, Look("dark")),
    ],
)
def test_what_is_asked_for_comes_before_what_suits(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], asked: str | None, wanted: Look
) -> None:
    monkeypatch.setattr(terminal, "speaks_utf8", lambda: True)
    monkeypatch.setattr(terminal, "known", lambda _term: False)
    terminal.colours.cache_clear()
    assert look({"TERM": "xterm-256color", **environ}, asked) == wanted


@pytest.mark.parametrize(
    ("term", "wanted"),
    [("linux", "8"), ("xterm-256color", "256"), ("vt100", "0"), ("no-such-thing", "-1")],
)
def test_the_database_says_the_colours(term: str, wanted: str) -> None:
    code = f"from pixtui.terminal import colours; print(colours({term!r}))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == wanted


@pytest.mark.parametrize(("locale", "wanted"), [({"LANG": "C"}, "False"), ({}, "True")])
def test_what_python_itself_sets_does_not_count(locale: dict[str, str], wanted: str) -> None:
    code = "from pixtui.terminal import speaks_utf8; print(speaks_utf8())"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=locale
    )
    assert told.stdout.strip() == wanted
