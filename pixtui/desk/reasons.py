"""The reasons for what is left open before the seal: they outlive the console."""

from collections.abc import Callable

from attrs import define, field

from pixtui.desk.desk import Desk, refused
from pixtui.domain.outcome import Refusal
from pixtui.store.errors import StoreError
from pixtui.store.reasons import keep_reasons


@define
class Reasons:
    """The reasons given until the seal, by hole, kept beside the session."""

    desk: Desk
    explain: Callable[[Refusal], str]
    by_hole: dict[str, str] = field(factory=dict)

    def read(self) -> None:
        """Take up what another moment, or another console, has kept."""
        self.by_hole = self.desk.reasons()

    def set(self, reasons: dict[str, str]) -> str:
        """Give these holes these reasons, an empty one takes it back; empty text, or why not."""
        self.read()
        kept = {key: said for key, said in (self.by_hole | reasons).items() if said}
        try:
            keep_reasons(self.desk.store.path, kept)
        except StoreError as error:
            return self.explain(refused(error))
        self.by_hole = kept
        return ""
