"""The line that tells what has just happened: it says how it is read, however long it is."""

from hypothesis import given
from hypothesis import strategies as st

from pixtui.present.rehearsal import TOLD_ROWS, told_with
from pixtui.present.width import width

END = " (et 2 autres) · [)] lu"


@given(
    st.text(st.sampled_from("ab é界 :«»"), max_size=600).map(lambda told: f"09:07 {told}"),
    st.sampled_from((38, 78, 118)),
)
def test_the_key_that_reads_it_is_always_there(told: str, cells: int) -> None:
    rows = told_with(told, END, cells).split("\n")
    assert len(rows) <= TOLD_ROWS
    assert all(width(row) <= cells for row in rows)
    assert " ".join(rows).replace(" ", "").endswith("[)]lu")


def test_what_has_room_is_said_whole() -> None:
    assert told_with("09:22 La sonnerie d'alarme retentit.", END, 78) == (
        "09:22 La sonnerie d'alarme retentit. (et 2 autres) · [)] lu"
    )
