"""LibreOffice, the spreadsheet most centres have: our files open there, its files are read here."""

import csv
import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from pixtui.domain.particulars import CandidateFields
from pixtui.exchange.pix_candidates_out import write_candidates
from pixtui.exchange.pix_columns import CANDIDATES_ODS, ODS_HABILITATIONS
from pixtui.exchange.problems import ImportedList
from pixtui.exchange.reading import About, read
from tests.exchange.test_round_trip import SESSION, TODAY, ZOE, known

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="NOT TESTED: LibreOffice is not installed (libreoffice-calc-nogui)"
)
ABROAD = CandidateFields(
    last_name="N'DIAYE",
    first_name="Ismaël  (« Isma »)",
    birthdate=dt.date(1999, 12, 31),
    sex="M",
    birth_insee="99",
    birth_city="Île-d'Outre-Mer",
    birth_country="CÔTE D'IVOIRE",
    billing="FREE",
    result_email="prescripteur@exemple.invalid",
    extra_time=100,
)
PEOPLE = [ZOE, ABROAD]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of its own, made once."""
    return tmp_path_factory.mktemp("office")


def saved(office: Path, path: Path, kind: str, options: str = "") -> Path:
    """The file as LibreOffice writes it again."""
    folder = path.parent / "saved"
    done = subprocess.run(
        [
            SOFFICE or "soffice",
            f"-env:UserInstallation=file://{office}",
            "--headless",
            *([f"--infilter={options}"] if options else []),
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(path),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    made = folder / f"{path.stem}.{kind}"
    assert made.exists(), done.stderr
    return made


def listed(data: bytes) -> ImportedList:
    """The list read."""
    found = read(data, About(today=TODAY))
    assert isinstance(found, ImportedList)
    return found


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_our_list_opened_and_saved_again_is_the_same_list(
    office: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "liste.ods"
    path.write_bytes(write_candidates(SESSION, PEOPLE, sco=False))
    ours, theirs = listed(path.read_bytes()), listed(saved(office, path, kind).read_bytes())
    assert (theirs.format, theirs.worst()) == ("pix-candidates-ods", ours.worst())
    assert [known(one) for one in theirs.candidates] == [known(one) for one in ours.candidates]
    assert [known(one)["extra_time"] for one in theirs.candidates] == [33, 100]


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_a_list_typed_in_libreoffice_is_read_as_well_as_ours(
    office: Path, tmp_path: Path, kind: str
) -> None:
    columns = (*CANDIDATES_ODS, *ODS_HABILITATIONS)
    typed = {
        "last_name": "ABADIE",
        "first_name": "Zoé",
        "birthdate": "01/04/2010",
        "sex": "F",
        "birth_insee": "1053",
        "birth_country": "FRANCE",
        "extra_time": "33%",
        "billing": "Gratuite",
        "subscription:CLEA": "oui",
    }
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([one.header for one in columns])
    writer.writerow([typed.get(one.name, "") for one in columns])
    path = tmp_path / "liste.csv"
    path.write_text(out.getvalue(), "utf-8")
    # Separator 59, UTF-8, French: a day and a percentage become what they are, as when typed.
    filtered = "CSV:59,34,76,1,3/4,1036,false,true"
    found = listed(saved(office, path, kind, filtered).read_bytes())
    assert [one.code for one in found.problems] == []
    (one,) = found.candidates
    assert (one.birthdate, one.extra_time) == (dt.date(2010, 4, 1), 33)
    assert (one.birth_insee, one.subscription) == ("01053", "CLEA")


def test_a_plain_list_saved_by_libreoffice_is_a_sheet(office: Path, tmp_path: Path) -> None:
    path = tmp_path / "classe.csv"
    path.write_text("Nom;Prénom;Né le;Classe\nSARR;Awa;14/03/2011;3A\n", "utf-8")
    for kind in ("ods", "xlsx"):
        found = listed(saved(office, path, kind, "CSV:59,34,76,1,,1036,false,true").read_bytes())
        assert (found.format, found.problems) == ("sheet", ())
        assert [one.last_name for one in found.candidates] == ["SARR"]
