"""The checklist as rows: phases, steps, items; and the text of the step one looks at."""

from pixtui.domain.derive import STEP_PHASES, StepState, steps
from pixtui.domain.rules import StepRule
from pixtui.domain.session import State, StepRecord
from pixtui.domain.text import visible
from pixtui.present.papers import step_papers
from pixtui.present.row import Row
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit, wrap
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import CHOICES, PHASES, label
from pixtui.wording.when import hour_and_day

MARKS: dict[StepState, str] = {"done": "+", "todo": ".", "deferred": "~", "not_applicable": "-"}
TONES: dict[StepState, Tone] = {
    "done": "good",
    "todo": "plain",
    "deferred": "warning",
    "not_applicable": "dim",
}


def key_of(step: str, item: str | None = None) -> str:
    """The key of a row: ``room`` or ``room/seats``."""
    return f"{step}/{item}" if item else step


def split_key(key: str) -> tuple[str, str | None]:
    """The step and the item of a row's key."""
    step, _, item = key.partition("/")
    return step, item or None


def checklist_rows(state: State, words: Words, rulebook: Rulebook, cells: int) -> list[Row]:
    """Every phase, step and item, in the order of the day."""
    standing = steps(state)
    rows: list[Row] = []
    for phase in STEP_PHASES:
        here = [(rule, where) for rule, where in standing if rule.phase == phase]
        done = sum(where in ("done", "not_applicable") for _rule, where in here)
        title = fit(label(PHASES, phase, words), max(cells - 6, 8))
        rows.append(Row(f"#{phase}", ((title, "strong"), (f"{done:>2}/{len(here)}", "dim"))))
        for rule, where in here:
            rows += _step_rows(state, rule, where, words, rulebook, cells)
    return rows


def _step_rows(
    state: State, rule: StepRule, where: StepState, words: Words, rulebook: Rulebook, cells: int
) -> list[Row]:
    mode, language = state.session.mode, words.language
    title = rulebook.step_title(rule.id, mode, language)
    if rule.optional:
        title += " " + words.text(N_("(optional)"))
    text = fit(f" {MARKS[where]} {visible(title)}", cells)
    rows = [Row(key_of(rule.id), ((text, TONES[where]),))]
    ticked = state.steps.get(rule.id, StepRecord()).items
    for item in rule.items:
        box = "[x]" if item in ticked else "[ ]"
        name = rulebook.item_title(rule.id, item, mode, language)
        tone: Tone = "good" if item in ticked else "plain"
        rows.append(
            Row(key_of(rule.id, item), ((fit(f"     {box} {visible(name)}", cells), tone),))
        )
    return rows


def step_lines(state: State, step: str, words: Words, rulebook: Rulebook, cells: int) -> list[Cell]:
    """What a step asks, its links and what was declared about it, line by line."""
    rule = state.rules.step(step, state.session.mode)
    if rule is None:
        return []
    mode, language = state.session.mode, words.language
    lines: list[Cell] = [(rulebook.step_title(step, mode, language), "strong"), ("", "plain")]
    told = words.with_own_keys(rulebook.step_text(step, mode, language))
    lines += [(line, "plain") for line in wrap(told, cells)]
    for link in rulebook.links(step, mode, language):
        lines.append((f"→ {link.url}", "accent"))
    papers = [title for name, title in step_papers(state, step, words, rulebook) if " " not in name]
    if papers:
        told = words.say(
            N_("Papers ({key}): {papers}"),
            key=words.key("step_papers", "F5"),
            papers=", ".join(papers),
        )
        lines += [("", "plain"), *((line, "accent") for line in wrap(told, cells))]
    record = state.steps.get(step)
    if record is not None and record.mark is not None:
        said = label(CHOICES, record.choice, words)
        when = hour_and_day(state, record.mark.at)
        lines += [("", "plain"), (f"{said}, {visible(record.mark.by)}, {when}", "dim")]
        if record.reason:
            lines += [(line, "warning") for line in wrap(visible(record.reason), cells)]
    return [(visible(text), tone) for text, tone in lines]
