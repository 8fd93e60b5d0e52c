"""What one may see is offered with the likely moment first, and nothing is ever left out."""

import pytest

from pixtui.domain.derive import candidate_state
from pixtui.domain.session import State
from pixtui.present.offers import likely_moments
from pixtui.resources import sample_sessions
from pixtui.rules.schema import MOMENTS
from pixtui.store.projection import state_of
from pixtui.store.reading import read


def sample(name: str) -> State:
    """A shipped session."""
    return state_of(read(sample_sessions() / f"{name}.json").entries)


@pytest.mark.parametrize(
    ("name", "standing", "first"),
    [
        ("mid-exam", "running", "technical"),
        ("mid-exam", "interrupted", "technical"),
        ("mid-exam", "absent", "before"),
        ("to-finalise", "finished", "end"),
        ("fresh", "expected", "before"),
    ],
)
def test_where_a_candidate_stands_says_what_is_likely(name: str, standing: str, first: str) -> None:
    state = sample(name)
    one = next(x for x in state.candidates.values() if candidate_state(state, x) == standing)
    assert likely_moments(state, one.id)[0] == first
    assert sorted(likely_moments(state, one.id)) == sorted(MOMENTS)


@pytest.mark.parametrize(
    ("name", "first"), [("fresh", "before"), ("mid-exam", "technical"), ("to-finalise", "end")]
)
def test_where_the_room_stands_says_what_is_likely(name: str, first: str) -> None:
    assert likely_moments(sample(name), None)[0] == first
