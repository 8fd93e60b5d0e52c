"""No text of a session is ever read as markup: what the console shows is made of ``Content``.

Textual reads ``[@click=app.quit]`` in a plain ``str`` as an action, and ``[/]`` ends the
program. So no widget is given one: read in the sources, and proved on samples that break it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pixtui.tui

SOURCES = sorted(Path(pixtui.tui.__file__).parent.rglob("*.py"))
READS_MARKUP = frozenset(
    {"Static", "Label", "Button", "Checkbox", "RadioButton", "Collapsible", "ListItem", "Tab",
     "Option", "OptionList", "SelectionList", "Select", "Tree", "DataTable", "RichLog",
     "Placeholder", "Link", "Markdown", "Tooltip", "MaskedInput"}
)  # fmt: skip
"""Widgets of Textual that read a ``str`` as markup."""
FORBIDDEN = frozenset({"notify", "add_row", "add_column", "add_columns", "from_markup"})
TITLES = frozenset({"border_title", "border_subtitle", "tooltip"})


def slips(source: str) -> Iterator[str]:
    """Where a text could be read as markup."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.Assign) and not _is_content(node.value):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in TITLES:
                    yield f"line {node.lineno}: {target.attr}"


def _of_call(node: ast.Call) -> Iterator[str]:
    name = _name(node.func)
    if name in FORBIDDEN:
        yield f"line {node.lineno}: {name}"
    elif name in READS_MARKUP:
        plain = {one.arg: one.value for one in node.keywords}.get("markup")
        if not (isinstance(plain, ast.Constant) and plain.value is False):
            yield f"line {node.lineno}: {name} without markup=False"
        if node.args and not _is_content(node.args[0]):
            yield f"line {node.lineno}: {name} of a text that is no Content"
    elif _is_update(node, name) and not _is_content(node.args[0]):
        yield f"line {node.lineno}: update with a text that is no Content"


def _is_update(node: ast.Call, name: str) -> bool:
    """An update of a widget; one of a dictionary or a set takes another kind."""
    if name != "update" or not isinstance(node.func, ast.Attribute) or len(node.args) != 1:
        return False
    return not isinstance(node.args[0], ast.Dict | ast.Set)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_content(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) in ("Content", "Text")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_text_is_given_to_a_widget_that_would_read_it(path: Path) -> None:
    assert list(slips(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "Static(name, markup=False)",
        "Static(f'{name}', markup=False)",
        "Static(Content(name))",
        "Label(Content(name), markup=True)",
        "self.query_one(Static).update(name)",
        "self.app.notify(name)",
        "table.add_row(name)",
        "self.border_title = name",
        "Content.from_markup(name)",
        "Button(name)",
    ],
)
def test_each_slip_is_seen(source: str) -> None:
    assert list(slips(source))


def test_what_is_right_is_let_through() -> None:
    assert not list(slips("Static(Content(name), id='x', markup=False); line.update(Content(x))"))
    assert not list(slips("self.border_title = Content(name)"))
