"""A plain list of candidates, as a school exports one."""

import codecs
import csv
import datetime as dt
import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.domain.names import identity_key
from pixtui.exchange.plain_csv import parse
from pixtui.exchange.problems import MOST_BYTES, MOST_CANDIDATES, ImportedCandidate, ImportedList
from pixtui.wording.import_problems import PROBLEMS

TODAY = dt.date(2026, 11, 30)
HEADER = "Nom;Prénom;Date de naissance"
ABADIE = "ABADIE;Zoé;14/03/2011"


def _parse(text: str) -> ImportedList:
    return parse(text.encode(), TODAY)


def _list(*rows: str, header: str = HEADER) -> ImportedList:
    return _parse("\n".join([header, *rows, ""]))


def _codes(found: ImportedList) -> list[tuple[int | None, str]]:
    return [(one.row, one.code) for one in found.problems]


def test_a_list_of_a_school() -> None:
    found = _list(
        "LE GOFF-DA SILVA;Maëlys;14/03/2011;3B;E12;07;P07;33 %;F",
        "N'DIAYE;Ismaël;2011-01-02;;;;;;M",
        header=HEADER + ";Classe;Identifiant local;Place;Poste;Temps majoré;Sexe",
    )
    assert found == ImportedList(
        format="plain-csv",
        rows=2,
        candidates=(
            ImportedCandidate(
                row=2,
                last_name="LE GOFF-DA SILVA",
                first_name="Maëlys",
                birthdate=dt.date(2011, 3, 14),
                class_name="3B",
                external_id="E12",
                seat="07",
                workstation="P07",
                extra_time=33,
            ),
            ImportedCandidate(
                row=3, last_name="N'DIAYE", first_name="Ismaël", birthdate=dt.date(2011, 1, 2)
            ),
        ),
        dropped_columns=("Sexe",),
        encoding="utf-8",
        delimiter=";",
        classes={2: "3B", 3: ""},
    )


def test_every_problem_of_every_row_is_told_at_once() -> None:
    found = _list(";;", "=A;Zoé;31/02/2011", ";\x1b;14/03/2011", "SARR;Awa", ABADIE)
    assert _codes(found) == [
        (3, "formula"),
        (3, "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"),
        (4, "CANDIDATE_LAST_NAME_REQUIRED"),
        (4, "forbidden_character"),
        (5, "row_too_short"),
    ]
    assert [one.row for one in found.candidates] == [6]
    assert found.rows == 4


def test_a_row_refused_for_its_extra_time_is_still_seen_as_a_double() -> None:
    header = HEADER + ";Temps majoré"
    found = _list(ABADIE + ";oui", ABADIE + ";", header=header)
    assert _codes(found) == [
        (2, "extra_time_percentage_needed"),
        (3, "DUPLICATE_CANDIDATE"),
    ]
    assert found.candidates == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_numbered_as_the_spreadsheet_shows_them(end: str) -> None:
    rows = ["sep=;", "", HEADER, "", '"ABA\nDIE";Zoé;14/03/2011', "X;Y;nope"]
    found = _parse(end.join(rows))
    assert _codes(found) == [
        (4, "newline_in_cell"),
        (5, "one_letter"),
        (5, "one_letter"),
        (5, "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"),
    ]


def test_empty_cells_at_the_end_of_a_row_are_no_fault() -> None:
    assert _codes(_list(ABADIE + ";;;")) == []
    assert _codes(_list(ABADIE + ";;x")) == [(2, "row_too_long")]


def test_a_header_cell_may_be_on_two_lines() -> None:
    header = HEADER + ';"CléA Numérique\n(""oui"" ou laisser vide)"'
    found = _list(ABADIE + ";oui", header=header)
    assert _codes(found) == []
    assert found.dropped_columns == ('CléA Numérique ("oui" ou laisser vide)',)


def test_a_broken_quotation_ends_the_reading_where_it_began() -> None:
    found = _list(ABADIE, 'SARR;"Awa;14/03/2011', "OZOLIŅŠ;Kārlis;14/03/2011")
    assert _codes(found) == [(3, "unbalanced_quote")]
    assert [one.last_name for one in found.candidates] == ["ABADIE"]


def test_a_quotation_mark_inside_a_name_is_a_letter_like_another() -> None:
    assert _list('ABADIE;Zoé "Zou" Lou;14/03/2011').candidates[0].first_name == 'Zoé "Zou" Lou'


def test_what_is_not_kept_is_nowhere_in_the_result() -> None:
    found = _list(ABADIE + ";zoe@exemple.invalid", header=HEADER + ";Courriel")
    assert found.dropped_columns == ("Courriel",)
    assert "exemple.invalid" not in repr(found)


def test_a_list_of_the_greatest_size_is_read_quickly() -> None:
    rows = [f"ABADIE;Zoé {number};14/03/2011" for number in range(MOST_CANDIDATES)]
    began = time.perf_counter()
    found = _list(*rows)
    assert time.perf_counter() - began < 5
    assert len(found.candidates) == MOST_CANDIDATES
    assert found.worst() == "notice"
    assert _codes(_list(*rows, ABADIE)) == [(None, "too_many_candidates")]


@pytest.mark.parametrize(
    "data",
    [
        b";" * MOST_BYTES,
        b"\n" * MOST_BYTES,
        b"a" * (MOST_BYTES - 1) + b"\xe9",
        b"a;" * (MOST_BYTES // 2),
        b"\xe9" * MOST_BYTES,
        "Ã©".encode() * (MOST_BYTES // 4),
        b'"' * MOST_BYTES,
        b"(" * MOST_BYTES,
    ],
    ids=["cells", "lines", "letters", "columns", "accents", "doubled", "quotes", "brackets"],
)
def test_a_hostile_file_is_refused_in_time(data: bytes) -> None:
    began = time.perf_counter()
    assert parse(data, TODAY).worst() == "error"
    assert time.perf_counter() - began < 10


def test_a_file_too_large_is_not_even_decoded() -> None:
    assert _codes(parse(b"a" * (MOST_BYTES + 1), TODAY)) == [(None, "file_too_large")]


# --- any bytes, and good tables in every dress

_PIECES = st.sampled_from(
    [";", ",", "\t", '"', "\n", "\r", "\r\n", "sep=;\n", HEADER + "\n", ABADIE, "Zoé", "33 %", "="]
)


def _check(found: ImportedList) -> None:
    assert found.candidates or found.worst() == "error"
    for one in found.problems:
        PROBLEMS[one.code].format(**one.params)
    refused = {one.row for one in found.problems if one.severity == "error"}
    assert refused.isdisjoint(one.row for one in found.candidates)


@given(st.binary(max_size=400))
def test_any_bytes_have_an_answer(data: bytes) -> None:
    _check(parse(data, TODAY))


@given(st.lists(_PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)))
def test_anything_like_a_list_has_an_answer(pieces: list[str]) -> None:
    _check(parse((HEADER + "\n" + "".join(pieces)).encode(), TODAY))


_WORDS = st.text("ABZabzéèêëàâçîïôùûüœŒÉÀÇñß", min_size=2, max_size=6)
_NAMES = st.builds(
    str.join,
    st.sampled_from(["-", " ", "'", "’", "; ", ", ", ' "', "\u00b7"]),
    st.lists(_WORDS, min_size=1, max_size=3),
)
_TABLES = st.lists(
    st.tuples(
        _NAMES,
        _NAMES,
        st.dates(dt.date(1950, 1, 1), dt.date(2015, 12, 31)),
        st.none() | st.integers(2, 999),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: identity_key(row[0], row[1]),
)
_ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 big endian": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "windows-1252": lambda text: text.encode("cp1252"),
}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", _ENCODINGS)
@given(table=_TABLES, end=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=25)
def test_a_good_table_comes_back_whole(
    encoding: str,
    delimiter: str,
    table: list[tuple[str, str, dt.date, int | None]],
    end: str,
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(["Nom", "Prénom", "Né(e) le", "Temps majoré"])
    for last, first, born, extra in table:
        writer.writerow([last, first, f"{born:%d/%m/%Y}", "" if extra is None else f"{extra} %"])
    found = parse(_ENCODINGS[encoding](out.getvalue()), TODAY)
    assert found.delimiter == delimiter
    assert found.worst() in (None, "notice")
    assert [
        (one.last_name, one.first_name, one.birthdate, one.extra_time) for one in found.candidates
    ] == table
