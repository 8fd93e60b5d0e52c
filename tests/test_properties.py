"""Whatever is asked through the door, the file read back is the session as it was lived."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.desk.creating import Created, create_session
from pixtui.desk.desk import Desk, Done
from pixtui.domain.derive import counters
from pixtui.store.codec import command_from_body, state_to_json
from pixtui.store.projection import state_of
from pixtui.store.reading import read
from pixtui.store.verify import verify

FIELDS = {"site": "S", "room": "R", "date": "2026-11-30", "time": "09:00", "examiner": "E"}
WHO = st.sampled_from(["c1", "c2", "1", "nom b", "nobody"])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def command(name: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A command as JSON with fields drawn at random."""
    return st.fixed_dictionaries({"command": st.just(name), **fields})


COMMANDS = st.one_of(
    *(
        command(name, candidate=WHO)
        for name in (
            "check_identity", "sign", "confirm_presence", "mark_ready", "mark_absent", "arrive",
            "start", "resume", "leave_room", "return_to_room", "finish", "see_end_screen",
            "sign_out", "remove_candidate",
        )
    ),
    command("add_candidate", last_name=TEXT, first_name=st.sampled_from(["Zoé", "Ève"])),
    command("interrupt", candidate=WHO, cause=TEXT),
    command("log_incident", candidate=WHO, note=TEXT, code=st.sampled_from(["C7", "E1", "Z1"])),
    command("set_codes", access_code=st.sampled_from(["BCDF23", "AAAA00", "no"])),
    command("set_step", step=st.sampled_from(["room", "conditions"]), state=st.just("done")),
    command("undo", seq=st.integers(0, 20)),
    command("correct", seq=st.integers(1, 20), cause=TEXT),
    command("finalise", overrides=st.just({})),
    command("annex", note=TEXT),
    st.just({"command": "interrupt_room", "cause": "fire_alarm"}),
    st.just({"command": "resume_room"}),
    st.just({"command": "fly"}),
)  # fmt: skip


class Ticking:
    """A clock that moves a minute each time it is looked at."""

    def __init__(self) -> None:
        self.at = dt.datetime(2026, 11, 30, 7, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        """One minute later than the last time."""
        self.at += dt.timedelta(minutes=1)
        return self.at


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(COMMANDS, max_size=25))
def test_the_file_read_back_is_the_session_that_was_lived(asked: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.json"
        made = create_session(path, FIELDS, "Mme Sarr", Ticking())
        assert isinstance(made, Created)
        with made.desk as desk:
            _ask(
                desk,
                {
                    "command": "add_candidate",
                    "last_name": "NOM A",
                    "first_name": "Zoé",
                    "seat": "1",
                },
            )
            _ask(desk, {"command": "add_candidate", "last_name": "NOM B", "first_name": "Zoé"})
            for one in asked:
                _ask(desk, one)
            lived = desk.state
            assert state_of(read(path).entries) == lived
        found = read(path)
        assert verify(path).ok
        assert found.folded == len(lived.history)
        assert state_to_json(state_of(found.entries)) == state_to_json(lived) == found.session
        for entry, event in zip(found.entries, lived.history, strict=True):
            if entry.body is not None:
                back = command_from_body(entry.type, entry.body)
                assert (back.act, back.at, back.by) == (event.act, event.at, event.by)


def _ask(desk: Desk, asked: dict[str, Any]) -> None:
    before = desk.state
    answer = desk.submit_json(asked)
    counts = counters(desk.state)
    assert sum(counts.values()) == 2 * counts["total"]
    if isinstance(answer, Done):
        assert answer.seq == len(before.history) + 1 == len(desk.state.history)
    else:
        assert desk.state is before
