"""A pasted list is told from other texts, and read with or without headers."""

import datetime as dt

import pytest

from pixtui.exchange.pasted import as_file, is_list
from pixtui.exchange.plain_csv import parse

TODAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NOM;Prénom\nA;B", True),
        ("A\tB\tC\r\nD\tE\tF\r\n", True),
        ("A,B\rC,D", True),
        ("DE LA\nTOUR\r\nD'AUVERGNE", False),
        ("A;B;C", False),
        ("Bonjour, voici\nla liste\ndes élèves\nde la 3A", False),
        ("", False),
    ],
)
def test_a_list_is_lines_of_cells(text: str, told: bool) -> None:
    assert is_list(text) == told


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize("headed", [True, False])
def test_it_is_read_with_headers_or_without(delimiter: str, headed: bool) -> None:
    rows = [["nom", "prénom", "date de naissance"]] if headed else []
    rows += [["DUPONT", "Awa", "01/02/2010"], ["N'DIAYE", "Zoé", "2010-03-04"]]
    data, added = as_file("\r\n".join(delimiter.join(row) for row in rows))
    found = parse(data, TODAY)
    assert added != headed
    assert not found.problems
    assert [(one.row, one.last_name) for one in found.candidates] == [(2, "DUPONT"), (3, "N'DIAYE")]


def test_what_does_not_fit_is_left_to_the_import() -> None:
    for text in ("DUPONT;Awa\nNEUF;Zoé", "Awa;01/02/2010;DUPONT\nZoé;01/02/2010;NEUF"):
        data, added = as_file(text)
        assert not added
        assert parse(data, TODAY).worst() == "error"
