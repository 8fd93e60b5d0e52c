"""The user's own settings: one registry, and ``config.toml`` read by it.

The default file, the checks and every list of settings come from ``SETTINGS``. An option of the
command line comes before the environment, that before the file, and the file before what is usual.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from attrs import field, frozen

from pixtui.domain.text import visible
from pixtui.files import path_typed
from pixtui.resources import config_folder
from pixtui.rules.source import RulesError, Source, read_source
from pixtui.terminal import ASCII_VARIABLE, THEME_VARIABLE, THEMES
from pixtui.wording.catalogue import LANGUAGES, N_

FILE_NAME = "config.toml"
LONGEST = 200
"""Characters of a text: a site, a name."""

Kind = Literal["choice", "flag", "text", "zone", "folder"]
Order = Literal["urgency", "name", "seat"]
"""The orders of the grid."""
MODES = ("with-es", "without-es")


@frozen(kw_only=True)
class Setting:
    """One thing a user may set once for all."""

    name: str
    kind: Kind
    help: str
    """What it is for, a msgid."""
    usual: str
    """What holds where nobody sets it: a msgid, or a value."""
    example: str
    """A value, as TOML writes it."""
    choices: tuple[str, ...] = ()
    """The values there are, of a choice."""
    before: tuple[str, ...] = ()
    """What comes before it: options of the command line, then variables of the environment."""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="lang",
        kind="choice",
        help=N_("The language of the screens and of the answers."),
        usual="fr",
        example='"fr"',
        choices=LANGUAGES,
        before=("--lang",),
    ),
    Setting(
        name="theme",
        kind="choice",
        help=N_("The colours."),
        usual=N_("dark, or mono where the terminal has none"),
        example='"dark"',
        choices=THEMES,
        before=("--theme", THEME_VARIABLE),
    ),
    Setting(
        name="ascii",
        kind="flag",
        help=N_("Show ASCII alone, accents spelled out."),
        usual=N_("by the locale"),
        example="true",
        before=("--ascii", ASCII_VARIABLE),
    ),
    Setting(
        name="plain",
        kind="flag",
        help=N_("Line mode instead of the full screen, for a screen reader or braille."),
        usual="false",
        example="true",
        before=("--plain",),
    ),
    Setting(
        name="mouse",
        kind="flag",
        help=N_("The mouse is pixtui's (true) or the terminal's (false)."),
        usual=N_("the terminal's over SSH, pixtui's elsewhere"),
        example="false",
    ),
    Setting(
        name="order",
        kind="choice",
        help=N_("The order of the rows of the grid when a session is opened."),
        usual="urgency",
        example='"seat"',
        choices=get_args(Order),
    ),
    Setting(
        name="hide_extra_time",
        kind="flag",
        help=N_("Extra time is hidden in the grid when a session is opened."),
        usual="false",
        example="true",
    ),
    Setting(
        name="log",
        kind="flag",
        help=N_("Keep a log of the program itself, without anybody's data."),
        usual="true",
        example="false",
    ),
    Setting(
        name="by",
        kind="text",
        help=N_("Your name: the console proposes it, the commands take it."),
        usual=N_("asked by the console; the login name in commands"),
        example='"Mme Sarr"',
        before=("--by",),
    ),
    Setting(
        name="papers",
        kind="folder",
        help=N_("The folder of the papers; each session has its own folder in it."),
        usual=N_("beside the session"),
        example='"~/pix"',
        before=("docs -o",),
    ),
    Setting(
        name="site",
        kind="text",
        help=N_("The site of a new session, as Pix Certif has it."),
        usual=N_("typed each time"),
        example='"Collège des Trois-Rivières"',
        before=("new --site",),
    ),
    Setting(
        name="centre",
        kind="text",
        help=N_("The certification centre of a new session."),
        usual=N_("none"),
        example='"Collège des Trois-Rivières"',
        before=("new --centre",),
    ),
    Setting(
        name="examiner",
        kind="text",
        help=N_("The invigilators of a new session, as Pix Certif has them."),
        usual=N_("typed each time"),
        example='"Mme Sarr"',
        before=("new --examiner",),
    ),
    Setting(
        name="zone",
        kind="zone",
        help=N_("The time zone of the room of a new session."),
        usual="Europe/Paris",
        example='"Indian/Reunion"',
        before=("new --zone",),
    ),
    Setting(
        name="mode",
        kind="choice",
        help=N_("A new session is with or without the invigilator space."),
        usual="with-es",
        example='"without-es"',
        choices=MODES,
        before=("new --mode",),
    ),
)
"""Every setting, in the order of the default file."""

BY_NAME: Mapping[str, Setting] = {one.name: one for one in SETTINGS}
OF_A_NEW_SESSION = ("site", "centre", "examiner", "zone", "mode")


@frozen(kw_only=True)
class Settings:
    """What a user set; None where nothing is said."""

    lang: str | None = None
    theme: str | None = None
    ascii: bool | None = None
    plain: bool | None = None
    mouse: bool | None = None
    order: Order | None = None
    hide_extra_time: bool | None = None
    log: bool | None = None
    by: str | None = None
    papers: str | None = None
    site: str | None = None
    centre: str | None = None
    examiner: str | None = None
    zone: str | None = None
    mode: str | None = None

    def of_a_new_session(self) -> dict[str, str]:
        """The details of a new session that are set, by the name of the field."""
        found = {name: getattr(self, name) for name in OF_A_NEW_SESSION}
        return {name: value for name, value in found.items() if value is not None}

    def papers_folder(self, session: Path) -> Path:
        """Where the papers of a session go unless said otherwise."""
        above = path_typed(self.papers) if self.papers else session.parent
        return above / f"{session.stem}-papers"


@frozen
class SettingProblem:
    """One thing wrong with a file: where, and the code and parts of ``setting_problems``."""

    path: Path
    line: int
    code: str
    params: Mapping[str, str]


@frozen
class LoadedSettings:
    """What a file sets, without what of it is wrong; and that."""

    settings: Settings = field(factory=Settings)
    problems: tuple[SettingProblem | RulesError, ...] = ()


def settings_path() -> Path:
    """Where the user's settings are looked for."""
    return config_folder() / FILE_NAME


def load_settings(path: Path | None = None, *, needed: bool = False) -> LoadedSettings:
    """The user's settings; what is wrong with the file is told, and what is right in it holds.

    Raises nothing; a file that is not there is missed only where it is ``needed``.
    """
    path = path or settings_path()
    try:
        if not needed and not path.exists():
            return LoadedSettings()
        source = read_source(path)
    except RulesError as error:
        return LoadedSettings(problems=(error,))
    except OSError as error:  # a folder on the way that may not be looked into
        found = RulesError(path, 1, "unreadable", {"reason": error.strerror or ""})
        return LoadedSettings(problems=(found,))
    wrong = {name: (code, params) for name, code, params in _wrong(source)}
    lines = source.lines_of_names() if wrong else {}
    problems = [
        SettingProblem(
            path,
            lines.get(name) or source.line_of((name,)),
            code,
            {"id": visible(name), **params},
        )
        for name, (code, params) in wrong.items()
    ]
    right = {name: value for name, value in source.values.items() if name not in wrong}
    return LoadedSettings(Settings(**right), tuple(sorted(problems, key=lambda one: one.line)))


def _wrong(source: Source) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What is wrong in a file: the entry, the code, the parts."""
    for name, value in source.values.items():
        setting = BY_NAME.get(name)
        if setting is not None:
            found = wrong_value(setting, value)
            if found is not None:
                yield name, *found
        elif near := get_close_matches(name.lower(), BY_NAME, n=1):
            yield name, "unknown_near", {"near": near[0]}
        else:
            yield name, "unknown_setting", {"known": ", ".join(BY_NAME)}


def wrong_value(setting: Setting, value: object) -> tuple[str, dict[str, str]] | None:
    """Why a value cannot stand there, as a code and its parts; None where it can."""
    if setting.kind == "flag":
        return None if isinstance(value, bool) else ("no_flag", {})
    if setting.kind == "choice":
        allowed = ", ".join(f'"{one}"' for one in setting.choices)
        return None if value in setting.choices else ("no_choice", {"allowed": allowed})
    if not isinstance(value, str):
        return "no_text", {"example": setting.example}
    if not value.strip() or len(value) > LONGEST or visible(value) != value:
        return "bad_text", {"n": str(LONGEST)}
    if setting.kind == "zone" and not _is_zone(value):
        return "no_zone", {"value": value}
    if setting.kind == "folder" and not path_typed(value).is_absolute():
        return "no_folder", {}
    return None


def _is_zone(value: str) -> bool:
    try:
        ZoneInfo(value)
    except (OSError, ValueError, KeyError):  # what is not found is a KeyError
        return False
    return True
