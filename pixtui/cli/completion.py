"""``pixtui completion``: what lets a shell complete the commands, their options and sessions.

The scripts are made from the parsers themselves and call no program while one types.
"""

import argparse
import shlex
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from pixtui.cli.main import make_parser
from pixtui.cli.shared import DONE, put_text
from pixtui.rules.rulebook import load
from pixtui.rules.scenarios import shipped_names
from pixtui.wording.catalogue import Words
from pixtui.wording.manual import PAGES

SESSIONS_FOLDER = (
    '"${PIXTUI_HOME:+$PIXTUI_HOME/sessions}" "${XDG_DATA_HOME:-$HOME/.local/share}/pixtui/sessions"'
)
"""As in resources.py: the first that is named."""


@frozen
class Offered:
    """One command as a shell completes it."""

    name: str
    """Empty for the console itself."""
    about: str
    options: Mapping[str, str]
    """Option, then its help."""
    choices: Mapping[str, Sequence[str]]
    """Of the options that take one of a few words, those."""
    valued: frozenset[str]
    """The options that take a value."""
    takes_session: bool
    words: Sequence[str] = ()
    """What may stand there beside files and sessions."""


def run(asked: argparse.Namespace, text: Words) -> int:
    """Print the script of that shell."""
    made = {"bash": _bash, "zsh": _zsh, "fish": _fish}[asked.shell]
    put_text("\n".join(made(list(offered(text)))))
    return DONE


def offered(text: Words) -> Iterator[Offered]:
    """The console, then each command, read from their parsers."""
    parser = make_parser(text)
    below = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    yield _read("", "", parser, session=True, words=list(below.choices))
    for listed in below._choices_actions:
        known = {
            "rehearse": shipped_names(),
            "docs": tuple(load().paper_names()),
            "help": tuple(page.name(text.language) for page in PAGES),
        }.get(listed.dest, ())
        yield _read(listed.dest, listed.help or "", below.choices[listed.dest], words=known)


def _read(
    name: str,
    about: str,
    parser: argparse.ArgumentParser,
    *,
    session: bool = False,
    words: Sequence[str] = (),
) -> Offered:
    options: dict[str, str] = {}
    choices: dict[str, Sequence[str]] = {}
    valued: set[str] = set()
    positional: list[str] = list(words)
    for action in parser._actions:
        told = action.help if action.help != argparse.SUPPRESS else ""
        takes = [str(one) for one in action.choices or ()]
        if action.option_strings and told:
            options |= dict.fromkeys(action.option_strings, told % vars(action) if told else "")
        if action.nargs != 0:
            valued |= set(action.option_strings)
        if action.option_strings and takes:
            choices |= dict.fromkeys(action.option_strings, takes)
        elif takes and not words:
            positional += takes
        session = session or action.dest in ("session", "first", "second")
    return Offered(name, about, options, choices, frozenset(valued), session, positional)


# --- bash, and zsh by way of it


def _bash(commands: Sequence[Offered]) -> Iterator[str]:
    yield from (
        "# pixtui completion bash > ~/.local/share/bash-completion/completions/pixtui",
        # A list is read line by line: compgen -W would run what stands between $( and ) in it.
        "_pixtui_offer() {",
        "  local one",
        "  while IFS= read -r one; do",
        '    [[ -n $one && ${one:0:${#word}} == "$word" ]] && COMPREPLY+=("$one")',
        "  done",
        "}",
        "_pixtui_sessions() {",
        "  local folder file",
        f"  for folder in {SESSIONS_FOLDER}; do",
        '    [ -n "$folder" ] || continue',
        '    for file in "$folder"/*.json; do',
        """      [ -e "$file" ] || continue; case "$file" in *$'\\n'*) continue ;; esac""",
        '      file=${file##*/} && printf "%s\\n" "${file%.json}"',
        "    done",
        "    return",
        "  done",
        "}",
        "_pixtui() {",
        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[$((COMP_CWORD-1))]}",
        '  local command="" one',
        "  COMPREPLY=()",
        # As it was typed: after a quote, or with a backslash before what is no letter.
        r"""  word=${word#[\"\']}; word=${word//\\/}""",
        '  for one in "${COMP_WORDS[@]:1:$((COMP_CWORD-1))}"; do',
        '    case "$one" in',
        f"      {'|'.join(one.name for one in commands if one.name)}) command=$one; break ;;",
        "    esac",
        "  done",
        '  local options="" words="" sessions="" values=""',
        '  case "$command" in',
    )
    for one in commands:
        yield f"    {one.name or chr(39) * 2})"
        yield f"      options={shlex.quote(chr(10).join(one.options))}"
        yield f"      words={shlex.quote(chr(10).join(one.words))}"
        yield f"      sessions={'yes' if one.takes_session else ''}"
        if one.choices:
            yield '      case "$before" in'
            for option, values in one.choices.items():
                yield f"        {option}) values={shlex.quote(chr(10).join(values))} ;;"
            yield "      esac"
        yield "      ;;"
    yield from (
        "  esac",
        '  if [ -n "$values" ]; then',
        '    _pixtui_offer <<< "$values"',
        "  elif [[ $word == -* ]]; then",
        '    _pixtui_offer <<< "$options"',
        "  else",
        '    _pixtui_offer <<< "$words"',
        '    [ -n "$sessions" ] && _pixtui_offer < <(_pixtui_sessions)',
        '    _pixtui_offer < <(compgen -f -- "$word")',
        "  fi",
        "}",
        "complete -o filenames -F _pixtui pixtui",
    )


def _zsh(commands: Sequence[Offered]) -> Iterator[str]:
    yield "# pixtui completion zsh > ~/.pixtui.zsh; echo source ~/.pixtui.zsh >> ~/.zshrc"
    yield "autoload -U +X compinit && compinit"
    yield "autoload -U +X bashcompinit && bashcompinit"
    yield from list(_bash(commands))[1:]


# --- fish


def _fish(commands: Sequence[Offered]) -> Iterator[str]:
    yield from (
        "# pixtui completion fish > ~/.config/fish/completions/pixtui.fish",
        "function __pixtui_sessions",
        "  set -l folder $HOME/.local/share/pixtui/sessions",
        "  set -q XDG_DATA_HOME; and set folder $XDG_DATA_HOME/pixtui/sessions",
        "  set -q PIXTUI_HOME; and set folder $PIXTUI_HOME/sessions",
        "  for file in $folder/*.json",
        "    basename $file .json",
        "  end",
        "end",
        "function __pixtui_alone",
        "  not __fish_seen_subcommand_from $__pixtui_commands",
        "end",
    )
    names = " ".join(one.name for one in commands if one.name)
    yield f"set -g __pixtui_commands {names}"
    for one in commands:
        where = f"__fish_seen_subcommand_from {one.name}" if one.name else "__pixtui_alone"
        if one.name:
            yield f"complete -c pixtui -n __pixtui_alone -a {one.name} -d {_q(one.about)}"
        if one.takes_session:
            yield f"complete -c pixtui -n {_q(where)} -a '(__pixtui_sessions)'"
        for word in one.words if one.name else ():
            yield f"complete -c pixtui -n {_q(where)} -a {word}"
        for option, told in one.options.items():
            named = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            values = one.choices.get(option)
            takes = f" -x -a {_q(' '.join(values))}" if values else ""
            takes = takes or (" -r" if option in one.valued else "")
            yield f"complete -c pixtui -n {_q(where)} {named}{takes} -d {_q(told)}"


def _q(text: str) -> str:
    """A text between the quotes of fish."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
