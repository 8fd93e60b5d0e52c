"""The lists before the day: who may be certified, what to type, a file to bring in."""

from pixtui.tui.actions.action import Action, action
from pixtui.wording.catalogue import N_

LISTS: tuple[Action, ...] = (
    # who may be certified
    action(
        "certifiability",
        "certifiable_one",
        "enter c",
        N_("certifiable or not"),
        N_("The candidate may be certified, or may not: known from elsewhere, said by hand."),
        footer=True,
        writes=True,
    ),
    # what to type at entry
    action(
        "typing",
        "compare",
        "enter",
        N_("compare"),
        N_("Compare, letter by letter, what a refused candidate typed with the list."),
        footer=True,
    ),
    # before a file is brought in
    action(
        "preview",
        "take_in",
        "f2 ctrl+s",
        N_("bring in"),
        N_("Bring the file in, its warnings accepted; one entry says all of it."),
        footer=True,
    ),
    action(
        "preview",
        "show_more",
        "enter",
        N_("more problems"),
        N_("Show more of the problems, where there are many."),
    ),
    action(
        "preview",
        "leave_out",
        "escape",
        N_("cancel"),
        N_("Leave the session as it is."),
        footer=True,
    ),
)
