"""``pixtui config``, and that each setting holds: option, environment, file, what is usual."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from pixtui import terminal
from pixtui.cli.console import wanted
from pixtui.cli.main import main
from pixtui.desk.settings import LoadedSettings, Settings, settings_path
from pixtui.terminal import Look
from tests.cli.conftest import NEW, Run


def write(text: str) -> None:
    """The user's settings."""
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text)


def test_it_prints_the_file_and_checks_one(run: Run) -> None:
    done = run("config")
    assert (done.code, done.err) == (0, "")
    assert "# theme =" in done.out
    assert str(settings_path()) in done.out
    write('theme = "light"\nmuose = true\n')
    done = run("config")
    assert done.code == 1
    assert '\ntheme = "light"' in done.out
    assert "line 2: there is no setting muose. Perhaps mouse?" in done.err
    Path("mine.toml").write_text('theme = "light"\n')
    assert run("config", "mine.toml").code == 0
    Path("mine.toml").write_text("theme =\n")
    done = run("config", "mine.toml")
    assert (done.code, done.out) == (1, "")


def test_where_and_check_name_it(run: Run) -> None:
    assert run("where", "--json").json["settings"] == {
        "path": str(settings_path()),
        "exists": False,
    }
    write("theme = 3\n")
    told = {one["code"]: one for one in run("check", "--json").json}
    assert told["settings"]["standing"] == "wrong"
    assert "line 1" in told["settings"]["message"]
    write('theme = "light"\n')
    told = {one["code"]: one for one in run("check", "--json").json}
    assert told["settings"]["standing"] == "fine"


def test_a_new_session_has_what_is_set_unless_said_otherwise(run: Run) -> None:
    write('site = "Lycée du Phare"\nzone = "Indian/Reunion"\nmode = "without-es"\nby = "M. Diop"\n')
    where = ("--room", "B1", "--date", "2027-01-11", "--time", "09:00", "--examiner", "Mme Sarr")
    assert run("new", "a.json", *where).code == 0
    told = run("status", "a.json", "--json").json
    assert told["session"]["site"] == "Lycée du Phare"
    assert told["session"]["zone"] == "Indian/Reunion"
    assert told["mode"] == "without-es"
    assert run("log", "a.json", "--json").json[0]["body"]["by"] == "M. Diop"
    assert (
        run("new", "b.json", *where, "--site", "Annexe", "--mode", "with-es", "--by", "X").code == 0
    )
    told = run("status", "b.json", "--json").json
    assert (told["session"]["site"], told["mode"]) == ("Annexe", "with-es")
    assert run("log", "b.json", "--json").json[0]["body"]["by"] == "X"
    write('site = "Ailleurs"\n')
    assert run("new", "c.json", "--like", "b.json", "--date", "2027-01-12").code == 0
    assert run("status", "c.json", "--json").json["session"]["site"] == "Annexe"


def test_papers_go_to_their_folder(run: Run, tmp_path: Path) -> None:
    write(f'papers = "{tmp_path}/pix"\n')
    run("new", "a.json", *NEW)
    assert run("docs", "a.json", "room-sheet").code == 0
    assert [one.name for one in (tmp_path / "pix" / "a-papers").iterdir()] == ["room-sheet.pdf"]


def test_the_language_is_that_of_the_file_unless_asked_for(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write('lang = "en"\n')
    main(["where"])
    assert "configuration  " in capsys.readouterr().out
    main(["--lang", "fr", "where"])
    assert "rapports d'erreur" in capsys.readouterr().out
    write('lang = "de"\n')
    main(["where"])
    assert "rapports d'erreur" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "environ", "theme", "ascii_only", "told"),
    [
        (Settings(), {}, None, None, Look("dark")),
        (Settings(theme="light", ascii=True), {}, None, None, Look("light", ascii_only=True)),
        (Settings(theme="light"), {"PIXTUI_THEME": "contrast"}, None, None, Look("contrast")),
        (Settings(theme="light"), {"PIXTUI_THEME": "contrast"}, "mono", None, Look("mono")),
        (Settings(theme="light"), {"NO_COLOR": "1"}, None, None, Look("mono")),
        (Settings(ascii=True), {"PIXTUI_ASCII": "0"}, None, None, Look("dark")),
        (Settings(ascii=True), {"PIXTUI_ASCII": "1"}, None, False, Look("dark")),
        (Settings(ascii=True), {}, None, False, Look("dark")),
    ],
)
def test_the_look_goes_by_the_option_the_environment_the_file(
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    environ: dict[str, str],
    theme: str | None,
    ascii_only: bool | None,
    told: Look,
) -> None:
    monkeypatch.setattr(terminal, "speaks_utf8", lambda: True)
    for name in ("NO_COLOR", "PIXTUI_THEME", "PIXTUI_ASCII"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", **environ}.items():
        monkeypatch.setenv(name, value)
    asked = argparse.Namespace(theme=theme, ascii=ascii_only, loaded=LoadedSettings(settings))
    assert wanted(asked) == told


def test_line_mode_may_be_set_and_says_what_is_wrong(run: Run) -> None:
    write('plain = true\nby = "M. Diop"\nthem = 1\n')
    command = [sys.executable, "-m", "pixtui"]
    done = subprocess.run(
        command, input="\nq\n", capture_output=True, text=True, timeout=60, check=True
    )
    assert "ligne 3 : il n'y a pas de réglage them. Peut-être theme ?" in done.stdout
    assert "[M. Diop]" in done.stdout
    assert run("--no-plain").code == 2  # the full screen needs a terminal
