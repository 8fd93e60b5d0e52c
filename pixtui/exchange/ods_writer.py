"""An OpenDocument spreadsheet of one sheet, from the standard library alone.

The same cells give the same bytes. A text is a text whatever it begins with: nothing in such a
cell is ever computed, and a leading zero stays.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every part: a file must not say when it was made."""
_PRIVATE = 0o600 << 16

_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_BEGINNING = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content \
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2">
<office:automatic-styles>
<number:percentage-style style:name="N1"><number:number number:decimal-places="0" \
number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="strong" style:family="table-cell">\
<style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
"""
_END = "</office:spreadsheet></office:body></office:document-content>\n"


@frozen
class Percent:
    """A whole percentage, as a number in a cell of percents."""

    value: int


Value = str | Percent
Cells = Sequence[Value]


def write_ods(sheet: str, rows: Iterable[Cells], strong: frozenset[int] = frozenset()) -> bytes:
    """The file; ``strong`` are the rows in bold, from 1."""
    content = [_BEGINNING, f"<table:table table:name={quoteattr(sheet)}>\n"]
    content += [_row(cells, number in strong) for number, cells in enumerate(rows, 1)]
    content += ["</table:table>\n", _END]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _add(archive, "mimetype", MIME, zipfile.ZIP_STORED)
        _add(archive, "META-INF/manifest.xml", _MANIFEST, zipfile.ZIP_DEFLATED)
        _add(archive, "content.xml", "".join(content), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, text: str, how: int) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = how
    entry.external_attr = _PRIVATE
    entry.create_system = 3
    archive.writestr(entry, text.encode())


def _row(cells: Cells, strong: bool) -> str:
    written = "".join(_cell(one, strong) for one in cells) or "<table:table-cell/>"
    return f"<table:table-row>{written}</table:table-row>\n"


def _cell(value: Value, strong: bool) -> str:
    if isinstance(value, Percent):
        return (
            '<table:table-cell table:style-name="percent" office:value-type="percentage" '
            f'office:value="{value.value / 100!r}"><text:p>{value.value}%</text:p>'
            "</table:table-cell>"
        )
    if not value:
        return "<table:table-cell/>"
    style = ' table:style-name="strong"' if strong else ""
    lines = "".join(f"<text:p>{_text(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell{style} office:value-type="string">{lines}</table:table-cell>'


def _text(line: str) -> str:
    """A line of text: XML folds runs of spaces, so those after the first are spelled out."""
    words = escape(line).replace("\t", "<text:tab/>").split(" ")
    told = words[0]
    spaces = 1
    for word in words[1:]:
        if not word:
            spaces += 1
            continue
        told += _spaces(spaces, first=not told) + word
        spaces = 1
    return told + (_spaces(spaces - 1, first=True) if spaces > 1 else "")


def _spaces(count: int, *, first: bool) -> str:
    if first:
        return f'<text:s text:c="{count}"/>'
    return " " + (f'<text:s text:c="{count - 1}"/>' if count > 1 else "")
