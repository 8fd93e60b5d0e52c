"""The user's settings as a file to change, and what is wrong with one, in words."""

from collections.abc import Iterator
from pathlib import Path

from pixtui.desk.settings import SETTINGS, LoadedSettings, Setting, Settings
from pixtui.domain.text import visible
from pixtui.present.width import wrap
from pixtui.rules.source import RulesError
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.rules_problems import rules_sentence
from pixtui.wording.setting_problems import setting_sentence

FILE_CELLS = 96


def settings_file(settings: Settings, words: Words, path: Path) -> str:
    """Every setting with what it is for, as a file to change; what is not set is commented out."""
    intro = words.text(
        N_(
            "The settings of pixtui. Take the # off a line, change its value, save it as below. "
            "An option of the command line comes before the environment, and both before this "
            "file. pixtui config checks it."
        )
    )
    lines = [f"# {line}" for line in (*wrap(intro, FILE_CELLS - 2), str(path))]
    for one in SETTINGS:
        lines += ["", *_entry(one, getattr(settings, one.name), words)]
    return "\n".join(lines)


def _entry(one: Setting, value: str | bool | None, words: Words) -> Iterator[str]:
    for line in wrap(about_setting(one, words), FILE_CELLS - 2):
        yield f"# {line}"
    yield f"# {one.name} = {one.example}" if value is None else f"{one.name} = {_toml(value)}"


def about_setting(one: Setting, words: Words) -> str:
    """What a setting is for, its values, what is usual, what comes before it."""
    told = [words.text(one.help)]
    if one.choices:
        told.append(words.say(N_("Values: {allowed}."), allowed=", ".join(one.choices)))
    told.append(words.say(N_("Usual: {usual}."), usual=words.text(one.usual)))
    if one.before:
        told.append(words.say(N_("Comes before it: {before}."), before=", ".join(one.before)))
    return " ".join(told)


def _toml(value: str | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def setting_sentences(words: Words, loaded: LoadedSettings) -> list[str]:
    """Each thing wrong with a file of settings: file, line, what it is, what to do."""
    told = (
        rules_sentence(words, one)
        if isinstance(one, RulesError)
        else setting_sentence(words, one.path, one.line, one.code, one.params)
        for one in loaded.problems
    )
    return [visible(one) for one in told]


def settings_sentence(words: Words, loaded: LoadedSettings) -> str:
    """What an operator is told at the start of settings that are not all used; else nothing."""
    told = setting_sentences(words, loaded)
    if not told:
        return ""
    more = words.plural(
        "pixtui config says {n} thing more.", "pixtui config says {n} things more.", len(told) - 1
    )
    return " ".join([told[0], *([more] if len(told) > 1 else [])])
