"""What all screens of an open session share: the lines at the top and at the bottom.

The head says where and when we are, the line below it what to do next; at the bottom stand
the answer to the last key and the keys. Each screen fills what is between.
"""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from pixtui.desk.desk import Answer, Done
from pixtui.domain.commands import Act
from pixtui.domain.outcome import Refusal
from pixtui.present.head import head_line, next_line
from pixtui.tui.actions import Action, Scope, actions_of
from pixtui.tui.context import Context
from pixtui.tui.widgets.keys_bar import KeysBar


def bindings_for(scopes: tuple[Scope, ...]) -> list[Binding]:
    """The bindings of these places, from the registry."""
    return [
        Binding(",".join(action.keys), f"perform('{action.id}')", action.label, show=False)
        for action in actions_of(scopes)
    ]


class SessionScreen(Screen[None]):
    """A screen of an open session; it shows what the desk knows and asks the desk."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "session")
    AUTO_FOCUS = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        for binding in bindings_for(self.SCOPES):
            self._bindings.bind(
                binding.key, binding.action, binding.description, show=False, priority=False
            )

    # --- what is on it

    def compose(self) -> ComposeResult:
        """The head, the next step, the body, the answer, the keys."""
        yield Static(id="head")
        yield Static(id="next")
        yield from self.compose_body()
        yield Static(id="message")
        yield KeysBar(self.context.words, self.footer_actions())

    def compose_body(self) -> ComposeResult:
        """What this screen is about."""
        raise NotImplementedError

    def footer_actions(self) -> list[Action]:
        """The actions of the footer: this screen's own first."""
        own = [action for action in actions_of(self.SCOPES[2:]) if action.footer]
        shared = [action for action in actions_of(self.SCOPES[:2]) if action.footer]
        listed = own + shared
        return [action for action in listed if not (action.writes and self.context.read_only)]

    def on_mount(self) -> None:
        """Show the session as it is."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show what happened while another screen was in front."""
        self.show()

    def show(self) -> None:
        """Show the session as it stands now; only what changed is painted."""
        context = self.context
        width = max(self.app.size.width, 20)
        self.put(
            "#head", head_line(context.state, context.now(), context.words, context.desk.by, width)
        )
        self.put("#next", next_line(context.state, context.now(), context.words, context.rulebook))
        self.show_body()

    def show_body(self) -> None:
        """Show what this screen is about."""

    def put(self, selector: str, text: str) -> None:
        """Put a text into one of the lines, where it is not there already."""
        line = self.query_one(selector, Static)
        if str(line.content) != text:
            line.update(Content(text))

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new size."""
        self.show()

    # --- what it does

    def say(self, text: str, *, tone: str = "") -> None:
        """Put an answer on the message line."""
        line = self.query_one("#message", Static)
        line.set_classes(tone)
        line.update(Content(text))

    def ask(self, act: Act) -> Answer:
        """Ask the desk for an act and say what came of it."""
        answer = self.context.submit(act)
        self.tell(answer)
        return answer

    def tell(self, answer: Answer) -> None:
        """Say what came of an act: why it is refused, what to beware of, or that it is done."""
        text = self.context.explain(answer)
        if isinstance(answer, Refusal):
            self.say(text, tone="refused")
        elif text:
            self.say(text, tone="warned")
        else:
            self.say(self.done_text(answer))

    def done_text(self, answer: Done) -> str:
        """What an acknowledged act leaves on the message line."""
        return self.context.text("Saved (entry {seq}).", seq=answer.seq)

    def action_perform(self, action_id: str) -> None:
        """Do an action of the registry: this screen's own method, else the app's."""
        own = getattr(self, f"do_{action_id}", None)
        handler = own or getattr(self.app, f"do_{action_id}", None)
        if handler is not None:
            handler()
