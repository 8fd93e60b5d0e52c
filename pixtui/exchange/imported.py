"""What a reader hands back, the same for every format."""

import datetime as dt

from attrs import asdict, frozen

from pixtui.domain.commands import NewCandidate
from pixtui.exchange.problems import Problem

MOST_CANDIDATES = 2_000
MOST_BYTES = 5_000_000


@frozen(kw_only=True)
class ImportedCandidate:
    """One row that could be read: clean texts, a real date, whole percents."""

    row: int
    """As the spreadsheet numbers it (the first row is 1)."""
    last_name: str
    first_name: str
    birthdate: dt.date
    class_name: str | None = None
    external_id: str | None = None
    seat: str | None = None
    workstation: str | None = None
    extra_time: int | None = None
    """Whole percent, 1 to 999; None for none."""


@frozen(kw_only=True)
class ImportedList:
    """A file as read: rows with an error are not among the candidates."""

    format: str
    rows: int = 0
    """Rows that hold something, the header not counted."""
    candidates: tuple[ImportedCandidate, ...] = ()
    problems: tuple[Problem, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    """Headers of the columns that are not kept, in file order, safe to show."""
    encoding: str | None = None
    delimiter: str | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What refuses the file."""
        return tuple(one for one in self.problems if one.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What asks for a yes."""
        return tuple(one for one in self.problems if one.severity == "warning")

    def new_candidates(self) -> tuple[NewCandidate, ...]:
        """The rows as the domain takes them in one ``ImportCandidates``."""
        every = (asdict(one) for one in self.candidates)
        return tuple(
            NewCandidate(**{name: value for name, value in one.items() if name != "row"})
            for one in every
        )
