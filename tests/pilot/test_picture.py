"""The README's picture is what the console shows, drawn by the console itself."""

import re
from pathlib import Path

from tests.pilot.picture import PICTURE, draw


def words_of(svg: str) -> list[str]:
    """The text of a picture, without the ids that chance gives."""
    return re.findall(r">([^<>]+)</text>", svg)


async def test_the_picture_is_what_the_console_shows(tmp_path: Path) -> None:
    drawn = await draw(tmp_path)
    assert words_of(drawn) == words_of(PICTURE.read_text()), "run: python -m tests.pilot.picture"
