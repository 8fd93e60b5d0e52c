"""Every paper by its name: what is made of a session, and the bytes of it."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from attrs import frozen

from pixtui.documents.errors import PaperError
from pixtui.documents.matter import Matter
from pixtui.domain.derive import phase

if TYPE_CHECKING:
    from pixtui.documents.sheet import Told


@frozen(kw_only=True)
class Document:
    """Where a paper is drawn, and who may see it."""

    module: str
    draw: str = "draw"
    staff: bool = False
    """The invigilators' own: it may show extra times; all others are made without."""
    landscape: bool = False
    each: str = ""
    """What there is a file for: ``fraud`` (each suspicion); one in all where empty."""
    people: bool = False
    """Whether it is about the candidates: nothing to print without any."""


DOCUMENTS: Mapping[str, Document] = {
    "convocations": Document(module="convocations", people=True),
    "convocation-grid": Document(module="lists", draw="convocation_grid", people=True),
    "attendance-sheet": Document(module="attendance_sheet"),
    "incident-report-blank": Document(module="incident_report", draw="draw_blank"),
    "incident-report": Document(module="incident_report"),
    "fraud-statement-blank": Document(module="fraud_statement", draw="draw_blank"),
    "fraud-statement": Document(module="fraud_statement", each="fraud"),
    "instructions": Document(module="instructions"),
    "candidate-notice": Document(module="candidate_notice"),
    "room-sheet": Document(module="room_sheet", landscape=True),
    "door-list": Document(module="lists", draw="door_list"),
    "seating-plan": Document(module="seating_plan", landscape=True),
    "room-checklist": Document(module="room_checklist"),
    "pix-entry-sheet": Document(module="pix_entry_sheet", staff=True),
    "session-report": Document(module="session_report", staff=True),
    "roll-call": Document(module="lists", draw="roll_call", staff=True),
    "fallback": Document(module="fallback", staff=True, landscape=True),
}
"""In the order of the manual."""


@frozen(kw_only=True)
class Plan:
    """One file to be made."""

    name: str
    """The paper's name."""
    stem: str
    """The file's name without ``.pdf``: our own words and ids, never a person's name."""
    about: tuple[str, ...] = ()
    """The candidates, or the incident, that it is about; all where empty."""


def plans(matter: Matter, names: Iterable[str] = (), *, split: bool = False) -> list[Plan]:
    """The files to be made: of these papers, or of all that this moment calls for.

    ``split`` makes one file for each convocation. Raises PaperError on an unknown name, and
    where a paper that was named has nothing to be made from.
    """
    asked = list(dict.fromkeys(names))
    now = phase(matter.state)
    if now == "purged":
        raise PaperError("purged")
    for name in asked:
        if name not in DOCUMENTS:
            raise PaperError("no_paper", {"name": name, "known": ", ".join(DOCUMENTS)})
    found: list[Plan] = []
    for name in asked or matter.book.papers_for(now):
        files = _files(name, matter, split=split)
        if not files and asked:
            raise PaperError("no_fraud" if DOCUMENTS[name].each else "no_candidates")
        found += files
    return found


def _files(name: str, matter: Matter, *, split: bool) -> list[Plan]:
    document, state = DOCUMENTS[name], matter.state
    if document.each == "fraud":
        suspicions = [one.id for one in state.incidents.values() if _is_fraud(matter, one.code)]
        return [Plan(name=name, stem=f"{name}-{one}", about=(one,)) for one in suspicions]
    if document.people and not state.candidates:
        return []
    if split and name == "convocations":
        return [
            Plan(name=name, stem=f"convocation-{one}", about=(one,)) for one in state.candidates
        ]
    return [Plan(name=name, stem=name)]


def _is_fraud(matter: Matter, code: str | None) -> bool:
    rule = matter.state.rules.code(code) if code else None
    return rule is not None and rule.fraud


def make(plan: Plan, matter: Matter, told: "Told | None" = None) -> bytes:
    """The PDF of one file; the same bytes for the same matter. Raises PaperError.

    ``told`` is called with the number of each page as it is begun.
    """
    from pixtui.documents.sheet import Sheet  # fpdf2: heavy, loaded when a paper is made

    document = DOCUMENTS[plan.name]
    own = matter.without_codes() if document.staff else matter.for_circulation()
    title = matter.book.paper_title(plan.name, matter.language)
    sheet = Sheet(own, title, staff=document.staff, landscape=document.landscape, told=told)
    draw: Callable[[Sheet, tuple[str, ...]], None] = getattr(
        import_module(f"pixtui.documents.{document.module}"), document.draw
    )
    draw(sheet, plan.about)
    return sheet.data()
