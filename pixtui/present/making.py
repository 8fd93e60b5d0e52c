"""A new session from what was typed: a fresh one, or one like another; for every face."""

from pathlib import Path

from attrs import frozen

from pixtui.clock import Clock
from pixtui.desk.creating import create_session, file_name
from pixtui.desk.desk import refused
from pixtui.desk.duplicating import duplicate
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.details import duplicate_wanted, typed_details
from pixtui.present.field import UnclearError, Values
from pixtui.store.errors import StoreError
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.sentences import refusal_sentence


@frozen
class Maker:
    """Someone who makes sessions in a folder."""

    words: Words
    folder: Path
    by: str
    clock: Clock | None = None

    def fresh(self, values: Values) -> Path:
        """A session of these fields; raises UnclearError with what is wrong."""
        fields = typed_details(self.words, values) | {"language": self.words.language}
        path = self.folder / file_name(fields)
        try:
            made = create_session(path, fields, self.by, self.clock)
        except StoreError as error:
            made = refused(error)
        if isinstance(made, Refusal):
            raise self._unclear(made, State())
        made.desk.close()
        return path

    def like(self, source: State, values: Values) -> Path:
        """A session like that one; raises UnclearError with what is wrong."""
        assert source.details is not None  # a purged session is not offered
        fields, candidates = duplicate_wanted(self.words, source.details, values)
        path = self.folder / file_name(fields)
        try:
            made = duplicate(source, path, fields, self.by, candidates=candidates)
        except StoreError as error:
            made = refused(error)
        if isinstance(made, Refusal):
            raise self._unclear(made, source)
        return path

    def _unclear(self, refusal: Refusal, state: State) -> UnclearError:
        if refusal.code == "exists":  # nobody types the name of the file here
            told = N_("{name} is there already: change the room, the date or the start.")
            name = visible(Path(str(refusal.params["path"])).name)
            return UnclearError(self.words.say(told, name=name))
        return UnclearError(refusal_sentence(self.words, refusal, state))
