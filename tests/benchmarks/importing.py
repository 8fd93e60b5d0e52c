"""What bringing a list in costs, against only reading its cells with the same library.

The whole way: a fresh child process, the archive and its XML checked, the cells read, every rule
of every row, the list compared with the session. The note says the most memory the child held.
"""

import io
import resource
from datetime import date, timedelta
from pathlib import Path

from python_calamine import load_workbook

from pixtui.desk.importing import look_at
from pixtui.domain.particulars import CandidateFields
from pixtui.exchange.pix_candidates_out import write_candidates
from pixtui.exchange.pix_sessions_out import write_sessions
from tests.benchmarks.measure import Goal, Row, Size, interleaved, medians, timer
from tests.benchmarks.scene import NINE, letters, new_session

SUBJECT = "import"
FLOOR = "only the cells"
GOAL = Goal(most=2_000, unit="ms")
"""An answer at the keyboard, however long the list."""


def people(count: int) -> list[CandidateFields]:
    """A list of so many, with all that Pix asks for."""
    return [
        CandidateFields(
            last_name=f"N'DIAYE-LE GOFF {letters(number)}",
            first_name="Zoé",
            birthdate=date(2000, 1, 1) + timedelta(days=number),
            sex="F",
            birth_postal_code="01000",
            birth_city="Bourg-en-Bresse",
            birth_country="FRANCE",
            billing="FREE",
            external_id=str(number),
            extra_time=33 if number % 10 == 0 else None,
        )
        for number in range(count)
    ]


def measure(folder: Path, size: Size) -> list[Row]:
    """A list of each size from the second on: the ODS and the CSV of Pix."""
    rows: list[Row] = []
    for count in size.candidates[1:]:
        with new_session(folder / f"{count}.json", 1) as desk:
            state = desk.state
        ods = write_candidates(state.session, people(count), sco=False)
        csv = write_sessions(state.session, people(count), sco=False)

        def whole(data: bytes = ods) -> object:
            return look_at(data, state, NINE)  # noqa: B023 - called within this round of the loop

        def sessions(data: bytes = csv) -> object:
            return look_at(data, state, NINE)  # noqa: B023 - as above

        def cells(data: bytes = ods) -> object:
            return load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()

        timers = {FLOOR: timer(cells), "ods": timer(whole), "sessions csv": timer(sessions)}
        took = medians(interleaved(size.open_rounds, timers, warm_up=1))
        held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1_000
        rows.append(Row(subject=SUBJECT, case=f"{count} rows, {FLOOR}", measured=took[FLOOR]))
        rows += [
            Row(
                subject=SUBJECT,
                case=f"{count} rows, {name}",
                measured=took[name],
                floor=took[FLOOR],
                goal=GOAL,
                note=f"child at most {held} MB" if name == "ods" else "",
            )
            for name in ("ods", "sessions csv")
        ]
    return rows
