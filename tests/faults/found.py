"""What one way of looking for faults gave."""

from attrs import field, frozen


@frozen
class Found:
    """How often something was tried, and what went wrong."""

    tried: int
    wrong: tuple[str, ...] = field(repr=False)
    note: str = ""
    """What else should be told: how much was killed, acknowledged, skipped."""
