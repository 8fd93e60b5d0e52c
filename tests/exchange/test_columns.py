"""Which column is which."""

import pytest

from pixtui.exchange.columns import MOST_COLUMNS, find_columns

HEADER = ["Nom", "Prénom", "Date de naissance"]


def _find(*rows: list[str]) -> tuple[dict[str, int] | None, list[str]]:
    columns, problems = find_columns(list(enumerate(rows, 1)))
    return (dict(columns.places) if columns else None), [one.code for one in problems]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("NOM", "last_name"),
        ("* Nom de naissance", "last_name"),
        ("Nom de famille", "last_name"),
        ("Surname", "last_name"),
        ("PRENOM", "first_name"),
        (" Prénom* ", "first_name"),
        ("First name", "first_name"),
        ("* Date de naissance (format : jj/mm/aaaa)", "birthdate"),
        ("Né(e) le", "birthdate"),
        ("Birth\ndate", "birthdate"),
        ("Division", "class_name"),
        ("Classe", "class_name"),
        ("N° de place", "seat"),
        ("Place", "seat"),
        ("Temps majoré ? (exemple format: 33%)", "extra_time"),
        ("TIERS-TEMPS", "extra_time"),
        ("Extra time", "extra_time"),
        ("Identifiant local", "external_id"),
        ("External ID", "external_id"),
        ("Poste", "workstation"),
        ("Workstation", "workstation"),
    ],
)
def test_a_header_is_known_without_case_accents_stars_or_spaces(header: str, name: str) -> None:
    required = {"last_name": "Nom", "first_name": "Prénom", "birthdate": "Date de naissance"}
    others = [text for field, text in required.items() if field != name]
    places, problems = _find([*others, header])
    assert problems == []
    assert places is not None
    assert places[name] == len(others)


@pytest.mark.parametrize(
    "header", ["Nom d'usage", "Deuxième prénom", "Sexe", "INE", "Courriel", ""]
)
def test_other_columns_are_nobodys(header: str) -> None:
    places, problems = _find([*HEADER, header])
    assert places is not None
    assert 3 not in places.values()
    assert problems == []


def test_a_missing_column_is_named_with_what_was_found() -> None:
    columns, problems = find_columns([(1, ["Nom", "Sexe", "Né le"])])
    assert columns is None
    (said,) = problems
    assert (said.code, said.row) == ("CSV_HEADERS_NOT_VALID", 1)
    assert said.params == {"missing": "Prénom", "found": "Nom, Sexe, Né le"}


def test_two_columns_for_one_thing_are_refused() -> None:
    assert _find([*HEADER, "Nom de naissance"]) == (None, ["header_duplicated"])


def test_lines_above_the_header_are_said_and_left() -> None:
    columns, problems = find_columns([(1, ["Classe de 3B"]), (4, HEADER)])
    assert columns is not None
    assert columns.row == 4
    assert [one.code for one in problems] == ["lines_before_header"]


def test_dropped_columns_are_named_in_file_order() -> None:
    header = ["Sexe", *HEADER, "", "", "Code INSEE", "E\x1bmail"]
    columns, _ = find_columns([(1, header)])
    assert columns is not None
    rows = [["F", "A", "B", "C", "", "left over", "", ""]]
    assert columns.dropped(rows) == ("Sexe", "#6", "Code INSEE", "E␛mail")


def test_a_sheet_of_thousands_of_columns_is_refused() -> None:
    wide = [*HEADER, *["x"] * MOST_COLUMNS]
    assert _find(wide) == (None, ["too_many_columns"])


def test_nothing_at_all_is_no_list() -> None:
    assert _find() == (None, ["CSV_DATA_REQUIRED"])
