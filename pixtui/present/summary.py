"""One line about a session, for the list of sessions."""

from pixtui.domain.derive import counters, phase, steps
from pixtui.domain.session import State


def progress(state: State) -> tuple[int, int]:
    """How many required steps are behind, of how many."""
    required = [where for rule, where in steps(state) if not rule.optional]
    return sum(where in ("done", "not_applicable") for where in required), len(required)


def summary(state: State, name: str) -> dict[str, object]:
    """What the list of sessions says of one."""
    done, of = progress(state)
    details = state.details
    return {
        "file": name,
        "room": details.room if details else None,
        "site": details.site if details else None,
        "date": details.date.isoformat() if details else None,
        "time": details.time.isoformat("minutes") if details else None,
        "number": details.number if details else None,
        "fictional": bool(details and details.fictional),
        "rehearsal": details.rehearsal if details else None,
        "phase": phase(state),
        "steps_done": done,
        "steps": of,
        "counters": counters(state),
    }
