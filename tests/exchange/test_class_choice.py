"""One class of a list: its rows, its problems, and a word where there is no such class."""

import datetime as dt

from pixtui.exchange.class_choice import list_of_class
from pixtui.exchange.plain_csv import parse
from pixtui.exchange.problems import ImportedList

TODAY = dt.date(2026, 11, 27)
HEADER = "nom;prénom;date de naissance;classe\n"
ROWS = (
    "SARR;Zoé;01/04/2012;3A\nDIOP;Awa;31/02/2012;3B\nLO;Léo;02/04/2012;3a\nNEUF;Zoé;03/04/2012;\n"
)


def chosen(text: str, class_name: str | None) -> ImportedList:
    """That class of that list."""
    return list_of_class(parse(text.encode(), TODAY), class_name)


def test_a_class_is_taken_alone_whatever_is_wrong_in_the_others() -> None:
    found = chosen(HEADER + ROWS, "3A")
    assert ([one.last_name for one in found.candidates], found.problems) == (["SARR", "LO"], ())
    assert chosen(HEADER + ROWS, None).worst() == "error"
    assert [one.row for one in chosen(HEADER + ROWS, "3B").problems] == [3]


def test_a_class_that_is_not_there_is_said_with_those_that_are() -> None:
    found = chosen(HEADER + ROWS, "9Z")
    (one,) = found.problems
    assert (one.code, one.params["classes"], found.candidates) == (
        "class_not_found",
        "3A, 3B, 3a",
        (),
    )


def test_a_list_without_classes_is_not_taken_whole_for_one() -> None:
    found = chosen("nom;prénom;date de naissance\nSARR;Zoé;01/04/2012\n", "3A")
    assert ([one.code for one in found.problems], found.candidates) == (["class_unknown"], ())
