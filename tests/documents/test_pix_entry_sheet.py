"""What is to be typed into Pix: in its order, finished or not, reason, code, text, boxes."""

import pytest

from pixtui.domain import commands as c
from pixtui.domain.rules import Mode
from tests.documents.reading import a_day, paper, printed
from tests.documents.sessions import BOOK, lived, matter
from tests.documents.test_lists import each_once, last_names


@pytest.mark.parametrize("count", [1, 40, 200])
def test_everyone_who_started_once_in_the_order_of_pix(count: int) -> None:
    day = a_day(count)
    started = [one.last_name for one in day.state.candidates.values() if one.start]
    sheet = printed("pix-entry-sheet", count)
    each_once(sheet, [one for one in last_names(day) if one in started])
    assert not any(sheet.says(one) for one in last_names(day) if one not in started)


def test_finished_or_not_with_the_reason() -> None:
    sheet = printed("pix-entry-sheet")
    stopped = a_day().state.candidates["c2"]
    assert sheet.words.count("non terminé") == 1
    line = sheet.words[sheet.words.index(stopped.last_name) :]
    assert "non terminé" in line[:60]
    assert BOOK.reason_title("technical", "fr") in line[:120]


@pytest.mark.parametrize("mode", ["with-es", "without-es"])
def test_exactly_the_situations_that_go_to_the_finalisation(mode: Mode) -> None:
    sheet = printed("pix-entry-sheet", 40, mode)
    rules = a_day(40, mode).state.rules
    for situation in BOOK.situations():
        if situation in ("other", "evacuation"):  # a long note, an incident of nobody
            continue
        rule = rules.situation(situation)
        code = rules.code(rule.code) if rule and rule.code else None
        due = code is not None and not (code.live and mode == "with-es")
        room = "stops_room" in BOOK.situation_tables[situation]
        boxed = rule is not None and "session_box" in rule.destinations
        assert sheet.says(f"note {situation}") == (boxed if room else due), situation


def test_what_was_typed_is_ticked() -> None:
    day = lived(3)
    day.do("11:30", c.Finalise(overrides=_reasons(day)))
    day.do("11:45", c.RecordEntered(candidates=("c1",)))
    sheet = paper("pix-entry-sheet", matter(day))
    assert sheet.says("11:45")
    assert sheet.words.count("☑") == 2  # the candidate, and the session's box


def _reasons(day: object) -> dict[str, str]:
    asked = day.ask("11:30", c.Finalise())  # type: ignore[attr-defined]  # what the helper answers
    return {one.keys[0]: "raison" for one in asked.findings}


def test_an_unsealed_record_says_so() -> None:
    assert printed("pix-entry-sheet").says("Le dossier n'est pas encore scellé")
    assert not printed("pix-entry-sheet", sealed=True).says("pas encore scellé")
