"""The terminal: its name, colours, size, encoding, and what stands between it and the console."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

from attrs import frozen

from pixtui.cli.checking.checked import Checked
from pixtui.cli.checking.probe import Answer
from pixtui.terminal import (
    THEME_VARIABLE,
    THEMES,
    charset,
    colours,
    environment_at_start,
    known,
    look,
)
from pixtui.wording.catalogue import N_, Words

LONG_ESCAPE_MS = 100
"""How long tmux or screen may hold an Escape back before it feels slow, or splits a key."""
SHORT_ESCAPE_MS = 100
"""Over SSH a key may arrive in pieces this far apart."""
TOOL_SECONDS = 3
USUAL_COLUMNS, USUAL_LINES = 80, 24


@frozen
class Seen:
    """Where the check runs."""

    environ: Mapping[str, str]
    size: tuple[int, int]
    interactive: bool
    answer: Answer
    locale: str
    """The encoding that the locale names."""
    tmux_escape_ms: int | None = None


def seen(answer: Answer) -> Seen:
    """This very terminal."""
    size = shutil.get_terminal_size((USUAL_COLUMNS, USUAL_LINES))
    return Seen(
        environ=os.environ,
        size=(size.columns, size.lines),
        interactive=bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()),
        answer=answer,
        locale=charset(environment_at_start()),
        tmux_escape_ms=_tmux_escape() if "TMUX" in os.environ else None,
    )


def terminal_checks(here: Seen, text: Words) -> Iterator[Checked]:
    """Each thing about a terminal."""
    if here.interactive:
        yield Checked("terminal", "fine", text.text(N_("terminal")))
    else:
        remedy = text.text(N_("line by line: pixtui --plain; for scripts: pixtui apply"))
        yield Checked("terminal", "wrong", text.text(N_("no terminal")), remedy)
    yield _name(here, text)
    yield _theme(here, text)
    yield _size(here, text)
    yield _encoding(here, text)
    yield from _multiplexer(here, text)
    yield from _putty(here, text)
    yield from _line(here, text)


def _name(here: Seen, text: Words) -> Checked:
    term = here.environ.get("TERM", "")
    if term in ("", "dumb"):
        told = text.say(N_("TERM={term}: the console cannot paint"), term=term)
        remedy = text.text(N_("export TERM=xterm-256color, or pixtui --plain"))
        return Checked("term", "wrong", told, remedy)
    if not known(term):
        told = text.say(N_("TERM={term} is not known on this machine"), term=term)
        remedy = text.text(N_("export TERM=xterm-256color, or install ncurses-term"))
        return Checked("term", "advice", told, remedy)
    return Checked("term", "fine", f"TERM={term}")


def _theme(here: Seen, text: Words) -> Checked:
    wanted = here.environ.get(THEME_VARIABLE, "")
    worn = look(here.environ).theme
    if wanted and wanted not in THEMES:
        told = text.say(
            N_("{variable}={name}: no such theme"), variable=THEME_VARIABLE, name=wanted
        )
        remedy = text.say(N_("one of {names}"), names=", ".join(THEMES))
        return Checked("theme", "advice", told, remedy)
    count = colours(here.environ.get("TERM", ""))
    told = text.say(N_("theme {name}"), name=worn)
    if count > 0:
        told = text.say(N_("theme {name}, {n} colours"), name=worn, n=count)
    return Checked("theme", "fine", told)


def _size(here: Seen, text: Words) -> Checked:
    told = f"{here.size[0]}×{here.size[1]}"
    if here.size[0] >= USUAL_COLUMNS and here.size[1] >= USUAL_LINES:
        return Checked("size", "fine", told)
    told = text.say(N_("{size}: some columns and explanations have no room"), size=told)
    return Checked("size", "advice", told, text.text(N_("make the window 80×24 or larger")))


def _encoding(here: Seen, text: Words) -> Checked:
    utf8 = here.locale in ("utf-8", "")
    if utf8 and here.answer.reads_utf8 is False:
        told = text.text(N_("the terminal does not read UTF-8, and the locale says it does"))
        remedy = text.text(
            N_("set it to UTF-8 (PuTTY: Window, Translation), or start pixtui with --ascii")
        )
        return Checked("encoding", "wrong", told, remedy)
    if not utf8:
        told = text.say(
            N_("locale in {charset}: accents are shown spelled out"), charset=here.locale
        )
        if here.answer.reads_utf8:
            told = text.say(
                N_("locale in {charset}, although the terminal reads UTF-8"), charset=here.locale
            )
        return Checked("encoding", "wrong", told, "export LC_ALL=C.UTF-8")
    if not here.locale:
        told = text.text(N_("no locale is set: UTF-8 is assumed"))
        return Checked("encoding", "advice", told, "export LANG=C.UTF-8")
    return Checked("encoding", "fine", "utf-8")


def _multiplexer(here: Seen, text: Words) -> Iterator[Checked]:
    term = here.environ.get("TERM", "")
    if "TMUX" in here.environ:
        if not term.startswith(("tmux", "screen")):
            told = text.say(
                N_("in tmux with TERM={term}: keys and colours may be wrong"), term=term
            )
            remedy = "~/.tmux.conf: set -g default-terminal tmux-256color"
            yield Checked("tmux_term", "advice", told, remedy)
        held = here.tmux_escape_ms
        if held is not None and held > LONG_ESCAPE_MS:
            told = text.say(N_("tmux holds Esc back for {ms} ms"), ms=held)
            yield Checked("tmux_escape", "advice", told, "~/.tmux.conf: set -sg escape-time 20")
        elif held is not None:
            yield Checked("tmux_escape", "fine", text.say(N_("tmux, Esc after {ms} ms"), ms=held))
    elif "STY" in here.environ:
        told = text.text(N_("GNU screen holds Esc back and has 8 colours unless told otherwise"))
        remedy = "~/.screenrc: maptimeout 20 · term screen-256color · defutf8 on · altscreen on"
        yield Checked("screen", "advice", told, remedy)


def _putty(here: Seen, text: Words) -> Iterator[Checked]:
    if not (here.answer.putty or here.environ.get("TERM", "").startswith("putty")):
        return
    told = text.text(N_("PuTTY: F1 to F4, UTF-8 and the lines of frames depend on its settings"))
    remedy = text.text(
        N_(
            "Keyboard: function keys Xterm R6; Translation: UTF-8; Data: terminal type "
            "putty-256color; Connection: 30 s between keepalives"
        )
    )
    yield Checked("putty", "advice", told, remedy)


def _line(here: Seen, text: Words) -> Iterator[Checked]:
    delay = here.environ.get("ESCDELAY", "")
    over_ssh = "SSH_CONNECTION" in here.environ
    if delay:
        number = int(delay) if delay.isascii() and delay.isdigit() else -1
        if number < 0:
            told = text.say(N_("ESCDELAY={value} is no number of milliseconds"), value=delay)
            yield Checked("escdelay", "advice", told, "unset ESCDELAY")
        elif over_ssh and number < SHORT_ESCAPE_MS:
            told = text.say(N_("ESCDELAY={value}: over SSH a key may come apart"), value=delay)
            yield Checked("escdelay", "advice", told, "export ESCDELAY=250")
    if not over_ssh:
        return
    told = text.text(N_("over SSH: a slow line feels faster when it is compressed"))
    yield Checked("ssh_compression", "advice", told, "ssh -C")
    if not {"TMUX", "STY"} & here.environ.keys():
        told = text.text(N_("over SSH: a dropped line ends the console; nothing saved is lost"))
        remedy = text.text(N_("start it in tmux, to find it again as it was (tmux attach)"))
        yield Checked("ssh_drop", "advice", told, remedy)


def _tmux_escape() -> int | None:
    """How long tmux holds Escape back, in milliseconds; None where it does not say."""
    try:
        told = subprocess.run(
            ["tmux", "show-options", "-sv", "escape-time"],
            capture_output=True,
            text=True,
            check=False,
            timeout=TOOL_SECONDS,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return None
    return int(told) if told.isdigit() else None
