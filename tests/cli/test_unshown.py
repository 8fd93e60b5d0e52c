"""Birth place, sex, e-mails and billing are kept for exports and shown nowhere else."""

import json
from pathlib import Path

from tests.cli.conftest import Run, script

PRIVATE = {
    "sex": "F",
    "birth_city": "VILLE-CACHEE",
    "birth_country": "PAYS-CACHE",
    "birth_postal_code": "98765",
    "email": "cachee@exemple.invalid",
    "result_email": "prescripteur@exemple.invalid",
    "billing": "PREPAID",
    "prepayment_code": "CODE-CACHE",
}
ROW = {"last_name": "LE GOFF", "first_name": "Maëlys", "birthdate": "2010-01-01", **PRIVATE}


def test_they_stand_in_the_file_and_in_no_answer(run: Run, session: str) -> None:
    brought = {"command": "import_candidates", "candidates": [ROW]}
    assert run("apply", session, given=script(brought)).code == 0
    moved = {"command": "edit_candidate", "candidate": "c1", "email": "autre@exemple.invalid"}
    assert run("apply", session, given=script(moved)).code == 0
    held = json.loads(Path(session).read_text())["session"]["candidates"]["c1"]
    assert held["birth_city"] == "VILLE-CACHEE"
    assert held["email"] == "autre@exemple.invalid"
    told = [
        run("status", session, "--json").out,
        run("status", session).out,
        run("log", session, "--json").out,
        run("log", session).out,
        run("extract", session, "c1").out,
    ]
    for secret in (*PRIVATE.values(), "autre@exemple.invalid"):
        if len(secret) > 1:
            assert secret not in "".join(told)
    body = json.loads(told[2])[1]["body"]["candidates"][0]
    assert (body["last_name"], body["sex"]) == ("LE GOFF", "••••••")


def test_what_is_no_address_is_refused_by_its_name(run: Run, session: str) -> None:
    wrong = {**ROW, "email": "a@b.fr, c@d.fr"}
    done = run("apply", session, given=script({"command": "add_candidate", **wrong}))
    assert done.code == 1
    assert done.answers[0]["refusal"] == "text_invalid"
    assert "e-mail" in done.answers[0]["message"]
