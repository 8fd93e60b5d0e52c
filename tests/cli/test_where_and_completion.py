"""Where the files are, and what a shell completes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from pixtui.cli.arguments import COMMANDS
from tests.cli.conftest import Run


def test_where_tells_every_place_and_whether_it_is_there(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "keys.toml").write_text("")
    told = run("where", "--json").json
    assert told["sessions"] == {"path": str(home / "sessions"), "exists": False}
    assert told["keys"] == {"path": str(home / "config" / "keys.toml"), "exists": True}
    assert told["rules"] == {"path": str(home / "config" / "rules.toml"), "exists": False}
    assert told["crashes"]["path"] == str(home / "state" / "crashes")
    lines = run("where").out.splitlines()
    assert len(lines) == len(told) + 1
    assert lines[-1].startswith("PIXTUI_HOME")
    assert next(line for line in lines if str(home / "config" / "rules.toml") in line).endswith(
        "(not there)"
    )


def test_a_home_that_cannot_be_made_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXTUI_HOME", "/dev/null")
    for command in ("--plain", "demo"):
        done = run(command)
        assert done.code == 1
        assert done.err.startswith("/dev/null")
        assert "(ENOTDIR). Check who may write there." in done.err
    told = {one["code"]: one for one in run("check", "--json").json}
    assert told["folder"]["standing"] == "wrong"


@pytest.mark.parametrize("home", ["pix", "~/pix"])
def test_a_home_that_depends_on_where_one_is_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.setenv("PIXTUI_HOME", home)
    told = {one["code"]: one for one in run("check", "--json").json}
    assert told["home"]["standing"] == "wrong"
    assert f"PIXTUI_HOME={home}" in told["home"]["message"]


def test_each_place_stands_on_a_line_of_its_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXTUI_HOME", "/tmp/two\nlines")
    done = run("where")
    assert len(done.out.splitlines()) == len(run("where", "--json").json) + 1


def _bash(script: Path, home: Path, *words: str) -> set[str]:
    """What bash would offer for the last of these words."""
    listed = " ".join(f"'{one}'" for one in words)
    code = f"""source {script}
COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}
_pixtui
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "-c", code],
        env={"PIXTUI_HOME": str(home), "PATH": "/usr/bin:/bin"},
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert not done.stderr
    return set(done.stdout.splitlines())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one session in the default folder."""
    (tmp_path / "home" / "sessions").mkdir(parents=True)
    (tmp_path / "home" / "sessions" / "salle-b204.json").write_text("{}")
    return tmp_path / "home"


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_bash_and_zsh_complete_commands_options_values_and_sessions(
    run: Run, home: Path, shell: str
) -> None:
    script = home / "completion"
    script.write_text("\n".join(run("completion", shell).out.splitlines()))
    if shell == "zsh":
        ours = [line for line in script.read_text().splitlines() if "compinit" not in line]
        script.write_text("\n".join(ours))
    assert _bash(script, home, "pixtui", "ver") == {"verify"}
    assert set(COMMANDS) <= _bash(script, home, "pixtui", "")
    assert "salle-b204" in _bash(script, home, "pixtui", "status", "sal")
    assert _bash(script, home, "pixtui", "verify", "--exp") == {"--expect"}
    assert _bash(script, home, "pixtui", "new", "--mode", "") == {"with-es", "without-es"}
    assert _bash(script, home, "pixtui", "--theme", "li") == {"light"}
    assert _bash(script, home, "pixtui", "completion", "f") == {"fish"}
    assert not {one for one in _bash(script, home, "pixtui", "list", "sal") if "b204" in one}


ODD = ("$(touch PWNED)", "`touch PWNED`", "a b", "O'Neil", "a;b", "*", "-dash", "été", "l\nm")
"""Names of sessions that a shell must take as they are, or leave out."""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_session_of_an_odd_name_is_offered_whole_and_run_by_nobody(
    run: Run, home: Path, shell: str
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} on this machine")
    for name in ODD:
        (home / "sessions" / f"{name}.json").write_text("{}")
    script = home / "completion"
    ours = [one for one in run("completion", shell).out.splitlines() if "compinit" not in one]
    script.write_text("\n".join(ours))
    if shell == "fish":
        code = f"source {script}; __pixtui_sessions; complete -C 'pixtui status '"
        start = ["fish", "--no-config", "-c"]
    else:
        # Zsh calls a completion of bash as sh, with the lists of ksh.
        sh = "" if shell == "bash" else "complete() {}; compgen() {}; emulate sh; "
        code = f"""{sh}source {script}; COMP_WORDS=(pixtui status ''); COMP_CWORD=2; _pixtui
for one in "${{COMPREPLY[@]}}"; do printf '%s\\n' "$one"; done"""
        start = [shell, *(["-f"] if shell == "zsh" else []), "-c"]
    done = subprocess.run(
        [*start, code],
        env={"HOME": str(home), "PIXTUI_HOME": str(home), "PATH": "/usr/bin:/bin"},
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert not done.stderr
    offered = set(done.stdout.splitlines())
    assert {one for one in ODD if "\n" not in one} <= offered
    assert not [one for one in home.rglob("PWNED*") if one.name == "PWNED"]


def test_the_pages_of_the_manual_are_offered(run: Run, home: Path) -> None:
    script = home / "completion"
    script.write_text(run("completion", "bash").out)
    assert "exam-day" in _bash(script, home, "pixtui", "help", "exam")
    papers = _bash(script, home, "pixtui", "docs", "salle-b204", "convo")
    assert papers == {"convocations", "convocation-grid"}


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh on this machine")
def test_zsh_takes_its_script(run: Run, home: Path) -> None:
    script = home / "completion"
    script.write_text(run("completion", "zsh").out)
    done = subprocess.run(
        ["zsh", "-f", "-c", f"source {script}; print $_comps[pixtui]"],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin", "ZDOTDIR": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert "_bash_complete" in done.stdout, done.stderr


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish on this machine")
def test_fish_completes_commands_options_values_and_sessions(run: Run, home: Path) -> None:
    script = home / "completion.fish"
    script.write_text(run("completion", "fish").out)

    def offered(line: str) -> set[str]:
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"],
            env={"HOME": str(home), "PATH": "/usr/bin:/bin", "PIXTUI_HOME": str(home)},
            cwd=home,
            capture_output=True,
            text=True,
            check=True,
            timeout=20,
        )
        return {one.partition("\t")[0] for one in done.stdout.splitlines()}

    assert offered("pixtui ver") == {"verify"}
    assert "salle-b204" in offered("pixtui status sal")
    assert offered("pixtui verify --exp") == {"--expect"}
    assert offered("pixtui new --mode ") == {"with-es", "without-es"}
    assert offered("pixtui completion f") == {"fish"}
