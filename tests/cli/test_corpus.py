"""Every hostile or odd file of the corpus, through the command line, ends as its manifest says.

Whatever a file holds: no traceback, no control byte in an answer, an answer within two seconds,
and a session file that is not written refuses to change by a byte.
"""

import io
import json
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.exchange.test_corpus import CASES as LISTS
from tests.exchange.test_corpus import CORPUS
from tests.exchange.test_corpus import made as made_list

EXCEPTIONS = {
    "C106": ("REJECT", "the same name and birth date is an error unless the identifiers differ"),
    "C107": ("REJECT", "as C106: composed or not, it is one name"),
    "E016": ("WARN", "accepted as text; but a name of one letter is always asked about"),
}
"""What ends otherwise than the manifest says, and why."""

FOREIGN: list[dict[str, Any]] = [
    json.loads(line) for line in (CORPUS / "foreign.jsonl").read_text("utf-8").splitlines()
]
_OF_WORST = {"error": "REJECT", "warning": "WARN", None: "ACCEPT"}
CASES = [
    *({**one, "outcome": _OF_WORST[one["worst"]]} for one in LISTS),
    *FOREIGN,
]
SECONDS = 2


def data_of(case: dict[str, Any]) -> bytes:
    """The bytes of a case; those too big to keep are made."""
    path = CORPUS / case["file"]
    if path.exists():
        return path.read_bytes()
    return {"deep.xml": _deep, "many_entries.ods": _many, "pupils_20k.zip": _pupils}.get(
        path.name, lambda: made_list(path.name)
    )()


def _deep() -> bytes:
    return b'<?xml version="1.0"?><BEE_ELEVES>' + b"<x>" * 100_000 + b"</x>" * 100_000


def _many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for number in range(5_000):
            archive.writestr(f"Pictures/{number}.png", b"")
    return out.getvalue()


def _pupils() -> bytes:
    pupil = (
        '<ELEVE ELEVE_ID="{0}"><ID_NATIONAL>{0:09d}FF</ID_NATIONAL><NOM_DE_FAMILLE>N{0}'
        "</NOM_DE_FAMILLE><PRENOM>Zoé</PRENOM><DATE_NAISS>01/04/2012</DATE_NAISS></ELEVE>"
    )
    told = "".join(pupil.format(number) for number in range(20_000))
    xml = (
        f'<?xml version="1.0"?><BEE_ELEVES><DONNEES><ELEVES>{told}</ELEVES></DONNEES></BEE_ELEVES>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ElevesSansAdresses.xml", f'<?xml version="1.0"?>{xml}')
    return out.getvalue()


@pytest.fixture
def exercise(run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """A fictional session of the corpus's own year and school."""
    monkeypatch.setenv("PIXTUI_NOW", "2029-11-24T10:00:00+01:00")
    where = ["--site", "S", "--room", "R", "--date", "2029-11-30", "--time", "09:00"]
    run("new", "s.json", "--fictional", *where, "--examiner", "E", "--centre", "9990001X")
    return "s.json"


def wanted(case: dict[str, Any]) -> str:
    """The outcome: what is put right and said is accepted."""
    outcome = EXCEPTIONS.get(case["id"], (case["outcome"],))[0]
    return "ACCEPT" if outcome == "CLEAN" else str(outcome)


@pytest.mark.parametrize("entrance", ["C", "D", "E"])
def test_every_case_of_an_entrance_ends_as_listed(run: Run, exercise: str, entrance: str) -> None:
    before = Path(exercise).read_bytes()
    count: Counter[str] = Counter()
    wrong: dict[str, object] = {}
    for case in CASES:
        if case["id"].startswith(entrance):
            outcome, problem = ends(run, exercise, case)
            count[outcome] += 1
            if problem:
                wrong[f"{case['id']} {case['file']}"] = problem
    assert Path(exercise).read_bytes() == before
    print(f"entrance {entrance}: {count.total()} cases, {dict(count)}")
    assert not wrong


def ends(run: Run, session: str, case: dict[str, Any]) -> tuple[str, object]:
    """How a case ends, and what is wrong with that."""
    Path("file").write_bytes(data_of(case))
    began = time.monotonic()
    done = run("import", session, "file", "--json", "--dry-run", "--accept-warnings")
    lasted = time.monotonic() - began
    answer = done.json
    found = {one["severity"] for one in answer["problems"]}
    outcome = "REJECT" if "error" in found else "WARN" if "warning" in found else "ACCEPT"
    said = "".join(one["message"] + str(one["column"]) for one in answer["problems"])
    right = (
        outcome == wanted(case)
        and done.code == (1 if outcome == "REJECT" else 0)
        and (outcome == "REJECT" or answer["would_import"] > 0)
        and lasted < SECONDS
        and all(one.isprintable() or one in "\u00a0\u202f" for one in said)
    )
    return outcome, None if right else (outcome, wanted(case), done.code, lasted, answer)


def test_a_warning_is_asked_about_and_a_refusal_says_so(run: Run, exercise: str) -> None:
    before = Path(exercise).read_bytes()
    for name in ("D-sheets/hidden_rows.ods", "D-sheets/lol.ods", "E-siecle-xml/no_ine.xml"):
        Path("file").write_bytes((CORPUS / name).read_bytes())
        done = run("import", exercise, "file")
        assert done.code == 1
        assert "Nothing imported" in done.out
    assert Path(exercise).read_bytes() == before


def test_what_is_accepted_comes_in_as_text(run: Run, exercise: str) -> None:
    for case in FOREIGN:
        if "stored" in case:
            Path("file").write_bytes(data_of(case))
            assert run("import", exercise, "file", "--accept-warnings").code == 0
            people = run("status", exercise, "--json").json["candidates"]
            assert people[-1]["last_name"] == case["stored"]


def test_the_corpus_is_whole() -> None:
    assert len(CASES) == 112 + 50 + 34
    assert set(EXCEPTIONS) <= {one["id"] for one in CASES}
    for name, (outcome, why) in EXCEPTIONS.items():
        print(f"exception {name}, {outcome}: {why}")
