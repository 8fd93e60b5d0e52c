"""XML without what could hurt: no document type, no entities, no odd encoding, no deep nesting.

The declaration is not believed where the bytes say otherwise: UTF-8 declared as Latin is read as
UTF-8, and said.
"""

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from pixtui.exchange.apart.limits import MOST_DEPTH
from pixtui.exchange.apart.refusal import RefusedFile

_DECLARED = re.compile(rb"\s*<\?xml\b([^>]{0,200})\?>")
_VERSION = re.compile(rb"""\bversion\s*=\s*["']([^"']*)["']""")
_ENCODING = re.compile(rb"""\bencoding\s*=\s*["']([^"']*)["']""")
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "iso-8859-1": "iso-8859-1",
    "latin1": "iso-8859-1",
    "latin-1": "iso-8859-1",
    "iso-8859-15": "iso-8859-15",
    "latin9": "iso-8859-15",
    "latin-9": "iso-8859-15",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def decoded(data: bytes) -> tuple[str, str, bool]:
    """The text, its encoding, and whether the declaration was wrong; raises RefusedFile."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode(data, codec), codec, False
    declaration = _DECLARED.match(data)
    said = declaration[1] if declaration else b""
    version, named = _VERSION.search(said), _ENCODING.search(said)
    if version is not None and version[1] != b"1.0":
        raise RefusedFile("xml_broken", line=1)
    name = named[1].decode("ascii", "replace").lower() if named else "utf-8"
    codec = _CODECS.get(name, "")
    if not codec:
        raise RefusedFile("xml_encoding", encoding=name)
    if codec not in ("utf-8", "ascii") and not data.isascii():
        try:
            return data.decode("utf-8"), "utf-8", True
        except UnicodeDecodeError:
            pass
    return _decode(data, codec), codec, False


def _decode(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedFile("xml_encoding_broken", line=line, encoding=codec.upper()) from error


def parse(data: bytes, start: Start, end: End, text: Text) -> None:
    """Walk through a document; raises RefusedFile.

    Names come as ``namespace name``, attributes too where they have one.
    """
    parse_text(decoded(data)[0], start, end, text)


def parse_text(document: str, start: Start, end: End, text: Text) -> None:
    """Walk through a document whose characters are known."""
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    depth = 0

    def enter(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise RefusedFile("xml_too_deep", line=parser.CurrentLineNumber)
        start(name, attributes)

    def leave(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def doctype(*_: object) -> None:
        raise RefusedFile("xml_doctype")

    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(document.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise RefusedFile("xml_broken", line=error.lineno) from error
