"""Every paper, whatever the session: what it is, its pages, its words, the same bytes again."""

import hashlib
import subprocess
import sys

import pytest
from attrs import evolve as changed

from pixtui.documents.catalogue import DOCUMENTS, make, plans
from pixtui.documents.errors import PaperError
from pixtui.domain import commands as c
from pixtui.domain.commands import Language
from tests.documents.reading import ALL, a_day, a_list, paper, printed, squeezed
from tests.documents.sessions import BOOK, HEAD, lived, matter

ANY_TIME = tuple(one for one in ALL if one != "fraud-statement")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ALL)
def test_it_says_what_it_is(name: str, language: Language) -> None:
    sheet = printed(name, language=language)
    title = BOOK.paper_title(name, language)
    assert sheet.reader.metadata is not None
    assert sheet.reader.metadata.title == f"{title} · session 123456"
    assert str(sheet.reader.trailer["/Root"]["/Lang"])[:2] == language
    assert str(sheet.reader.metadata.creator).startswith("pixtui ")
    assert sheet.outline[0] == title


@pytest.mark.parametrize("count", [0, 1, 40, 200])
@pytest.mark.parametrize("name", ANY_TIME)
def test_every_page_has_its_head_and_its_number(name: str, count: int) -> None:
    if (DOCUMENTS[name].people and not count) or (name, count) == ("convocations", 200):
        return  # nothing to print; looked at where convocations are
    sheet = printed(name, count)
    title = squeezed(BOOK.paper_title(name, "fr"))
    for number, text in enumerate(sheet.pages, 1):
        flat = squeezed(text)
        assert flat.count(title) == 2, "once in the head, once in the foot"
        assert "CollègedesTrois-Rivières" in flat
        assert "30novembre2026" in flat
        alone = name == "convocations"  # a letter each: its own pages are counted
        assert flat.endswith("pixtui1/1" if alone else f"pixtui{number}/{len(sheet.pages)}")


@pytest.mark.parametrize("name", ALL)
def test_it_is_a4_and_its_fonts_travel_with_it(name: str) -> None:
    for page in printed(name).reader.pages:
        size = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        assert size == pytest.approx([595.28, 841.89], abs=0.1)
        for font in page["/Resources"]["/Font"].values():
            assert "DejaVuSansCondensed" in font.get_object()["/BaseFont"]


@pytest.mark.parametrize("name", ALL)
def test_the_staffs_own_say_that_they_do_not_circulate(name: str) -> None:
    sheet = printed(name)
    told = [squeezed("ne circule pas.") in squeezed(text) for text in sheet.pages]
    assert told == [DOCUMENTS[name].staff] * len(told)


@pytest.mark.parametrize("name", ALL)
def test_a_fictional_session_says_so_on_every_page(name: str) -> None:
    day = lived(3)
    details = changed(day.state.session, fictional=True)
    day.state = changed(day.state, details=details)
    for text in paper(name, matter(day)).pages:
        assert "FICTIF : sans valeur" in text
    assert not printed(name).says("FICTIF")


@pytest.mark.parametrize("name", ALL)
def test_a_rehearsal_says_so_on_every_page(name: str) -> None:
    day = lived(3)
    details = changed(day.state.session, fictional=True, rehearsal="alarm")
    day.state = changed(day.state, details=details)
    for text in paper(name, matter(day)).pages:
        assert "RÉPÉTITION : sans valeur" in text
        assert "FICTIF" not in text


# --- the same bytes


def digests() -> str:
    """The digest of every paper of a day, a line each; what another process must find too."""
    made_from = matter(a_day(30, hostile=True))
    return "\n".join(
        f"{one.stem} {hashlib.sha256(make(one, made_from)).hexdigest()}"
        for one in plans(made_from, ALL)
    )


def test_the_same_bytes_for_the_same_session() -> None:
    made_from = matter(a_day(30, hostile=True))
    for name in ("convocations", "session-report", "seating-plan"):
        (plan,) = plans(made_from, [name])
        assert make(plan, made_from) == make(plan, made_from)
    code = "from tests.documents.test_catalogue import digests; print(digests())"
    environment = {"PYTHONHASHSEED": "7", "PATH": "", "TZ": "Asia/Tokyo"}
    there = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert there.stdout.strip() == digests()


def test_the_time_of_printing_is_only_where_it_is_told() -> None:
    day = a_day(1, sealed=True)
    for name in ALL:
        same = make(plans(matter(day), [name])[0], matter(day)) == make(
            plans(matter(day, "18:00"), [name])[0], matter(day, "18:00")
        )
        assert same == (name != "fallback"), name


# --- which ones


def test_the_rules_name_every_paper_and_no_other() -> None:
    assert sorted(BOOK.paper_names()) == sorted(DOCUMENTS)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("before", a_list(40)),
        ("during", a_day(open_=True)),
        ("end", a_day()),
        ("finalised", a_day(sealed=True)),
    ],
)
def test_a_moment_calls_for_the_papers_of_the_rules(moment: str, day: object) -> None:
    found = {one.name for one in plans(matter(day))}  # type: ignore[arg-type]  # what the helper answers
    assert found == set(BOOK.papers_for(moment))
    assert found


def test_each_suspicion_has_its_own_statement() -> None:
    day = a_day()
    frauds = [one.id for one in day.state.incidents.values() if one.code == "C6"]
    assert len(frauds) == 5
    found = plans(matter(day), ["fraud-statement"])
    assert [(one.stem, one.about) for one in found] == [
        (f"fraud-statement-{one}", (one,)) for one in frauds
    ]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["poster"], "no_paper"),
        (["door-list", "../x"], "no_paper"),
        (["fraud-statement"], "no_fraud"),
    ],
)
def test_what_cannot_be_printed_is_refused_before_anything_is_made(
    names: list[str], code: str
) -> None:
    with pytest.raises(PaperError) as caught:
        plans(matter(a_list(3)), names)
    assert caught.value.code == code


def test_a_purged_session_prints_nothing() -> None:
    day = lived(3, sealed=True)
    day.do("13:00", c.Purge(reason="fin"))
    made_from = changed(matter(a_list(3)), state=day.state)
    for names in ([], ["door-list"]):
        with pytest.raises(PaperError) as caught:
            plans(made_from, names)
        assert caught.value.code == "purged"


def test_the_pages_are_told_as_they_are_begun() -> None:
    told: list[int] = []
    made_from = matter(a_list(40))
    make(plans(made_from, ["convocations"])[0], made_from, told.append)
    assert told == list(range(1, 41))


def test_the_head_stands_on_what_proves_something() -> None:
    for name in ("incident-report", "session-report"):
        assert printed(name, sealed=True).says(HEAD[:32])
