"""One class of a list of several: its rows and what is wrong with them, and nobody else's."""

from collections.abc import Mapping

from attrs import evolve as changed

from pixtui.domain.text import fold
from pixtui.exchange import siecle
from pixtui.exchange.pix_profiles import ImportedProfiles
from pixtui.exchange.problems import ImportedList, Problem, problem


def list_of_class(found: ImportedList, class_name: str | None) -> ImportedList:
    """Only the candidates of one class; an error where the list tells no class, or not that one."""
    if class_name is None or found.format == siecle.FORMAT or not found.rows:
        return found  # a SIECLE list was read so
    wanted, wrong = _wanted(found.classes, class_name)
    candidates = tuple(one for one in found.candidates if one.row in wanted)
    return changed(found, candidates=candidates, problems=wrong or _about(found, wanted))


def profiles_of_class(found: ImportedProfiles, class_name: str | None) -> ImportedProfiles:
    """Only the profiles of one class; an error where none is told, or not that one."""
    if class_name is None or not found.rows:
        return found
    wanted, wrong = _wanted(found.classes, class_name)
    return changed(
        found,
        profiles=tuple(one for one in found.profiles if one.row in wanted),
        unsent=tuple(one for one in found.unsent if one.row in wanted),
        problems=wrong or _about(found, wanted),
    )


def _wanted(
    classes: Mapping[int, str], class_name: str
) -> tuple[frozenset[int], tuple[Problem, ...]]:
    """The rows of that class, or why there are none."""
    told = {row: name.strip() for row, name in classes.items() if name.strip()}
    rows = frozenset(row for row, name in told.items() if fold(name) == fold(class_name).strip())
    if not told:
        return rows, (problem("class_unknown", class_name=class_name),)
    if not rows:
        listed = sorted(set(told.values()))
        return rows, (problem("class_not_found", class_name=class_name, classes=listed),)
    return rows, ()


def _about(found: ImportedList | ImportedProfiles, wanted: frozenset[int]) -> tuple[Problem, ...]:
    """What concerns the file, or a row of that class."""
    return tuple(
        one
        for one in found.problems
        if one.row is None or one.row not in found.classes or one.row in wanted
    )
