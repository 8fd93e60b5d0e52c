"""Every name that the domain accepts prints, or is refused with the candidate's name."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pixtui.documents.catalogue import DOCUMENTS
from pixtui.documents.errors import PaperError
from pixtui.documents.matter import Matter
from pixtui.documents.typeface import PRINTED, _plain, face, unprintable
from pixtui.domain import commands as c
from pixtui.domain.outcome import Accepted
from pixtui.domain.text import LONGEST_NAME, visible
from tests.documents.reading import ALL, a_day, paper, printed, squeezed
from tests.documents.sessions import LONG_NOTE, NAMES, TRICKS, Told, listed, lived, matter

NAMED = ("convocations", "attendance-sheet", "convocation-grid", "door-list", "seating-plan",
         "roll-call", "fallback", "session-report")  # fmt: skip
"""The papers that name everyone before the day begins."""
LETTERS = st.characters(
    categories=["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Po", "Pd", "Sm", "Sc", "So"]
)
LATIN = st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc", "Cf"])
MARKED = st.tuples(
    LATIN, st.text(st.characters(min_codepoint=0x300, max_codepoint=0x36F), max_size=3)
)
NAME = st.one_of(
    st.text(LATIN, min_size=1, max_size=LONGEST_NAME),
    st.text(LETTERS, min_size=1, max_size=30),
    st.lists(MARKED, min_size=1, max_size=25).map(lambda parts: "".join(a + b for a, b in parts)),
    st.sampled_from(["W" * 100, "Å" * 100, "ﬃ", "ŉ", "a b " * 25, *TRICKS]),
)


def accepted(last: str, first: str) -> Matter | None:
    """The matter of a session with one candidate of that name; None where the domain says no."""
    day = Told()
    row = c.NewCandidate(last_name=last, first_name=first, seat="1", birthdate=dt.date(2010, 1, 1))
    if not isinstance(day.ask("7:01", c.ImportCandidates(candidates=(row,))), Accepted):
        return None
    day.do("7:01", c.ImportCandidates(candidates=(row,)))
    return matter(day)


@settings(max_examples=70, deadline=None, derandomize=True)
@given(NAME, NAME, st.sampled_from(NAMED))
@example("Q\u0323\u0308UX", "x" * 100, "attendance-sheet")
@example("😀", "Zoé", "door-list")
def test_a_name_prints_or_is_refused_by_name(last: str, first: str, name: str) -> None:
    made_from = accepted(last, first)
    if made_from is None:
        return
    one = made_from.state.candidates["c1"]
    composed = [unicodedata.normalize("NFC", text) for text in (one.last_name, one.first_name)]
    refused = [each for text in composed for each in [unprintable(text)] if each is not None]
    if refused:
        with pytest.raises(PaperError) as caught:
            paper(name, made_from)
        assert caught.value.code == "unprintable"
        assert caught.value.params["candidate"] == "c1"
        assert caught.value.params["code"] == f"U+{ord(refused[0]):04X}"
        return
    sheet = paper(name, made_from)
    for text in composed:
        assert squeezed(text) in sheet.flat


@pytest.mark.parametrize("text", ["李明", "محمد", "דוד", "ณัฐ", "देव", "한글", "🎓", "𝒜"])
def test_what_the_typeface_cannot_print_is_an_error_that_names_the_candidate(text: str) -> None:
    made_from = accepted("Nguyen", f"Bảo {text}")
    assert made_from is not None
    for name in ALL:
        if name in NAMED:
            with pytest.raises(PaperError) as caught:
                paper(name, made_from)
            assert caught.value.params["name"].startswith("Nguyen Bảo")


@pytest.mark.parametrize("name", NAMED[:-1])
def test_strange_names_print_as_they_are(name: str) -> None:
    sheet = printed(name, hostile=True, open_=name == "fallback")
    for one in a_day(hostile=True, open_=name == "fallback").state.candidates.values():
        if name != "roll-call" or one.start:
            assert sheet.says(one.last_name), one.last_name
            assert sheet.says(one.first_name), one.first_name


def test_the_strange_names_are_all_there() -> None:
    people = a_day(hostile=True).state.candidates.values()
    assert {one.last_name for one in people} >= set(TRICKS)
    assert sum(len(one.last_name) == LONGEST_NAME for one in people) >= 1
    assert len(people) > len(NAMES) + len(TRICKS)


def test_every_letter_of_latin_extended_has_its_glyph() -> None:
    lacking = [
        chr(code)
        for code in (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1E00, 0x1F00))
        if unicodedata.category(chr(code))[0] not in "C" and unprintable(chr(code)) is not None
    ]
    assert lacking == list("ỼỽỾỿ")  # medievalists' own, in no name of today
    marks = [code for code in range(0x300, 0x370) if code not in face("").widths]
    assert {chr(code) for code in marks} <= {"\u0346", "\u034e"} | {
        chr(code) for code in range(0x350, 0x370)
    }


# --- free text

EMPTY = listed(())


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_free_text_drops_nothing(text: str) -> None:
    told = matter(EMPTY).free(text)
    assert unprintable(told.replace("\n", "")) is None
    rest = told
    for character in unicodedata.normalize("NFC", visible(text, lines=True)):
        shown = character if character in rest else f"<U+{ord(character):04X}>"
        assert shown in rest
        rest = rest[rest.index(shown) + len(shown) :]


FREE = "é😀 李 \u202e <b>gras</b> {nb} **x** =1+1 [x] ) Tj \\n\tfin"


@pytest.mark.parametrize(
    "name", ["incident-report", "session-report", "pix-entry-sheet", "fallback"]
)
def test_strange_notes_print_with_what_cannot_be_told_by_its_code(name: str) -> None:
    day = lived(3, open_=True)
    day.do("10:30", c.LogIncident(code="C7", candidate="c1", note=f"{FREE}\n\nsuite"))
    sheet = paper(name, matter(day))
    for told in ("<b>gras</b> {nb} **x** =1+1 [x] ) Tj \\n", "<U+674E>", "<U+202E>", "fin suite"):
        assert sheet.says(told)


@pytest.mark.parametrize("name", ["incident-report", "session-report"])
def test_a_note_of_5000_characters_is_whole(name: str) -> None:
    assert len(LONG_NOTE) > 5000
    sheet = printed(name, open_=True)
    for line in LONG_NOTE.split("\n"):
        assert sheet.says(line), line


def test_a_word_longer_than_a_page_is_whole() -> None:
    day = lived(1, open_=True)
    day.do("10:30", c.LogIncident(code="C7", candidate="c1", note="".join(map(str, range(2500)))))
    for name in ("incident-report", "session-report", "pix-entry-sheet", "fallback"):
        sheet = paper(name, matter(day))
        assert all(str(number) in sheet.flat for number in range(1000, 2500, 13)), name


def test_every_field_of_the_session_is_text() -> None:
    day = listed(())
    strange = "Lycée <i>[/x]</i> {nb} 李"
    day.do("7:10", c.EditSession(site=strange, room="{nb}", examiner="M. [x], Mme ) Tj"))
    for name, document in DOCUMENTS.items():
        if not document.people and name != "fraud-statement":
            assert paper(name, matter(day)).says("Lycée <i>[/x]</i> {nb} <U+674E>"), name


@pytest.mark.parametrize("style", ["", "B"])
def test_the_letters_that_are_printed_for_certain_are(style: str) -> None:
    assert {ord(one) for one in PRINTED} <= set(face(style).widths)
    assert all(_plain(one) for one in PRINTED)
