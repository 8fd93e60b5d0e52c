"""A session in numbers: what a centre adds up, without a word about anybody."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from pixtui.domain.derive import candidate_state, counters, first_start, is_alert
from pixtui.domain.session import State

NO_CODE = ""
"""In the place of a report code or a reason that nobody gave."""


@frozen(kw_only=True)
class Tally:
    """How many of what there was in one session."""

    counters: Mapping[str, int]
    """Candidates by state, and ``total``."""
    unfinished: Mapping[str, int]
    """Tests that did not end by their candidate, by the reason given."""
    incidents: Mapping[str, int]
    """Incidents by report code."""
    alerts: int
    """Of these, problems on a question that only the invigilator space could lift."""
    alerts_open: int
    incidents_open: int
    left_open: Mapping[str, int]
    """What was sealed although missing, by the code of the hole."""
    first_start: dt.datetime | None
    last_end: dt.datetime | None
    """When the last test ended, once all that began have."""


def tally(state: State) -> Tally:
    """The numbers of a session as it stands."""
    people, incidents = state.candidates.values(), state.incidents.values()
    unfinished = [one for one in people if candidate_state(state, one) == "stopped"]
    ends = [one.end.at for one in people if one.end is not None]
    begun = sum(one.start is not None for one in people)
    with_es = state.details is not None and state.details.mode == "with-es"
    live = {code.code for code in state.rules.codes if code.live} if with_es else set()
    return Tally(
        counters=counters(state),
        unfinished=Counter(one.reason.outcome if one.reason else NO_CODE for one in unfinished),
        incidents=Counter(one.code or NO_CODE for one in incidents),
        alerts=sum(one.code in live for one in incidents),
        alerts_open=sum(is_alert(state, one) for one in incidents) if with_es else 0,
        incidents_open=sum(one.closed is None for one in incidents),
        left_open=Counter(hole.partition(":")[0] for hole in state.overrides),
        first_start=first_start(state),
        last_end=max(ends) if ends and len(ends) == begun else None,
    )
