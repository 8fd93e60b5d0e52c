"""The words of argparse itself in the operator's language: it asks gettext's domain for them."""

import gettext
import os

from pixtui.wording.catalogue import LOCALE, N_, Words

SAID_BY_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""Marked here because argparse says them, not pixtui."""


def speak(words: Words) -> None:
    """Let argparse speak this language from now on."""
    gettext.bindtextdomain("pixtui", str(LOCALE))
    gettext.textdomain("pixtui")
    os.environ["LANGUAGE"] = words.language  # where gettext looks first
