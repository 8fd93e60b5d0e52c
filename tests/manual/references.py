"""The reference pages, from the registries: what is new in one of them stands in the manual."""

import re
from collections.abc import Callable, Mapping

from pixtui.desk.settings import SETTINGS
from pixtui.documents.catalogue import DOCUMENTS
from pixtui.domain.checks import BLOCKERS, DEADLINES, HOLES
from pixtui.domain.derive import FLAGS, STATES
from pixtui.exchange.problems import FORMATS
from pixtui.present.settings import about_setting
from pixtui.rules.rulebook import Rulebook, load
from pixtui.rules.schema import MOMENTS
from pixtui.tui.actions import ACTIONS, PLACE_NAMES, Action
from pixtui.tui.keys import key_label
from pixtui.wording.catalogue import Words, words
from pixtui.wording.findings import FINDINGS
from pixtui.wording.import_problems import PROBLEMS
from pixtui.wording.labels import CHOICES, PHASES, TELL
from pixtui.wording.labels import FLAGS as FLAG_NAMES
from pixtui.wording.labels import FORMATS as FORMAT_NAMES
from pixtui.wording.labels import STATES as STATE_NAMES
from pixtui.wording.manual import BY_ID
from pixtui.wording.refusals import REFUSALS
from tests.manual.commands import apply_commands, commands, console_options, vocabularies
from tests.manual.said import SAID
from tests.manual.writing import begun, by_hand, item, items, section, wrapped

BOOK: Rulebook = load()
_PART = re.compile(r"\{[a-z_]+\}")


def _open(template: str) -> str:
    """A sentence, its named parts left open."""
    return _PART.sub("…", template).replace("….", "…")


def _told(text: Words, name: str, code: str, how: str) -> str:
    """A word of the console, its code, what it means."""
    return item(text.say(TELL, what=f"**{name}** (`{code}`)", how=how))


def _own_section(page: str, language: str, anchor: str) -> bool:
    """Whether people wrote a section about it themselves."""
    text = by_hand(BY_ID[page].path(language).read_text(encoding="utf-8"))
    return f'id="{anchor}"' in text


# --- keys


def keys(language: str, _: str) -> str:
    """Every key, place by place."""
    text = words(language)
    return "\n\n".join(
        section(
            f"keys-{scope}",
            begun(text.text(name)),
            items(_key(one, text) for one in ACTIONS if one.scope == scope),
            level=2,
        )
        for scope, name in PLACE_NAMES.items()
    )


def _key(one: Action, text: Words) -> str:
    signs = " ".join(f"`{key_label(key, text)}`" for key in one.keys)
    return f"{signs} **{text.text(one.label)}** (`{one.id}`). {text.text(one.help)}"


# --- refusals, warnings, blockers and holes


def refusal(language: str, code: str) -> str:
    """The sentences of one refusal."""
    text = words(language)
    return items(
        _open(text.text(told)) for one, told in REFUSALS.items() if one.partition(".")[0] == code
    )


def refusals(language: str, _: str) -> str:
    """Every refusal that has no section of its own."""
    codes = dict.fromkeys(one.partition(".")[0] for one in REFUSALS)
    return "\n\n".join(
        section(f"refusal-{code}", f"`{code}`", refusal(language, code))
        for code in codes
        if not _own_section("refusals", language, f"refusal-{code}")
    )


def finding(language: str, code: str) -> str:
    """The sentence of one blocker, hole or warning."""
    return item(_open(words(language).text(FINDINGS[code])))


def warnings(language: str, _: str) -> str:
    """Every warning that has no section of its own."""
    codes = [one for one in FINDINGS if one not in (*BLOCKERS, *HOLES)]
    return "\n\n".join(
        section(f"finding-{code}", f"`{code}`", finding(language, code))
        for code in codes
        if not _own_section("warnings", language, f"finding-{code}")
    )


# --- the vocabulary


def states(language: str, _: str) -> str:
    """The states of a candidate."""
    text, said = words(language), SAID[language]["states"]
    return "\n".join(_told(text, text.text(STATE_NAMES[one][0]), one, said[one]) for one in STATES)


def flags(language: str, _: str) -> str:
    """What else is said of a candidate."""
    text, said = words(language), SAID[language]["flags"]
    return "\n".join(_told(text, text.text(FLAG_NAMES[one]), one, said[one]) for one in FLAGS)


def deadlines(language: str, _: str) -> str:
    """What the clock brings."""
    text, said = words(language), SAID[language]["deadlines"]
    return items(text.say(TELL, what=f"`{one}`", how=said[one]) for one in DEADLINES)


def phases(language: str, _: str) -> str:
    """The phases of a session."""
    text, said = words(language), SAID[language]["phases"]
    return "\n".join(_told(text, text.text(PHASES[one]), one, told) for one, told in said.items())


def codes(language: str, _: str) -> str:
    """The report codes of Pix in use."""
    said = SAID[language]
    listed = []
    for one in BOOK.rules.codes:
        if not one.deprecated:
            where = said["live"] if one.live else said["later"]
            needs = f"{said['needs']} {BOOK.code_needs(one.code, language)}"
            meaning = BOOK.code_label(one.code, language)
            listed.append(f"**{one.code}** {meaning}. {needs}. {where}")
    return items(listed)


def causes(language: str, _: str) -> str:
    """The causes of an interruption, and whether the minutes are given back."""
    text, said = words(language), SAID[language]
    return "\n".join(
        _told(
            text,
            BOOK.cause_label(one.id, language),
            one.id,
            said["back" if one.given_back else "kept"],
        )
        for one in BOOK.rules.causes
    )


# --- the procedure and the guide


def steps(language: str, _: str) -> str:
    """Every step of the procedure, in order."""
    text, said = words(language), SAID[language]
    told, phase = [], ""
    done: set[str] = set()
    for rule in BOOK.rules.steps:
        table = BOOK.step_tables.get((rule.id, rule.mode)) or BOOK.step_tables[(rule.id, None)]
        if rule.phase != phase:
            phase = rule.phase
            told.append(section(f"phase-{phase}", said["step_phases"][phase], level=2))
        mode = f" ({text.text(CHOICES[rule.mode])})" if rule.mode else ""
        optional = f" {said['optional']}" if rule.optional else ""
        parts = [wrapped(table["text"][language])]
        boxes = [item(f"[ ] {one[language]}") for one in table.get("items", [])]
        parts.append("\n".join(boxes))
        papers = [BOOK.paper_title(one, language) for one in table.get("papers", [])]
        parts.append(wrapped(f"{said['papers']} {', '.join(papers)}.") if papers else "")
        heading = f"{table['title'][language]}{mode}{optional}"
        if rule.id in done:
            told.append("\n\n".join([f"### {heading}", *(one for one in parts if one)]))
        else:
            told.append(section(f"step-{rule.id}", heading, *parts))
        done.add(rule.id)
    return "\n\n".join(told)


def situations(language: str, moment: str) -> str:
    """Every situation of one moment: what to do, what to write, where it goes."""
    assert moment in MOMENTS
    return "\n\n".join(_situation(one, language) for one in BOOK.situations(moment))


def _situation(situation: str, language: str) -> str:
    text, said = words(language), SAID[language]
    rule = next(one for one in BOOK.rules.situations if one.id == situation)
    do = "\n".join(
        wrapped(line, f"{number}. ")
        for number, line in enumerate(BOOK.situation_do(situation, language), 1)
    )
    more = []
    also = BOOK.situation_also(situation, language)
    if also:
        more.append(item(text.say(TELL, what=said["also"], how=f"{also}.")))
    record = BOOK.situation_record(situation, language)
    if record:
        more.append(item(text.say("Write down: {what}", what=record)))
    if rule.code:
        more.append(item(f"**{rule.code}** {BOOK.code_label(rule.code, language)}."))
    more.append(item(text.say("Goes to: {where}", where=_where(situation, language))))
    reason = BOOK.ends_for(situation)
    if reason:
        then = BOOK.reason_consequence(reason, language)
        how = f"{BOOK.reason_title(reason, language)}. {then}"
        more.append(item(text.say(TELL, what=text.text("Reason"), how=how)))
    if BOOK.centre_decides(situation):
        more.append(item(said["centre_decides"]))
    return section(
        f"situation-{situation}", BOOK.situation_title(situation, language), do, "\n".join(more)
    )


def _where(situation: str, language: str) -> str:
    """Where it is handled, with and without the invigilator space where that differs."""
    text, said = words(language), SAID[language]
    rule = next(one for one in BOOK.rules.situations if one.id == situation)
    code = BOOK.rules.code(rule.code) if rule.code else None
    if code is None:
        return ", ".join(text.text(CHOICES[one]) for one in rule.destinations or ("paper",))
    first = said["live_or_later"] if code.live else text.text(CHOICES["finalisation"])
    more = [text.text(CHOICES["fraud_form"])] if code.fraud else []
    more += [
        text.text(CHOICES[one])
        for one in rule.destinations
        if one not in ("live", "finalisation", "fraud_form")
    ]
    return ", ".join([first, *more])


# --- settings, papers and lists


def settings(language: str, _: str) -> str:
    """Every setting of config.toml."""
    text = words(language)
    return items(f"`{one.name}` = `{one.example}` {about_setting(one, text)}" for one in SETTINGS)


def papers(language: str, _: str) -> str:
    """Every paper, and whether it is the staff's own."""
    said = SAID[language]
    listed = []
    for name, one in DOCUMENTS.items():
        moments = f"{said['moments']} {_moments(name, language)}."
        staff = said["staff"] if one.staff else ""
        listed.append(f"`{name}` {BOOK.paper_title(name, language)}. {moments}{staff}")
    return items(listed)


def _moments(paper: str, language: str) -> str:
    said = SAID[language]
    named = said["paper_phases"].items()
    return ", ".join(name for one, name in named if paper in BOOK.papers_for(one)) or said["never"]


def formats(language: str, _: str) -> str:
    """The formats that are read."""
    text = words(language)
    return "\n".join(item(f"`{one}` {text.text(FORMAT_NAMES[one])}") for one in FORMATS)


def import_problems(language: str, _: str) -> str:
    """What may be wrong with a list."""
    text = words(language)
    return "\n".join(item(f"`{code}` {_open(text.text(told))}") for code, told in PROBLEMS.items())


REFERENCES: Mapping[str, Callable[[str, str], str]] = {
    one.__name__: one
    for one in (
        keys,
        commands,
        console_options,
        apply_commands,
        vocabularies,
        refusal,
        refusals,
        finding,
        warnings,
        states,
        flags,
        deadlines,
        phases,
        codes,
        causes,
        steps,
        situations,
        settings,
        papers,
        formats,
        import_problems,
    )
}


def made(what: str, language: str) -> str | None:
    """A reference by its name; None where it is none."""
    name, _, argument = what.partition(" ")
    make = REFERENCES.get(name)
    return make(language, argument) if make else None
