"""The typeface's files: read once a process, lent to each PDF, cut down to what it used.

fpdf2 reads and cuts a font file anew for every document, which costs more than drawing most of
the papers. Here a font is parsed once; a document gets a copy that shares the parsed tables and
has its own list of used glyphs, and before it is written only these glyphs are handed over.
"""

from collections.abc import Sequence
from copy import copy, deepcopy
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:  # heavy: loaded when a paper is made
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

FAMILY: Final = "dejavu"
FILES: Final = {
    "": Path(__file__).resolve().parent / "fonts" / "DejaVuSansCondensed.ttf",
    "B": Path(__file__).resolve().parent / "fonts" / "DejaVuSansCondensed-Bold.ttf",
}
"""The file of each style, as fpdf2 names styles."""
_WHOLE = ("head", "hhea", "maxp", "OS/2", "name", "cvt ", "fpgm", "prep")
"""The tables that do not speak of single glyphs."""
_CUTTING = Lock()
"""fontTools takes outlines apart when they are first asked for: one at a time."""
_ALWAYS = (".notdef", ".null", "nonmarkingreturn", "space")


@cache
def loaded(style: str) -> "TTFFont":
    """A style's font, parsed; never written to."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_font(FAMILY, style, FILES[style])
    font = font_of(pdf, style)
    for tag in (*_WHOLE, "glyf", "hmtx"):
        font.ttfont[tag]  # read now: the file is closed behind us
    font.ttfont.close()
    return font


def font_of(pdf: "FPDF", style: str) -> "TTFFont":
    """A document's font of a style."""
    from fpdf.fonts import TTFFont

    font = pdf.fonts[f"{FAMILY}{style}"]
    assert isinstance(font, TTFFont)  # not one of the readers' own fonts
    return font


def lend(pdf: "FPDF") -> None:
    """Let a document print in both styles."""
    from fpdf.fonts import SubsetMap

    for style in FILES:
        font = copy(loaded(style))
        font.i = len(pdf.fonts) + 1
        font.missing_glyphs = []
        font.subset = SubsetMap(font)
        pdf.fonts[f"{FAMILY}{style}"] = font


def cut(pdf: "FPDF") -> None:
    """Leave in a document's fonts only the glyphs it used, just before it is written."""
    with _CUTTING:
        for style in FILES:
            font = font_of(pdf, style)
            font.ttfont = _small(font.ttfont, font.subset.get_all_glyph_names())


def _small(whole: Any, used: Sequence[str]) -> Any:
    """A font of these glyphs, and of those that they are put together from."""
    from fontTools.ttLib import TTFont, newTable

    outlines, metrics = whole["glyf"], whole["hmtx"].metrics
    parts: dict[str, list[str]] = {}
    pending = [*used, *(one for one in _ALWAYS if one in metrics)]
    while pending:
        one = pending.pop()
        if one not in parts:
            parts[one] = outlines.glyphs[one].getComponentNames(outlines)
            pending += parts[one]
    order = sorted(parts, key=whole.getGlyphID)
    small = TTFont(recalcTimestamp=False, recalcBBoxes=False)  # outlines go over as they are
    small.setGlyphOrder(order)
    for tag in _WHOLE:
        if tag in whole:
            small[tag] = deepcopy(whole[tag])
    small["glyf"] = glyphs = newTable("glyf")
    # One that is put together names its parts, others are bytes that go over as they are.
    glyphs.glyphs = {
        one: deepcopy(outlines[one] if parts[one] else outlines.glyphs[one]) for one in order
    }
    glyphs.glyphOrder = order
    small["hmtx"] = widths = newTable("hmtx")
    widths.metrics = {one: metrics[one] for one in order}
    small["loca"] = newTable("loca")
    small["cmap"] = characters = newTable("cmap")  # the PDF has its own
    characters.tableVersion, characters.tables = 0, []
    small["post"] = names = newTable("post")
    post = whole["post"]
    for field in ("italicAngle", "underlinePosition", "underlineThickness", "isFixedPitch"):
        setattr(names, field, getattr(post, field))
    names.formatType = 3.0
    names.minMemType42 = names.maxMemType42 = names.minMemType1 = names.maxMemType1 = 0
    return small
