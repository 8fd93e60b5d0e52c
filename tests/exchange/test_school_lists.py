"""The lists of schools: SIECLE, FREGATA, higher education."""

import datetime as dt
import io
import zipfile
from xml.sax.saxutils import escape

import pytest

from pixtui.exchange.problems import ImportedList
from pixtui.exchange.reading import About, read
from pixtui.exchange.siecle import uai_in
from pixtui.present.problems import problem_line
from pixtui.wording.catalogue import words

TODAY = dt.date(2026, 11, 30)


def pupil(number: int, last: str, group: str = "3A", kind: str = "D", **more: str) -> str:
    """A pupil and their class, as SIECLE has them: two pieces of the file."""
    fields = {
        "ID_NATIONAL": f"0000000{number}FF",
        "NOM_DE_FAMILLE": last,
        "NOM_USAGE": "USAGE",
        "PRENOM": "Zoé",
        "PRENOM2": "Anne",
        "CODE_SEXE": "2",
        "DATE_NAISS": "01/04/2012",
        **more,
    }
    told = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items())
    structure = (
        f"<STRUCTURE><CODE_STRUCTURE>{group}</CODE_STRUCTURE>"
        f"<TYPE_STRUCTURE>{kind}</TYPE_STRUCTURE></STRUCTURE>"
    )
    return (
        f'<ELEVE ELEVE_ID="{number}">{told}</ELEVE>|'
        f'<STRUCTURES_ELEVE ELEVE_ID="{number}">{structure}</STRUCTURES_ELEVE>'
    )


def siecle(*pupils: str, uai: str = "0750001A", year: str = "2026") -> bytes:
    """The file of these pupils."""
    pieces = [one.split("|") for one in pupils]
    return (
        '<?xml version="1.0" encoding="ISO-8859-15"?><BEE_ELEVES><PARAMETRES>'
        f"<UAJ>{uai}</UAJ><ANNEE_SCOLAIRE>{year}</ANNEE_SCOLAIRE></PARAMETRES><DONNEES><ELEVES>"
        + "".join(one for one, _ in pieces)
        + "</ELEVES><STRUCTURES>"
        + "".join(two for _, two in pieces)
        + "</STRUCTURES></DONNEES></BEE_ELEVES>"
    ).encode("iso-8859-15")


def listed(data: bytes, form: str | None = None, **about: str) -> ImportedList:
    """The list read."""
    found = read(data, About(today=TODAY, **about), form)  # type: ignore[arg-type]  # texts only
    assert isinstance(found, ImportedList)
    return found


def test_a_pupil_is_kept_with_the_class_and_without_the_rest() -> None:
    found = listed(siecle(pupil(1, "ŒUVRARD-CŒUR")))
    assert (found.format, found.encoding) == ("siecle-xml", "iso-8859-15")
    (one,) = found.candidates
    assert (one.last_name, one.first_name, one.class_name) == ("ŒUVRARD-CŒUR", "Zoé", "3A")
    assert (one.birthdate, one.external_id) == (dt.date(2012, 4, 1), "00000001FF")
    assert (one.sex, one.birth_city) == (None, None)
    assert found.dropped_columns == ("NOM_USAGE", "PRENOM2", "CODE_SEXE")


def test_who_left_or_is_in_no_class_is_counted_and_left_out() -> None:
    found = listed(
        siecle(
            pupil(1, "SARR"),
            pupil(2, "PARTI", DATE_SORTIE="01/10/2026"),
            pupil(3, "GROUPE", kind="G"),
        )
    )
    assert [one.last_name for one in found.candidates] == ["SARR"]
    (said,) = found.problems
    assert (said.code, said.params) == ("pupils_left_out", {"gone": "1", "unplaced": "1"})


def test_one_class_may_be_taken_alone_whatever_is_wrong_in_the_others() -> None:
    data = siecle(pupil(1, "SARR"), pupil(2, "DIOP", "3B"), pupil(3, "=1", "3C"))
    found = listed(data, class_name="3b")
    assert [one.last_name for one in found.candidates] == ["DIOP"]
    assert found.worst() is None
    (said,) = listed(data, class_name="6E").problems
    assert (said.code, said.params["classes"]) == ("class_not_found", "3A, 3B, 3C")


def test_the_school_and_the_year_are_checked() -> None:
    assert listed(siecle(pupil(1, "SARR")), uai="0750001A").problems == ()
    assert [one.code for one in listed(siecle(pupil(1, "SARR")), uai="0750002B").problems] == [
        "other_school"
    ]
    assert [one.code for one in listed(siecle(pupil(1, "SARR"), year="2025")).problems] == [
        "other_school_year"
    ]


@pytest.mark.parametrize(
    ("text", "uai"),
    [
        ("Collège fictif (0750001a)", "0750001A"),
        ("0750001A", "0750001A"),
        ("3A", None),
        (None, None),
    ],
)
def test_the_uai_is_found_in_the_name_of_a_centre(text: str | None, uai: str | None) -> None:
    assert uai_in(text) == uai


def test_an_archive_of_the_list_is_read_as_the_list() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("ElevesSansAdresses.xml", siecle(pupil(1, "SARR")))
    assert listed(out.getvalue()).candidates == listed(siecle(pupil(1, "SARR"))).candidates


def test_a_row_is_the_place_of_the_pupil_and_a_column_the_element() -> None:
    found = listed(siecle(pupil(1, "SARR"), pupil(2, "", DATE_NAISS="2012-04-01")))
    assert [(one.row, one.column, one.code) for one in found.problems] == [
        (2, "NOM_DE_FAMILLE", "CANDIDATE_LAST_NAME_REQUIRED"),
        (2, "DATE_NAISS", "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"),
    ]


# --- CSV

SUP = (
    "Premier prénom;Deuxième prénom;Troisième prénom;Nom de famille;Nom d'usage;"
    "Date de naissance (jj/mm/aaaa);Email;Numéro étudiant;Composante;Équipe pédagogique;Groupe;"
    "Diplôme;Régime\nZoé;Anne;;SARR;;01/04/2004;z@exemple.invalid;00042;UFR;;G1;Licence;FI\n"
)
FREGATA = (
    "Identifiant unique*,Premier prénom*,Nom de famille*,Code sexe*,"
    "Date de naissance (jj/mm/aaaa)*,Division*\n00042,Zoé,SARR,2,01/04/2010,3A\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_list_of_higher_education(encoding: str) -> None:
    found = listed(SUP.encode(encoding))
    assert (found.format, found.worst()) in {("sup-csv", None), ("sup-csv", "notice")}
    (one,) = found.candidates
    assert (one.first_name, one.last_name, one.external_id) == ("Zoé", "SARR", "00042")
    assert (one.class_name, one.email) == ("G1", None)
    assert "Email" in found.dropped_columns


def test_a_list_of_an_agricultural_school_may_come_from_a_mac_where_somebody_says_so() -> None:
    found = listed(FREGATA.encode())
    assert (found.format, found.problems) == ("fregata-csv", ())
    (one,) = found.candidates
    assert (one.first_name, one.class_name, one.external_id) == ("Zoé", "3A", "00042")
    mac = FREGATA.encode("mac_roman")
    assert [one.code for one in listed(mac).problems] == ["encoding_mac"]
    forced = listed(mac, "fregata-csv")
    assert [one.code for one in forced.problems] == ["encoding_mac_read"]
    assert forced.candidates == found.candidates
    windows = listed(FREGATA.encode("cp1252"), "fregata-csv")
    assert [one.code for one in windows.problems] == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("data", "form", "code"),
    [
        (b"Nom;x", "sheet", "not_a_workbook"),
        (b"", "siecle-xml", "file_empty"),
        (b"<?xml version='1.0'?><a/>", "sheet", "xml_other"),
        (b"PK\x03\x04", "plain-csv", "spreadsheet_file"),
        (b"<html></html>", None, "web_page"),
    ],
)
def test_a_format_that_is_forced_is_believed(data: bytes, form: str | None, code: str) -> None:
    assert [one.code for one in listed(data, form).problems] == [code]


def test_a_pupil_of_two_classes_is_said_with_the_class_that_is_taken() -> None:
    one = pupil(1, "DEUX").split("|")
    second = pupil(1, "DEUX", "3B").split("|")[1]
    both = "|".join((one[0], one[1].replace("</STRUCTURES_ELEVE>", "") + second.split(">", 1)[1]))
    data = siecle(both, pupil(2, "SEUL", "3B"))
    found = listed(data)
    assert [(one.class_name, one.last_name) for one in found.candidates] == [
        ("3A", "DEUX"),
        ("3B", "SEUL"),
    ]
    assert [one.code for one in found.problems] == ["two_classes"]
    asked = listed(data, class_name="3B")
    assert [one.class_name for one in asked.candidates] == ["3B", "3B"]


def test_a_problem_names_the_pupil_whose_place_in_the_file_says_nothing() -> None:
    found = listed(siecle(pupil(1, "SARR"), pupil(2, "DIOP", DATE_NAISS="31/02/2012")))
    told = problem_line(words("fr"), found.problems[0])
    assert told.startswith("erreur · élève n° 2, DIOP Zoé, DATE_NAISS")
