"""An OpenDocument spreadsheet: the pass over its ``content.xml``."""

from collections.abc import Mapping

from pixtui.exchange.apart.archive import Archive
from pixtui.exchange.apart.refusal import RefusedFile
from pixtui.exchange.apart.sheets import Marks
from pixtui.exchange.apart.strict_xml import parse

MIME = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_SHEET, _ROW = _TABLE + "table", _TABLE + "table-row"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_NOTE = _OFFICE + "annotation"
_HIDDEN = ("collapse", "filter")


def is_ods(archive: Archive) -> bool:
    """Whether the archive says it is an OpenDocument spreadsheet; raises RefusedFile."""
    if "mimetype" not in archive.names:
        return False
    mime = archive.read("mimetype").strip()
    if mime.startswith(MIME):
        return True
    raise RefusedFile("not_a_workbook")


def has_macros(archive: Archive) -> bool:
    """Whether there are programs in it."""
    return any(name.startswith(("Basic/", "Scripts/")) for name in archive.names)


def check_encrypted(archive: Archive) -> None:
    """Refuse a file that needs a password."""
    name = "META-INF/manifest.xml"
    if name in archive.names and b"encryption-data" in archive.read(name):
        raise RefusedFile("zip_encrypted")


def marks(archive: Archive) -> list[Marks]:
    """The marks of every sheet, in order; raises RefusedFile."""
    walk = _Walk()
    parse(archive.read("content.xml"), walk.start, walk.end, walk.text)
    return walk.sheets


class _Walk:
    """Where the pass stands."""

    def __init__(self) -> None:
        self.sheets: list[Marks] = []
        self._row = self._rows = self._column = self._columns = 0
        self._hidden = self._holds = False
        self._row_holds = False
        self._inside = 0
        self._notes = 0
        self._attributes: Mapping[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == _SHEET:
            self.sheets.append(Marks())
            self._row = self._rows = 0
        elif name == _ROW and self.sheets:
            self._row += self._rows or 1
            self._rows = _count(attributes.get(_TABLE + "number-rows-repeated"))
            self._hidden = attributes.get(_TABLE + "visibility") in _HIDDEN
            self._column = self._columns = 0
            self._row_holds = False
        elif name in _CELLS and self._row:
            self._column += self._columns or 1
            self._columns = _count(attributes.get(_TABLE + "number-columns-repeated"))
            self._attributes = attributes
            self._holds = False
            self._inside += 1
        elif name == _NOTE:
            self._notes += 1

    def text(self, text: str) -> None:
        if self._inside and not self._notes and text.strip():
            self._holds = True

    def end(self, name: str) -> None:
        if name == _NOTE:
            self._notes -= 1
        elif name in _CELLS and self._row:
            self._inside -= 1
            self._cell()
        elif name == _ROW and self.sheets and self._hidden and self._row_holds:
            self.sheets[-1].hidden.append(self._row)

    def _cell(self) -> None:
        kind = self._attributes.get(_OFFICE + "value-type")
        formula = _TABLE + "formula" in self._attributes
        if not (self._holds or formula or kind not in (None, "string")):
            return
        self._row_holds = True
        found, place = self.sheets[-1], (self._row, self._column)
        found.filled(*place, rows=self._rows, columns=self._columns)
        if formula:
            found.formulas.append(place)
        if kind == "percentage":
            found.percents |= {
                (self._row + down, self._column + right)
                for down in range(self._rows)
                for right in range(self._columns)
            }


def _count(said: str | None) -> int:
    if said is None:
        return 1
    if not (said.isascii() and said.isdigit() and 0 < len(said) < 11 and int(said)):
        raise RefusedFile("xml_broken", line=1)
    return int(said)
