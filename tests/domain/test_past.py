"""Every state of a history in any order, however entries were taken back or put right."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.domain import commands as c
from pixtui.domain.evolve import fold
from pixtui.domain.history import Event, History
from pixtui.domain.past import RECENT, STRIDE, Past

NINE = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)
PEOPLE = ("c1", "c2", "c3")


def event(seq: int, act: c.Act | None, type_: str = "") -> Event:
    """An entry, a minute after the one before."""
    at = NINE + dt.timedelta(minutes=seq)
    name = act.NAME if act is not None else type_
    return Event(seq=seq, recorded=at, at=at, by="Mme Sarr", type=name, act=act)


def history(acts: list[c.Act | None]) -> list[Event]:
    """Entries with these acts."""
    return [event(seq, act, "set_codes") for seq, act in enumerate(acts, 1)]


def arrival() -> list[c.Act | None]:
    """The list of the day comes in."""
    rows = [c.AddCandidate(id=one, last_name=one, first_name="Zoé") for one in PEOPLE]
    return [*rows]


def mended(length: int, seed: int, share: float) -> list[Event]:
    """A day in which a share of the entries takes back or rights an earlier one."""
    chance = random.Random(seed)
    acts = arrival()
    while len(acts) < length:
        seq = len(acts) + 1
        who = (chance.choice(PEOPLE),)
        if chance.random() >= share:
            acts.append(chance.choice([c.Sign, c.CheckIdentity, c.Start])(candidates=who))
        elif chance.random() < 0.5:
            acts.append(c.Undo(seq=chance.randrange(1, seq)))
        else:
            acts.append(c.Correct(seq=chance.randrange(1, seq), instead=c.Sign(candidates=who)))
    return history(acts)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    length=st.integers(4, 3 * STRIDE),
    seed=st.integers(0, 9999),
    share=st.sampled_from([0.0, 0.05, 0.5]),
)
def test_in_any_order_each_state_is_that_of_the_entries_up_to_it(
    length: int, seed: int, share: float
) -> None:
    events = mended(length, seed, share)
    past = Past(events)
    places = list(range(length + 1))
    random.Random(seed).shuffle(places)
    for place in places:
        state = past.after(place)
        assert state == fold(events[:place])
        assert list(state.history) == events[:place]


def test_the_same_place_is_the_same_object_as_long_as_it_is_near() -> None:
    past = Past(mended(3 * STRIDE, 1, 0.0))
    here = past.after(50)
    for place in range(50, 40, -1):
        past.after(place)
    assert past.after(50) is here


def test_only_some_states_are_kept() -> None:
    past = Past(mended(12 * STRIDE, 1, 0.0))
    for place in range(len(past), -1, -1):
        past.after(place)
    assert len(past._recent) <= RECENT
    assert len(past._kept) == 13


def test_a_long_history_is_no_deep_call() -> None:
    past = Past(mended(50_000, 3, 0.0))
    assert len(past.after(len(past)).history) == 50_000


def test_a_history_that_goes_on_as_it_did_shares_what_it_holds() -> None:
    whole = History(mended(10, 1, 0.0))
    again = whole.first(5).plus(whole[5])
    assert again._events is whole._events
    other = whole.first(5).plus(event(6, c.HandOver(to="M. Blanchard")))
    assert other._events is not whole._events
    assert list(whole)[5] is not other[5]


# --- who an entry is about


def test_entries_about_a_candidate_an_incident_or_a_step() -> None:
    acts: list[c.Act | None] = [
        *arrival(),
        c.SetStep(step="papers", state="done"),
        c.Start(candidates=("c1", "c2")),
        c.LogIncident(id="i1", candidate="c2", note="écran noir"),
        c.CloseIncident(incident="i1", outcome="poste redémarré"),
        c.Undo(seq=5),
        c.Correct(seq=6, instead=c.LogIncident(id="i1", candidate="c3", note="écran noir")),
        c.InterruptRoom(id="x1", cause="alarm"),
        c.Annex(note="retrouvé", candidate="c1"),
        None,
    ]
    past = Past(history(acts))

    def about(subject: str) -> list[int]:
        found, place = [], 0
        while (place := past.next_about(subject, place, 1) or 0) > 0:
            found.append(place)
        back, place = [], len(past) + 1
        while (place := past.next_about(subject, place, -1) or 0) > 0:
            back.append(place)
        assert back == found[::-1]
        return found

    assert about("c1") == [1, 5, 8, 10, 11]
    assert about("c2") == [2, 5, 6, 7, 8, 9, 10]
    assert about("c3") == [3, 9, 10]
    assert about("i1") == [6, 7, 9]
    assert about("papers") == [4]
    assert about("c9") == [10]  # the room's stop is about everyone
