"""The line mode itself: who is there, which session, its menu until one leaves."""

from collections.abc import Callable
from pathlib import Path

from attrs import define, field

from pixtui.clock import system_clock
from pixtui.desk.desk import Desk, refused
from pixtui.desk.folder import listed
from pixtui.desk.settings import LoadedSettings
from pixtui.domain.derive import phase
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.line.evacuation import alarm
from pixtui.line.here import WIDE, Here
from pixtui.line.menu import PARTS, speaking
from pixtui.line.rehearsing import choose_rehearsal
from pixtui.line.talk import QuitError, Talk, ToMenuError
from pixtui.line.wire import EndedError, LostError, Wire
from pixtui.present.details import creation_fields, duplicate_fields
from pixtui.present.field import Field, Values
from pixtui.present.head import counters_line, deadline_line, head_line, next_line
from pixtui.present.making import Maker
from pixtui.present.opening import ahead_sentence, opening_sentence
from pixtui.present.settings import settings_sentence
from pixtui.present.summary import progress
from pixtui.rules.rulebook import Rulebook
from pixtui.store.errors import StoreError
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import fiction_mark
from pixtui.wording.labels import PHASES, label
from pixtui.wording.sentences import refusal_sentence

DONE, REFUSED, LOST_TERMINAL = 0, 1, 75
OF_A_PURGED = ("history", "copy")
"""The parts that need nothing of what a purge erases."""
NEW, LIKE, REHEARSE, LEAVE = "new", "like", "rehearse", "leave"


@define
class Plain:
    """The console in line mode."""

    wire: Wire
    words: Words
    book: Rulebook
    folder: Path
    by: str | None
    view: bool = False
    settings: LoadedSettings = field(factory=LoadedSettings)

    def run(self, path: Path | None) -> int:
        """The session named, else one of the folder; answers the exit code."""
        talk = Talk(wire=self.wire, words=self.words)
        try:
            return self._run(talk, path)
        except QuitError:
            return DONE
        except EndedError:
            talk.say(talk.text(N_("Nothing more to read: left.")))
            return DONE
        except LostError:
            return LOST_TERMINAL

    def _run(self, talk: Talk, path: Path | None) -> int:
        talk.say(talk.text(N_("pixtui, line mode. ? helps, an empty line goes back, q leaves.")))
        talk.say(settings_sentence(self.words, self.settings))
        if self.by is None and not self.view:
            about = talk.text(N_("It stands beside everything you declare."))
            usual = self.settings.settings.by or ""
            shown = f" [{usual}]" if usual else ""
            self.by = talk.ask(talk.text(N_("your name")) + shown, about) or usual
            if not self.by:
                return DONE
        if path is not None:
            return self._session(path)
        while (picked := self._pick(talk)) is not None:
            self._session(picked)
        return DONE

    # --- which session

    def _pick(self, talk: Talk) -> Path | None:
        choices = [
            (str(path), f"{visible(path.stem)} : {self._told(found)}")
            for path, found in listed(self.folder)
        ]
        if not self.view:
            if choices:
                choices.append((LIKE, talk.text(N_("Create one like another"))))
            choices.append((NEW, talk.text(N_("Create a session"))))
            choices.append((REHEARSE, talk.text(N_("Rehearse a session"))))
        title = f"{talk.text(N_('sessions'))}, {visible(str(self.folder))}"
        picked = talk.choose(title, choices)
        if picked in (NEW, LIKE):
            return self._create(talk) if picked == NEW else self._create_like(talk)
        if picked == REHEARSE:
            return choose_rehearsal(talk, self.book, self.by or "?")
        return Path(picked) if picked else None

    def _told(self, found: State | StoreError) -> str:
        if isinstance(found, StoreError):
            return refusal_sentence(self.words, refused(found), State())
        details = found.details
        if details is None:
            return label(PHASES, "purged", self.words)
        done, of = progress(found)
        mark = fiction_mark(details, self.words)
        when = f"{details.date:%d/%m/%Y} {details.time:%H:%M}"
        standing = label(PHASES, phase(found), self.words)
        return f"{when}, {visible(details.room)}, {standing}, {done}/{of} {mark}".rstrip()

    def _create(self, talk: Talk) -> Path | None:
        today = system_clock().astimezone().date()
        settings = self.settings.settings
        fields = creation_fields(self.words, self.by or "", today, settings)
        return self._ask_new(talk, talk.text(N_("New session")), fields, self._maker.fresh)

    def _create_like(self, talk: Talk) -> Path | None:
        """A session like another one of the folder, for another day."""
        known = {
            str(path): found
            for path, found in listed(self.folder)
            if isinstance(found, State) and found.details is not None
        }
        choices = [
            (key, f"{visible(Path(key).stem)} : {self._told(one)}") for key, one in known.items()
        ]
        picked = talk.choose(talk.text(N_("Like which one?")), choices)
        source = known.get(picked or "")
        if source is None or source.details is None:
            return None
        title = talk.text(N_("New session like {name}"), name=visible(Path(picked or "").stem))
        fields, maker = duplicate_fields(self.words, source.details), self._maker
        return self._ask_new(talk, title, fields, lambda values: maker.like(source, values))

    @property
    def _maker(self) -> Maker:
        return Maker(self.words, self.folder, self.by or "?")

    def _ask_new(
        self, talk: Talk, title: str, fields: list[Field], make: Callable[[Values], Path]
    ) -> Path | None:
        made: list[Path] = []

        def save(values: Values) -> str:
            made.append(make(values))
            return ""

        talk.form(title, fields, save)
        return made[0] if made else None

    # --- in a session

    def _session(self, path: Path | None) -> int:
        """Work in a session, and in the copy of it that one goes on in."""
        while path is not None:
            words = speaking(self.words)
            talk = Talk(wire=self.wire, words=words)
            try:
                desk = Desk.open(path, self.by or "?", read_only=self.view)
            except StoreError as error:
                talk.say(refusal_sentence(words, refused(error), State()))
                return REFUSED
            try:
                path = self._at_work(talk, desk)
            finally:
                self._leave(desk)
        return DONE

    def _leave(self, desk: Desk) -> None:
        self.by = desk.by
        try:
            desk.close()
        except StoreError as error:
            Talk(wire=self.wire, words=self.words).say(
                refusal_sentence(self.words, refused(error), State())
            )

    def _at_work(self, talk: Talk, desk: Desk) -> Path | None:
        here = Here(talk=talk, desk=desk, book=self.book)
        talk.meanwhile = here.happened
        talk.alarm = lambda: alarm(here)
        desk.follow(lambda: None)
        talk.say(
            opening_sentence(here.words, desk.store),
            ahead_sentence(here.words, here.state, here.now()),
        )
        try:
            return self._parts(here)
        finally:
            if here.rehearsal is not None:
                here.rehearsal.leave()

    def _parts(self, here: Here) -> Path | None:
        """One part after the other, until one leaves; the copy in which one goes on."""
        quiet = False
        while here.go_on_in is None:
            self._say_where(here)
            part = self._ask_part(here, quiet=quiet)
            quiet = True
            if part == LEAVE and not self._loses(here):
                return None
            if part != LEAVE:
                self._do(here, part)
        return here.go_on_in

    def _say_where(self, here: Here) -> None:
        """The lines that every screen of the console has at its top."""
        state, now, words = here.state, here.now(), here.words
        others = [one.by for one in here.desk.others]
        head = head_line(
            state,
            now,
            words,
            here.desk.by,
            WIDE,
            others,
            read_only=here.desk.store.read_only,
        )
        here.talk.say(
            " ".join(head.split()),
            next_line(state, words, here.book).strip(),
            counters_line(state, words).strip(),
            deadline_line(state, now, words, WIDE).strip(),
        )

    def _ask_part(self, here: Here, *, quiet: bool) -> str | None:
        choices = [(key, here.text(title)) for key, (title, _part) in PARTS.items()]
        if here.rehearsal is None:
            choices = [one for one in choices if one[0] != "rehearsal"]
        choices.append((LEAVE, here.text(N_("Leave this session"))))
        prompt = here.text(N_("Menu, 1 to {n}"), n=len(choices))
        try:
            return here.talk.choose(
                here.text(N_("Menu")), choices, prompt=prompt, quiet=quiet, page=len(choices)
            )
        except ToMenuError as wanted:
            return str(wanted)
        except QuitError:
            if self._loses(here):
                return self._ask_part(here, quiet=True)
            raise

    def _do(self, here: Here, part: str | None) -> None:
        if here.state.details is None and part not in OF_A_PURGED:
            here.tell(Refusal("purged"))
            return
        while part is not None:
            try:
                PARTS[part][1](here)
                part = None
            except ToMenuError as wanted:
                part = str(wanted)
            except QuitError:
                if not self._loses(here):
                    raise
                part = None

    def _loses(self, here: Here) -> bool:
        """Whether one stays after all, because leaving loses something."""
        if not here.desk.store.failed or self.view:
            return False
        told = N_("The disk failed: what is kept in memory is lost without a copy (Ctrl+K).")
        question = here.text(N_("Leave the session?"))
        return not here.talk.confirm(question, here.text(N_("Yes, leave")), here.text(told))
