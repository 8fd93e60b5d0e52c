"""Who may be certified, from data of which date; who is not far from it; who is not known."""

from pixtui.domain.certifiability import COMPETENCES, NEEDED
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import sort_key, visible
from pixtui.present.row import Row
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit, wrap
from pixtui.wording.catalogue import N_, Words

NAME_CELLS, CLASS_CELLS = 28, 7


def _rank(one: Candidate) -> int:
    if one.certifiability is None:
        return 0
    return 2 if one.certifiability.certifiable else 1


def certifiability_line(state: State, words: Words) -> str:
    """How many may be certified, how many may not, of how many it is not known."""
    ranks = [_rank(one) for one in state.candidates.values()]
    return " · ".join(
        (
            words.plural("{n} certifiable", "{n} certifiable", ranks.count(2)),
            words.plural("{n} not certifiable", "{n} not certifiable", ranks.count(1)),
            words.plural("{n} not known", "{n} not known", ranks.count(0)),
        )
    )


def certifiability_rows(state: State, words: Words, cells: int) -> list[Row]:
    """Everyone: those not known first, then those who may not, then those who may."""
    people = sorted(
        state.candidates.values(),
        key=lambda one: (_rank(one), sort_key(one.last_name), sort_key(one.first_name)),
    )
    return [_row(one, words, cells) for one in people]


def _row(one: Candidate, words: Words, cells: int) -> Row:
    name = min(NAME_CELLS, max(cells - CLASS_CELLS - 20, 10))
    told, tone = _told(one, words)
    shown = visible(f"{one.last_name} {one.first_name}")
    return Row(
        one.id,
        (
            (fit(shown, name) + " ", "plain"),
            (fit(visible(one.class_name or ""), CLASS_CELLS), "plain"),
            (fit(told, max(cells - name - CLASS_CELLS - 3, 8)), tone),
        ),
    )


def _told(one: Candidate, words: Words) -> tuple[str, Tone]:
    known = one.certifiability
    if known is None:
        return words.text(N_("not known")), "danger"
    word = N_("certifiable") if known.certifiable else N_("not certifiable")
    parts = [words.text(word)]
    if known.competences is not None:
        parts.append(f"{known.competences}/{len(COMPETENCES)}")
    if known.as_of is not None:
        parts.append(f"{known.as_of:%d/%m/%Y}")
    elif known.competences is None:
        parts.append(words.text(N_("said by hand")))
    return " · ".join(parts), "good" if known.certifiable else "warning"


def certifiability_lines(one: Candidate | None, words: Words, cells: int) -> list[Cell]:
    """What is known of the one under the cursor; of who may not, the competences nearest to it."""
    if one is None:
        return [(words.text(N_("Nobody is on the list yet.")), "dim")]
    known = one.certifiability
    if known is None:
        unknown = words.say(
            N_(
                "Not known: nothing sent, or the profile collection is not imported yet (Ctrl+F). "
                "It can be said by hand ({key})."
            ),
            key=words.key("certifiable_one", words.text("Enter")),
        )
        return [(line, "plain") for line in wrap(unknown, cells)]
    told: list[str] = []
    if not known.certifiable and known.competences is not None:
        missing = NEEDED - known.competences
        told.append(
            words.plural(
                "{n} competence more at level 1 is needed.",
                "{n} competences more at level 1 are needed.",
                max(missing, 0),
            )
        )
    if known.nearest:
        names = ", ".join(f"{number} {COMPETENCES[number]}" for number in known.nearest)
        told.append(words.say(N_("Nearest to it: {names}."), names=names))
    if known.as_of is not None:
        told.append(words.say(N_("As sent on {date}."), date=f"{known.as_of:%d/%m/%Y}"))
    return [(line, "plain") for line in wrap(" ".join(told), cells)] if told else []
