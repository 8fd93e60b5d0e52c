"""Every file of the corpus has the outcome its manifest says, and never an exception.

``worst`` is the gravest severity but notices; ``stricter`` says why a file that could pass
with a warning is refused.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from pixtui.exchange.plain_csv import parse

CORPUS = Path(__file__).parent / "corpus"
TODAY = dt.date(2029, 11, 24)
CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines()
]
HEADER = "Nom;Prénom;Date de naissance;Sexe;Code INSEE;Temps majoré;Courriel\n"


def made(name: str) -> bytes:
    """The files too big to keep."""
    if name == "field_200k.csv":
        return f"{HEADER}MARTIN-FICTIF;{'Z' * 200_000};01/04/2012;F;75056;;\n".encode()
    rows = (f"MARTIN-FICTIF;Zoé{number};01/04/2012;F;75056;;\n" for number in range(5_001))
    return (HEADER + "".join(rows)).encode()


def _data(name: str) -> bytes:
    path = CORPUS / name
    return path.read_bytes() if path.exists() else made(name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}-{case['file']}")
def test_each_file_has_the_outcome_the_manifest_says(case: dict[str, Any]) -> None:
    found = parse(_data(case["file"]), TODAY)
    worst = found.worst()
    assert (None if worst == "notice" else worst) == case["worst"]
    assert [one.code for one in found.problems] == case["codes"]
    if case["worst"] != "error":
        assert len(found.candidates) == found.rows > 0
    for name in ("last_name", "extra_time"):
        if name in case:
            assert getattr(found.candidates[0], name) == case[name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_whatever_a_file_holds_what_is_said_of_it_prints(case: dict[str, Any]) -> None:
    found = parse(_data(case["file"]), TODAY)
    said = [*found.dropped_columns]
    for one in found.problems:
        said += [one.column or "", *one.params.values()]
    assert not [text for text in said if not set(text).isdisjoint(map(chr, range(32)))]


def test_the_corpus_is_whole() -> None:
    assert len(CASES) == 112
    kept = {path.name for path in CORPUS.glob("*.csv")}
    assert kept <= {case["file"] for case in CASES}
