"""The log of the program: a whole day of hostile names, refusals and crashes, and none in it."""

import json
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pixtui.cli.arguments import COMMANDS
from pixtui.desk import program_log
from pixtui.desk.crash import keep_crash
from pixtui.desk.desk import Desk
from pixtui.desk.log_file import LARGEST
from pixtui.desk.program_log import begin, log_path, note
from pixtui.domain.text import fold
from pixtui.exchange.problems import FORMATS
from pixtui.store.errors import StoreError
from pixtui.wording.refusals import REFUSALS
from tests.cli.conftest import Run
from tests.pilot.test_hostile import STORABLE

NAMES = ["SARRAZIN", "Zoéline", "O'NEIL[/b]", "Ngô{nb}%s", "refused", "Œuvrard", "МАРТИН"]
"""One of them is a word of the program too."""
SEAT, EXTRA, CODE, PASSWORD, BORN = "ZQ77X", 77, "BCDF23", "K7bcdf", "1987-06-05"
PLACE = "Maison_Delacroix"
LINE = re.compile(r"(?P<at>[0-9T:.+-]+) (?P<pid>\d+) (?P<event>[a-z_]+) (?P<facts>.*)")
PLAIN = {
    "command": {*COMMANDS, "console"},
    "code": {*REFUSALS, "malformed"},
    "format": set(FORMATS),
    "system": {"linux"},
    "kind": {"ValueError", "StoreError"},
    "reason": {"?"},
}
HEX = {"session": 12, "reference": 8}


@pytest.fixture(autouse=True)
def _none_afterwards() -> Iterator[None]:
    yield
    program_log.end()


def assert_grammar(line: str) -> None:
    """A line holds what the program says of itself, and nothing else."""
    found = LINE.fullmatch(line)
    assert found, line
    for fact in found["facts"].split():
        name, _, value = fact.partition("=")
        if name in HEX:
            assert re.fullmatch(rf"[0-9a-f]{{{HEX[name]}}}", value), line
        elif name in PLAIN:
            assert value in PLAIN[name] or re.fullmatch(r"E[A-Z]+", value), line
        elif name == "place":
            assert re.fullmatch(r"pixtui(\.[a-z_]+)+:\d+|\?", value), line
        elif name in ("pixtui", "python", "textual"):
            assert re.fullmatch(r"\d[0-9a-z.+]*", value), line
        else:
            assert name in ("entries", "read_only", "rows", "ms"), line
            assert value.isdigit(), line


def commands() -> Iterator[dict[str, Any]]:
    """A day with a refusal for about each thing done right."""
    at = "2026-11-30T{}:00+01:00".format
    day = ("check_identity", "sign", "confirm_presence", "mark_ready")
    for number, name in enumerate(NAMES, 1):
        yield {
            "command": "add_candidate",
            "last_name": name,
            "first_name": f"{name}e",
            "birthdate": BORN,
            "seat": f"{SEAT}{number}",
            "extra_time": EXTRA,
            "at": at("08:00"),
        }
    for text in STORABLE:
        yield {"command": "add_candidate", "last_name": text, "first_name": text, "seat": text}
        yield {"command": text, text: text}
    yield {"command": "set_codes", "access_code": CODE, "invigilator_password": PASSWORD}
    for name in NAMES:
        for act in (*day, "start", "start", "finish", "nothing"):
            yield {"command": act, "candidate": name, "at": at("09:00")}
        yield {
            "command": "log_incident",
            "situation": "other",
            "candidate": name,
            "note": f"{name} {SEAT} {CODE}",
            "at": at("09:30"),
        }
    yield {"command": "finalise"}


def test_a_whole_day_leaves_no_name_in_it(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / PLACE
    folder.mkdir()
    session = folder / "SARRAZIN-Zoéline.json"
    where = ("--site", PLACE, "--room", f"Salle {SEAT}", "--examiner", NAMES[0])
    when = ("--date", "2026-11-30", "--time", "09:00", "--by", NAMES[1])
    assert run("new", str(session), *where, *when).code == 0
    lines = "".join(json.dumps(one) + "\n" for one in commands())
    assert run("apply", str(session), "--by", NAMES[0], given=lines).code == 1
    listed = folder / "liste-SARRAZIN.csv"
    listed.write_text("nom;prénom;date de naissance\nDELACROIX;Anna;03/02/2001\n")
    assert run("import", str(session), str(listed), "--accept-warnings").code == 0
    assert run("status", str(folder / "Zoéline.json")).code == 1
    begin("console")
    missing = folder / "Zoéline.json"
    with pytest.raises(StoreError):
        Desk.open(missing, NAMES[0])
    for error in (ValueError(NAMES[0]), StoreError("missing", {"path": str(missing)})):
        keep_crash(error)

    told = log_path().read_text()
    for line in told.splitlines():
        assert_grammar(line)
    events = {line.split()[2] for line in told.splitlines()}
    assert events >= {"begin", "open", "close", "refused", "import", "not_opened", "crash"}
    bare = fold(told)
    names = [one for one in NAMES if one != "refused"]
    for secret in (*names, SEAT, CODE, PASSWORD, BORN, PLACE, "DELACROIX", str(tmp_path), "liste"):
        assert fold(secret) not in bare
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600


def test_what_is_no_word_of_the_program_stays_out(home: Path) -> None:
    begin("console")
    note("refused", code="LE GOFF Maëlys", reason="a/b")
    assert log_path().read_text().splitlines()[-1].endswith("refused code=? reason=?")


def test_a_full_log_becomes_the_one_before(home: Path) -> None:
    begin("console")
    note("refused", code="busy")
    log_path().write_text("x" * (LARGEST + 1))
    note("refused", code="busy")
    assert log_path().read_text().count("\n") == 1
    assert log_path().with_name("pixtui.log.1").stat().st_size > LARGEST
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600


def test_a_log_that_cannot_be_written_disturbs_nothing(home: Path) -> None:
    (home / "state").write_text("a file where the folder should be")
    begin("console")
    note("refused", code="busy")


def test_it_can_be_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home" / "config").mkdir(parents=True)
    (tmp_path / "home" / "config" / "config.toml").write_text("log = false\n")
    assert run("import", "none.json", "none.csv").code == 1
    assert not log_path().exists()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own."""
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    return tmp_path
