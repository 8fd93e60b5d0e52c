"""From bytes to text without a wrong guess: a name list read in the wrong encoding looks right.

A byte order mark decides; else strict UTF-8; else Windows-1252, said, with the words it changes
to look at. Mac Roman, a mixture of encodings and what is no text are refused.
"""

import codecs
import re
from itertools import islice

from attrs import frozen

from pixtui.exchange.problems import Problem, problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""ODS and XLSX are ZIP files; older XLS files begin with the other."""
_OTHERS = (b"%PDF", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_WEB = re.compile(rb"\s*<(!doctype|html|head|body|\?xml)\b", re.IGNORECASE)

_UTF8_IN_1252 = re.compile(rb"[\xc2\xc3][\x80-\xbf]|\xc5[\x92\x93]")
"""French letters of UTF-8: in Windows-1252 they would read Ã©, Å“, which no name holds."""
_LETTER, _SMALL = r"[^\W\d_]", "[a-zß-ÿ]"
_MAC_IN_1252 = re.compile(
    f"{_LETTER}[‰ˆƒ]|ƒ{_LETTER}|{_LETTER}[™•]{_LETTER}|{_SMALL}Ž|{_LETTER}Ž{_SMALL}"
)
"""Accented letters of Mac Roman as Windows-1252 shows them (PrŽnom), but not Žižek nor BLAŽ."""
_MAC_BYTES = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
"""Undefined in Windows-1252; in Mac Roman å ç è ê ù."""
_TAILS = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")) + "\x80-\x9f"
_DOUBLE = re.compile(f"[ÂÃ][{_TAILS}]|Å[“’]")
"""What Windows-1252 makes of the two bytes of é (Ã©), of œ (Å“)."""
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_LEFT, _RIGHT = re.compile(r"[^\s;,\"]*\Z"), re.compile(r"[^\s;,\"]*")
_AROUND = 30
_MOST_LOOKED_AT = 500


@frozen
class Decoded:
    """A file's text, or the problem that keeps it from being one."""

    text: str | None
    encoding: str | None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, mac: bool = False) -> Decoded:
    """The text of a file, how it was encoded, and what is to be said about that.

    ``mac`` where somebody said what the file is, and such files may come from a Mac.
    """
    foreign = _foreign(data)
    if foreign is not None:
        return Decoded(None, None, (problem(foreign),))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding)
    if b"\0" in data:
        return _refused("not_text", data, data.index(b"\0"))
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        found = _single_byte(data, error.start)
        if mac and any(one.code == "encoding_mac" for one in found.problems):
            return _from_mac(data)
        return found


def _from_mac(data: bytes) -> Decoded:
    text = data.decode("mac_roman")
    words = _words(text, _NOT_ASCII)
    return Decoded(text, "macintosh", (problem("encoding_mac_read", words=words),))


def _foreign(data: bytes) -> str | None:
    if data.startswith(_WORKBOOKS):
        return "spreadsheet_file"
    if data.startswith(_OTHERS):
        return "other_file"
    return "web_page" if _WEB.match(data.removeprefix(codecs.BOM_UTF8)) else None


def _marked(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        return _refused("encoding_broken", data, error.start, encoding=encoding)
    if "\0" in text:
        return _refused("not_text", data, len(mark))
    return _checked(text, encoding)


def _single_byte(data: bytes, first: int) -> Decoded:
    if _UTF8_IN_1252.search(data):
        return _refused("encodings_mixed", data, first)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        code = "encoding_mac" if _looks_mac(data) else "encoding_unknown"
        return _refused(code, data, error.start)
    mac = _MAC_IN_1252.search(text)
    if mac:
        return _refused("encoding_mac", data, mac.start(), value=_word_at(text, mac.start()))
    words = _words(text, _NOT_ASCII)
    return Decoded(text, "windows-1252", (problem("encoding_guessed", words=words),))


def _looks_mac(data: bytes) -> bool:
    """Whether the bytes Windows-1252 does not know stand inside words."""
    return bool(re.search(rb"[A-Za-z](%s)" % _MAC_BYTES.pattern, data)) and not re.search(
        rb"[\x00-\x08\x0e-\x1f]", data
    )


def _refused(code: str, data: bytes, at: int, **params: str) -> Decoded:
    # The line as an editor numbers it, whatever ends the lines.
    line = len(re.findall(rb"\r\n|\r|\n", data[:at])) + 1
    return Decoded(None, None, (problem(code, None, None, line=line, **params),))


def _checked(text: str, encoding: str) -> Decoded:
    """Well-formed text, searched for what an earlier wrong reading left in it."""
    if not _DOUBLE.search(text):
        return Decoded(text, encoding)
    repaired = undouble(text)
    if repaired is None:
        words = _words(text, _DOUBLE)
        return Decoded(text, encoding, (problem("mojibake_seen", words=words),))
    words = _words(repaired, _NOT_ASCII)
    return Decoded(repaired, encoding, (problem("mojibake_repaired", words=words),))


def undouble(text: str) -> str | None:
    """The text that was read as Windows-1252 and saved again, when all of it was; else None."""
    original = bytearray()
    for character in text:
        try:
            original += character.encode("cp1252")
        except UnicodeEncodeError:
            if not "\x80" <= character <= "\x9f":
                return None
            original.append(ord(character))
    try:
        return original.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _words(text: str, wanted: re.Pattern[str]) -> tuple[str, ...]:
    """The first words that hold what is looked for."""
    places = islice(wanted.finditer(text), _MOST_LOOKED_AT)
    return tuple(_word_at(text, found.start()) for found in places)


def _word_at(text: str, at: int) -> str:
    """The word around a place, or as much of it as can be shown."""
    left, right = text[max(0, at - _AROUND) : at], text[at : at + _AROUND]
    return "".join(one.group() for one in (_LEFT.search(left), _RIGHT.match(right)) if one)
