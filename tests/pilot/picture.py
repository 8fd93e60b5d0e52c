"""The README's picture: the live grid of the mid-exam sample, drawn by the console itself.

``python -m tests.pilot.picture`` writes ``tests/pilot/grid.svg``.
"""

import asyncio
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

from pixtui.resources import sample_sessions
from pixtui.rules.rulebook import load
from pixtui.tui.app import Console
from pixtui.wording.catalogue import words
from tests.samples.make import at

PICTURE = Path(__file__).resolve().parent / "grid.svg"
PRESENT = "2026-11-30T10:02:00+01:00"


async def draw(folder: Path) -> str:
    """The picture as SVG text."""
    session = folder / "b204.json"
    shutil.copy(sample_sessions() / "mid-exam.json", session)
    with at(PRESENT), patch("textual.constants.COLOR_SYSTEM", "truecolor"):
        app = Console(words("fr"), load(), folder, "Mme Sarr", session)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("down", "up")
            await pilot.pause()
            return app.export_screenshot(title="pixtui")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        PICTURE.write_text(asyncio.run(draw(Path(made))))
