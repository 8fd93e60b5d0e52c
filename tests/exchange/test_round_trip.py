"""What goes out in Pix's files comes back the same, whatever names, dates and places."""

import csv
import datetime as dt
import io
import zipfile

import pytest
from attrs import asdict
from attrs import evolve as changed
from hypothesis import given, settings

from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Details
from pixtui.exchange import pix_candidates, pix_sessions
from pixtui.exchange.apart.child import answer
from pixtui.exchange.pix_candidates_out import HEADER_ROW, SHEET, write_candidates
from pixtui.exchange.pix_rows import Dangerous
from pixtui.exchange.pix_sessions_out import write_sessions
from pixtui.exchange.problems import ImportedCandidate
from pixtui.exchange.reading import About, read
from pixtui.exchange.sheets import workbook_of
from tests.exchange.people import people

TODAY = dt.date(2026, 11, 30)
SESSION = Details(
    site="Centre fictif",
    room="B204",
    date=TODAY,
    time=dt.time(9, 5),
    examiner="Mme Sarr, M. Blanchard",
    zone="Europe/Paris",
    product="pix",
    duration=105,
    mode="with-es",
    language="fr",
    retention_until=dt.date(2027, 11, 30),
    description="Salle au 2e ; ascenseur\nen panne",
)
ZOE = CandidateFields(
    last_name="LE GOFF-DA SILVA",
    first_name="Maëlys",
    birthdate=dt.date(2010, 4, 1),
    sex="F",
    birth_insee="01053",
    birth_country="FRANCE",
    billing="PREPAID",
    prepayment_code="0042",
    extra_time=33,
    subscription="CLEA",
    external_id="007",
    email="maelys@exemple.invalid",
)


def known(one: CandidateFields | ImportedCandidate) -> dict[str, object]:
    """What is known of someone, the row aside."""
    return {name: value for name, value in asdict(one).items() if name != "row"}


def written_codes(wrong: tuple[object, ...]) -> list[str]:
    """The errors among the problems of a file."""
    return [one.code for one in wrong if one.severity == "error"]  # type: ignore[attr-defined]  # problems


@pytest.mark.parametrize("billing", [True, False], ids=["billing", "sco"])
def test_the_list_of_candidates_comes_back(billing: bool) -> None:
    @settings(max_examples=60, deadline=None)
    @given(people(billing))
    def whole(listed: list[CandidateFields]) -> None:
        data = write_candidates(SESSION, listed, sco=not billing)
        assert data == write_candidates(SESSION, listed, sco=not billing)
        found = pix_candidates.parse(workbook_of(answer(data)), TODAY)
        assert written_codes(found.problems) == []
        assert [known(one) for one in found.candidates] == [known(one) for one in listed]

    whole()


@pytest.mark.parametrize("billing", [True, False], ids=["billing", "sco"])
def test_the_sessions_come_back(billing: bool) -> None:
    @settings(max_examples=60, deadline=None)
    @given(people(billing))
    def whole(listed: list[CandidateFields]) -> None:
        data = write_sessions(SESSION, listed, sco=not billing)
        found = pix_sessions.parse(data, TODAY)
        assert written_codes(found.problems) == []
        (session,) = found.sessions
        for name in ("site", "room", "date", "time", "examiner", "description", "number"):
            assert getattr(session, name) == getattr(SESSION, name)
        assert [known(one) for one in session.candidates] == [known(one) for one in listed]

    whole()


@pytest.mark.parametrize("form", ["pix-candidates-ods", "pix-sessions-csv"])
def test_a_file_is_recognised_by_what_it_holds(form: str) -> None:
    write = write_candidates if form == "pix-candidates-ods" else write_sessions
    assert read(write(SESSION, [ZOE], sco=False), About(today=TODAY)).format == form


def test_the_ods_is_as_pix_makes_it() -> None:
    data = write_candidates(SESSION, [ZOE], sco=False)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        content = archive.read("content.xml").decode()
    (sheet,) = workbook_of(answer(data)).sheets
    assert sheet.name == SHEET
    rows = dict(sheet.rows)
    assert rows[HEADER_ROW][:2] == ["* Nom de naissance", "* Prénom"]
    assert rows[HEADER_ROW][14] == 'CléA Numérique\n("oui" ou laisser vide)'
    assert rows[HEADER_ROW + 1][4] == "01053", "a leading zero stays"
    assert 'office:value-type="percentage" office:value="0.33"' in content
    without = workbook_of(answer(write_candidates(SESSION, [ZOE], sco=True))).sheets[0]
    assert not [one for one in dict(without.rows)[HEADER_ROW] if "Tarification" in one]


def test_the_csv_is_as_pix_makes_it() -> None:
    data = write_sessions(SESSION, [ZOE], sco=False)
    beginning = '\ufeff"Numéro de session préexistante";"* Nom du site";"* Nom de la salle";'
    assert data.startswith(beginning.encode())
    header, row = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert len(header) == len(row) == 7 + 15 - 1 + 6
    told = dict(zip(header, row, strict=True))
    assert told["Temps majoré ? (exemple format: 33%)"] == "33%"
    assert told["Code INSEE de la commune de naissance"] == "01053"
    assert told["* Tarification part Pix (Gratuite, Prépayée ou Payante)"] == "Prépayée"
    assert told["CléA Numérique ('oui' ou laisser vide)"] == "oui"
    assert "Tarification" not in write_sessions(SESSION, [ZOE], sco=True).decode()


def test_a_session_pix_knows_is_named_by_its_number_alone() -> None:
    numbered = changed(SESSION, number=123456)
    found = pix_sessions.parse(write_sessions(numbered, [ZOE], sco=False), TODAY)
    assert written_codes(found.problems) == []
    (session,) = found.sessions
    assert (session.number, session.site, len(session.candidates)) == (123456, None, 1)


def test_what_a_spreadsheet_would_compute_does_not_go_out_in_a_csv() -> None:
    acting = changed(ZOE, email="=1+1@exemple.invalid")
    with pytest.raises(Dangerous):
        write_sessions(SESSION, [acting], sco=False)
    (sheet,) = workbook_of(answer(write_candidates(SESSION, [acting], sco=False))).sheets
    assert not sheet.formulas
    noted = changed(SESSION, description="=cmd|'/c calc'!A1")
    assert b"\"'=cmd" in write_sessions(noted, [ZOE], sco=False)
