"""Pix's own list: every rule of a candidate under its code, whatever the file is saved as."""

import datetime as dt

import pytest

from pixtui.exchange.ods_writer import Percent, Value, write_ods
from pixtui.exchange.pix_columns import CANDIDATES_ODS, ODS_HABILITATIONS
from pixtui.exchange.problems import ImportedList
from pixtui.exchange.reading import About, read

TODAY = dt.date(2026, 11, 30)
COLUMNS = (*CANDIDATES_ODS, *ODS_HABILITATIONS)
GOOD: dict[str, Value] = {
    "last_name": "LE GOFF",
    "first_name": "Maëlys",
    "birthdate": "01/04/2010",
    "sex": "f",
    "birth_insee": "1053",
    "birth_country": "France",
    "billing": "gratuite",
}


def listed(*people: dict[str, Value], title: int = 11, sco: bool = False) -> ImportedList:
    """The list of these people, read back."""
    columns = [one for one in COLUMNS if not (sco and one.name in ("billing", "prepayment_code"))]
    rows: list[list[Value]] = [["Titre"]] + [[] for _ in range(title - 1)]
    rows.append([one.header for one in columns])
    rows += [[one.get(column.name, "") for column in columns] for one in people]
    found = read(write_ods("Liste", rows), About(today=TODAY))
    assert isinstance(found, ImportedList)
    assert found.format == "pix-candidates-ods"
    return found


def errors(found: ImportedList) -> list[tuple[int | None, str | None, str]]:
    """The errors with their places."""
    return [(one.row, one.column, one.code) for one in found.problems if one.severity == "error"]


def test_a_right_row_is_taken_whole() -> None:
    extra: dict[str, Value] = {
        "extra_time": Percent(33),
        "subscription:CLEA": "OUI",
        "external_id": "0042",
        "email": "a@exemple.invalid",
    }
    found = listed({**GOOD, **extra})
    assert errors(found) == []
    (one,) = found.candidates
    assert (one.row, one.sex, one.birth_insee) == (13, "F", "01053")
    assert (one.extra_time, one.subscription, one.billing) == (33, "CLEA", "FREE")
    assert (one.external_id, one.email) == ("0042", "a@exemple.invalid")
    assert found.dropped_columns == ()


@pytest.mark.parametrize(
    ("changes", "header", "code"),
    [
        ({"last_name": ""}, "* Nom de naissance", "CANDIDATE_LAST_NAME_REQUIRED"),
        ({"first_name": " "}, "* Prénom", "CANDIDATE_FIRST_NAME_REQUIRED"),
        ({"birthdate": ""}, "* Date", "CANDIDATE_BIRTHDATE_REQUIRED"),
        ({"birthdate": "2010-04-01"}, "* Date", "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"),
        ({"birthdate": "1/4/2010"}, "* Date", "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"),
        ({"birthdate": "01/01/1900"}, "* Date", "CANDIDATE_BIRTHDATE_MUST_BE_GREATER"),
        ({"sex": ""}, "* Sexe", "CANDIDATE_SEX_REQUIRED"),
        ({"sex": "X"}, "* Sexe", "CANDIDATE_SEX_NOT_VALID"),
        ({"email": "a@b"}, "E-mail de", "CANDIDATE_EMAIL_NOT_VALID"),
        ({"result_email": "a@b.fr,"}, "E-mail du", "CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID"),
        ({"extra_time": "33"}, "Temps", "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"),
        ({"extra_time": "-0.1"}, "Temps", "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"),
        ({"extra_time": "un tiers"}, "Temps", "CANDIDATE_EXTRA_TIME_INTEGER"),
        ({"billing": ""}, "Tarification", "CANDIDATE_BILLING_MODE_REQUIRED"),
        ({"billing": "offerte"}, "Tarification", "CANDIDATE_BILLING_MODE_NOT_VALID"),
        ({"billing": "Prépayée"}, "Code de", "CANDIDATE_PREPAYMENT_CODE_REQUIRED"),
        ({"prepayment_code": "1"}, "Code de", "CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY"),
        (
            {"subscription:CLEA": "oui", "subscription:DROIT": "oui"},
            "Pix+ Droit",
            "CANDIDATE_MAX_ONE_COMPLEMENTARY_CERTIFICATION",
        ),
        ({"subscription:DROIT": "non"}, "Pix+ Droit", "yes_or_nothing"),
        # the birth place
        (
            {"birth_insee": "", "birth_country": ""},
            "Code Insee",
            "CANDIDATE_BIRTH_INFORMATION_REQUIRED",
        ),
        ({"birth_country": ""}, "Pays", "CANDIDATE_BIRTH_COUNTRY_REQUIRED"),
        ({"birth_country": "Ruritanie"}, "Pays", "CANDIDATE_BIRTH_COUNTRY_NOT_FOUND"),
        (
            {"birth_postal_code": "01000"},
            "Code Insee",
            "CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED",
        ),
        (
            {"birth_insee": ""},
            "Code Insee",
            "CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED",
        ),
        (
            {"birth_insee": "", "birth_city": "Bourg-en-Bresse"},
            "Code postal",
            "CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED",
        ),
        (
            {"birth_insee": "", "birth_postal_code": "1000"},
            "Nom de la commune",
            "CANDIDATE_BIRTH_CITY_REQUIRED",
        ),
        ({"birth_insee": "75O56"}, "Code Insee", "birth_insee_not_valid"),
        (
            {"birth_country": "ALGERIE", "birth_city": "Oran"},
            "Code Insee",
            "CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID",
        ),
        (
            {"birth_country": "Algérie", "birth_insee": "99"},
            "Nom de la commune",
            "CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED",
        ),
        (
            {
                "birth_country": "Corée du Sud",
                "birth_insee": "99",
                "birth_city": "Séoul",
                "birth_postal_code": "12345",
            },
            "Code postal",
            "CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY",
        ),
    ],
)
def test_a_wrong_cell_is_named_with_pix_own_code(
    changes: dict[str, Value], header: str, code: str
) -> None:
    ((row, column, said),) = errors(listed({**GOOD, **changes}))
    assert (row, said) == (13, code)
    assert column is not None
    assert column.startswith(header)


@pytest.mark.parametrize("country", ["CORÉE DU SUD", "sud coree du", "Côte d’Ivoire", "Viêt Nam"])
def test_a_country_is_known_without_accents_whatever_the_order_of_its_words(country: str) -> None:
    abroad: dict[str, Value] = {
        "birth_country": country,
        "birth_insee": "99",
        "birth_city": "Ville",
    }
    assert errors(listed({**GOOD, **abroad})) == []


def test_every_problem_of_every_row_stands_once() -> None:
    wrong: dict[str, Value] = {"last_name": "X Y", "sex": "?", "email": "non"}
    found = listed(wrong, GOOD, {**GOOD, "first_name": "MAELYS"})
    assert [(row, code) for row, _, code in errors(found)] == [
        (13, "CANDIDATE_FIRST_NAME_REQUIRED"),
        (13, "CANDIDATE_BIRTHDATE_REQUIRED"),
        (13, "CANDIDATE_SEX_NOT_VALID"),
        (13, "CANDIDATE_BIRTH_INFORMATION_REQUIRED"),
        (13, "CANDIDATE_EMAIL_NOT_VALID"),
        (13, "CANDIDATE_BILLING_MODE_REQUIRED"),
        (15, "DUPLICATE_CANDIDATE"),
    ]


def test_an_sco_list_has_no_billing() -> None:
    found = listed({name: value for name, value in GOOD.items() if name != "billing"}, sco=True)
    assert errors(found) == []
    assert found.candidates[0].billing is None


def test_no_list_of_pix_is_an_invalid_document() -> None:
    headers = [one.header for one in COLUMNS]
    for rows in ([headers], [headers[1:], ["x"]], [["Nom", "Prénom"], ["A", "B"]]):
        if rows[0][0] != "Nom":  # damaged, it is still known for what it is
            assert read(write_ods("L", rows), About(today=TODAY)).format == "pix-candidates-ods"
        found = read(write_ods("L", rows), About(today=TODAY), "pix-candidates-ods")
        assert [one.code for one in found.problems] == ["INVALID_DOCUMENT"]


def test_only_the_first_sheet_and_its_mapped_cells_count() -> None:
    headers = [*(one.header for one in COLUMNS), "Remarque"]
    person = [GOOD.get(one.name, "") for one in COLUMNS]
    rows: list[list[Value]] = [[*headers], [*person, "à voir"], [*[""] * len(COLUMNS), "vu"]]
    found = read(write_ods("L", rows), About(today=TODAY))
    assert isinstance(found, ImportedList)
    assert (found.rows, found.dropped_columns) == (1, ("Remarque",))
