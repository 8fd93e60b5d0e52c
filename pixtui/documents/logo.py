"""The centre's logo: read once, made sure of, small enough to stand at the top of every page."""

import io
import stat
import struct
import warnings
import zlib
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from pixtui.documents.errors import PaperError

LARGEST = 5_000_000
"""Bytes of the file."""
MOST_PIXELS = 20_000_000
MOST_SIDES = (900, 450)
"""Pixels that are printed: three times what a laser printer shows of so small an image."""


@frozen
class Logo:
    """A small image, as PNG, and its width for a height of one."""

    data: io.BytesIO
    shape: float


def logo_image(path: Path) -> Logo:
    """The logo as a small PNG; raises PaperError where the file is no usable image."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _wrong(path, "not_image")
        if found.st_size > LARGEST:
            raise _wrong(path, "too_large")
        data, shape = _small(path, path.read_bytes())
        return Logo(io.BytesIO(data), shape)
    except OSError as error:
        raise _wrong(path, error.strerror or "not_image") from error


@lru_cache(maxsize=2)
def _small(path: Path, data: bytes) -> tuple[bytes, float]:
    from PIL import Image  # heavy: comes with fpdf2

    damaged = (ValueError, SyntaxError, EOFError, struct.error, zlib.error, Warning)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            if image.width * image.height > MOST_PIXELS:
                raise _wrong(path, "too_large")
            # Shades of grey, on white where it is transparent: the papers are photocopied.
            shown = image.convert("RGBA")
            white = Image.new("RGBA", shown.size, "white")
            white.alpha_composite(shown)
            grey = white.convert("L")
            grey.thumbnail(MOST_SIDES)
            made = io.BytesIO()
            grey.save(made, "PNG")
    except Image.DecompressionBombError as error:
        raise _wrong(path, "too_large") from error
    except damaged as error:
        raise _wrong(path, "not_image") from error
    return made.getvalue(), grey.width / grey.height


def _wrong(path: Path, reason: str) -> PaperError:
    return PaperError("logo_unreadable", {"path": str(path), "reason": reason})
