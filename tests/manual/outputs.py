"""What the command line answers, in the manual: the program itself, on sample sessions."""

import contextlib
import io
import json
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

from pixtui.cli import main
from pixtui.present.width import wrap
from pixtui.resources import sample_sessions
from tests.manual.screens import own_home
from tests.manual.writing import COLUMNS, Made
from tests.samples.make import at

OUTPUTS: Mapping[str, tuple[str, str]] = {
    "verify": ("sealed", "pixtui verify b204.json"),
    "status": ("mid-exam", "pixtui status b204.json"),
    "import": ("fresh", "pixtui import b204.json class.csv --dry-run"),
    "apply-refused": ("fresh", "pixtui apply b204.json commands.jsonl --by 'Mme Sarr'"),
    "purge": ("sealed", "pixtui purge b204.json < /dev/null"),
    "rehearse": ("fresh", "pixtui rehearse --list"),
    "docs": ("mid-exam", "pixtui docs b204.json --list"),
}
"""By name: the sample session, and what one types."""
LIST = "nom;prénom;date de naissance\nMARTIN;Lou;31/04/2010\nBERNARD;Noé;02/05/2010\n"
COMMANDS = (
    {"command": "check_identity", "candidate": "c1", "at": "2026-11-30T08:45:00+01:00"},
    {"command": "start", "candidate": "c1", "at": "2026-11-30T09:05:00+01:00"},
)
MOST_LINES = 24


def answered(name: str, language: str, folder: Path) -> str:
    """One command and what it answers, as a block."""
    sample, typed = OUTPUTS[name]
    shutil.copy(sample_sessions() / f"{sample}.json", folder / "b204.json")
    (folder / "class.csv").write_text(LIST, encoding="utf-8")
    (folder / "commands.jsonl").write_text(
        "".join(json.dumps(one) + "\n" for one in COMMANDS), encoding="utf-8"
    )
    arguments = shlex.split(typed.partition(" <")[0])[1:]
    out = io.StringIO()
    with (
        own_home(folder),
        at("2026-11-30T10:02:00+01:00"),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
    ):
        main(["--lang", language, *arguments])
    lines = [part for line in out.getvalue().splitlines() for part in _cut(line)]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], "…"]
    return "\n".join(["```", f"$ {typed}", *lines, "```"])


def _cut(line: str) -> list[str]:
    """A line of the terminal, broken where the page is too narrow for it."""
    if len(line) <= COLUMNS:
        return [line.rstrip()]
    return wrap(line, COLUMNS)


def answers(language: str, folder: Path) -> Made:
    """All of them, by name."""
    told: dict[str, str] = {}
    for name in OUTPUTS:
        own = folder / name
        own.mkdir()
        told[f"output {name}"] = answered(name, language, own)
    return told
