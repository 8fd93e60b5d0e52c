"""The list: what an import may change, and what only an export will show."""

import datetime as dt

import pytest

from pixtui.domain import commands as c
from pixtui.domain.certifiability import COMPETENCES, nearest, reached
from pixtui.store.codec import state_to_json
from tests.domain.day import Day

BORN = dt.date(2010, 1, 1)


def new(last: str, first: str = "Zoé", **fields: object) -> c.NewCandidate:
    """A row of a list."""
    return c.NewCandidate(
        last_name=last,
        first_name=first,
        birthdate=BORN,
        **fields,  # type: ignore[arg-type]  # whatever the test says of them
    )


def edit(candidate: str, **fields: object) -> c.EditCandidate:
    """What a list says otherwise of someone."""
    return c.EditCandidate(candidates=(candidate,), **fields)  # type: ignore[arg-type]  # as above


def test_one_import_adds_changes_and_says_who_is_certifiable_in_one_entry() -> None:
    day = Day(candidates=2)
    known = c.RecordCertifiability(
        candidates=("c1",), certifiable=False, competences=4, as_of=BORN, nearest=("3.4",)
    )
    day.do(
        "8:00",
        c.ImportCandidates(
            candidates=(new("AJOUT"),),
            updates=(edit("c2", seat=" 12 ", class_name="3A"),),
            certifiability=(known,),
        ),
    )
    assert len(day.state.history) == 3
    assert list(day.state.candidates) == ["c1", "c2", "c3"]
    assert (day.state.candidates["c2"].seat, day.state.candidates["c2"].class_name) == ("12", "3A")
    said = day.state.candidates["c1"].certifiability
    assert said is not None
    assert (said.certifiable, said.competences, said.nearest) == (False, 4, ("3.4",))


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (c.ImportCandidates(), "malformed"),
        (c.ImportCandidates(updates=(edit("c9", seat="1"),)), "unknown_candidate"),
        (c.ImportCandidates(updates=(edit("c1", seat="1"), edit("c1", seat="2"))), "malformed"),
        (c.ImportCandidates(updates=(edit("c1", email="a@b"),)), "text_invalid"),
        (
            c.ImportCandidates(
                certifiability=(
                    c.RecordCertifiability(candidates=("c1",), certifiable=True, nearest=("9.9",)),
                )
            ),
            "malformed",
        ),
        (c.AddCandidate(last_name="A", first_name="B", birth_insee="75O56"), "text_invalid"),
        (c.AddCandidate(last_name="A", first_name="B", birth_postal_code="750"), "text_invalid"),
        (c.AddCandidate(last_name="A", first_name="B", birth_city="=1+1"), "text_invalid"),
        (
            c.AddCandidate(last_name="A", first_name="B", result_email="a@b.fr\nBcc: c@d.fr"),
            "text_invalid",
        ),
    ],
)
def test_what_a_list_may_not_say_is_refused_whole(act: c.Act, code: str) -> None:
    day = Day(candidates=1)
    day.refuse("8:00", act, code)


def test_the_identity_of_someone_present_is_not_changed_by_a_list() -> None:
    day = Day(candidates=2)
    day.do("8:40", c.CheckIdentity(candidates=("c1",)))
    day.refuse("8:41", c.ImportCandidates(updates=(edit("c1", first_name="Zoë"),)), "identity_kept")
    day.do("8:42", c.ImportCandidates(updates=(edit("c1", class_name="3B"),)))
    day.do("8:43", c.ImportCandidates(updates=(edit("c2", first_name="Zoë"),)))


def test_the_same_person_twice_is_refused_unless_an_identifier_tells_them_apart() -> None:
    day = Day()
    day.do("8:00", c.ImportCandidates(candidates=(new("NOM", external_id="1"),)))
    day.refuse("8:01", c.ImportCandidates(candidates=(new("Nom"),)), "duplicate_candidate")
    day.do("8:02", c.ImportCandidates(candidates=(new("Nom", external_id="2"),)))
    day.do("8:03", c.AddCandidate(last_name="AUTRE", first_name="Zoé", birthdate=BORN))
    day.refuse(
        "8:04",
        c.ImportCandidates(updates=(edit("c3", last_name="NOM", external_id="1"),)),
        "duplicate_candidate",
    )


def test_the_pix_certification_alone_is_the_default() -> None:
    day = Day()
    day.do("8:00", c.ImportCandidates(candidates=(new("NOM", subscription="CORE"),)))
    assert day.state.candidates["c1"].subscription is None


def test_a_list_undone_takes_its_changes_back() -> None:
    day = Day(candidates=1)
    day.do("8:00", c.ImportCandidates(updates=(edit("c1", seat="7"),)))
    day.do("8:01", c.Undo(seq=3))
    assert day.state.candidates["c1"].seat == "1"


def test_what_is_not_known_is_not_in_the_file() -> None:
    written = state_to_json(Day(candidates=1).state)["candidates"]["c1"]
    assert set(written) == {"id", "last_name", "first_name", "seat"}


def test_five_competences_of_sixteen_make_certifiable() -> None:
    assert len(COMPETENCES) == 16
    levels, pix = [1, 2, 3, 4] + [0] * 12, [8, 16, 24, 32, 0, 7, 3, 7] + [0] * 8
    assert reached(levels) == 4
    assert nearest(levels, pix) == ("2.3",)
    assert nearest([1] * 5 + [0] * 11, [8] * 5 + [0] * 11) == ()
    assert nearest([0] * 16, [0] * 14 + [1, 0]) == ("5.1", "1.1", "1.2", "1.3", "2.1")
