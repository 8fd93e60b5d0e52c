"""What holds on every screen, and in every list."""

from pixtui.tui.actions.action import Action, action
from pixtui.wording.catalogue import N_

GENERAL: tuple[Action, ...] = (
    # everywhere
    action(
        "everywhere",
        "help",
        "f1 question_mark",
        N_("help"),
        N_("Show every key of this screen."),
        footer=True,
    ),
    action(
        "everywhere",
        "manual",
        "full_stop",
        N_("manual"),
        N_("Open the manual at what is in front, or at the refusal just said."),
    ),
    action(
        "everywhere",
        "quit",
        "ctrl+q",
        N_("quit"),
        N_("Leave pixtui; everything shown is already saved."),
    ),
    action("everywhere", "redraw", "ctrl+l", N_("redraw"), N_("Paint the whole screen again.")),
    action(
        "everywhere",
        "palette",
        "colon ctrl+p",
        N_("find an action"),
        N_("Find an action of this screen by its words, and do it."),
    ),
    action(
        "everywhere",
        "mouse",
        "ctrl+n",
        N_("mouse"),
        N_("Give the mouse to pixtui, or back to the terminal, which selects and copies with it."),
    ),
    action(
        "everywhere",
        "colours",
        "percent_sign",
        N_("colours"),
        N_("Go on to other colours: dark, light, high contrast, none."),
    ),
    # lists of rows
    action("list", "move_down", "down j", N_("line below"), N_("Go to the line below.")),
    action("list", "move_up", "up k", N_("line above"), N_("Go to the line above.")),
    action("list", "page_down", "pagedown", N_("page below"), N_("Go one page down.")),
    action("list", "page_up", "pageup", N_("page above"), N_("Go one page up.")),
    action("list", "to_first", "home", N_("first line"), N_("Go to the first line.")),
    action("list", "to_last", "end", N_("last line"), N_("Go to the last line.")),
)
