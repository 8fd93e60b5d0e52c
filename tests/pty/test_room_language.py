"""The room reads its projector in the language of its papers, whatever the console speaks."""

from pathlib import Path

import pytest

from tests.pty.terminal import DAY, Terminal, environment

pytestmark = pytest.mark.pty


@pytest.mark.parametrize(
    ("asked", "read"), [((), "Numéro de session"), (("--lang", "en"), "Session number")]
)
def test_the_room_reads_the_language_of_the_session_unless_asked(
    mid_exam: Path, asked: tuple[str, ...], read: str
) -> None:
    settings = mid_exam.parent / "config" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('lang = "en"\n')
    env = environment(mid_exam.parent, PIXTUI_NOW=DAY.format(hour="10:02"))
    with Terminal([*asked, "project", str(mid_exam)], env) as room:
        room.until(read)
        room.press("ctrl+q")
        assert room.ended() == 0
