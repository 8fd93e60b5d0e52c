"""Sessions to print: small, full and hostile ones, in memory, through the domain's own door."""

import datetime as dt
from collections.abc import Iterator

from pixtui.documents.matter import Matter
from pixtui.domain import commands as c
from pixtui.domain.evolve import evolve
from pixtui.domain.history import Event
from pixtui.domain.outcome import Accepted, Refusal
from pixtui.domain.rules import Mode
from pixtui.rules.rulebook import Rulebook, load
from pixtui.wording.catalogue import words
from tests.domain.day import BY, Day, at

ACCESS_CODE, PASSWORD = "BCDF23", "x7Kq!m"
BOOK = load()
HEAD = "0123456789abcdef" * 4
EXTRA = 37
"""The percentage of those with extra time: a number that stands on no paper by chance."""
LONG_NOTE = "\n".join(
    f"{n:03d} il a été constaté que l'écran s'éteint, puis se rallume." for n in range(85)
)
TRICKS = ("{nb}", "**bold**", "<b>", "[x]", ") Tj", "\\", "%", "Nom=1+1", "(--", "__u__", "(((")
"""Names in which something would act if it were not plain text."""
NAMES = (
    ("ÀÉÎÕÜ-Ÿ", "Œdipe Æ"),
    ("ŁUKASIEWICZ", "Đorđe Ħ"),
    ("NGUYỄN", "Thị Hằng"),
    ("Q\u0323\u0308UX", "A\u0331\u0301le\u0328\u0301n"),
    ("O'BRIEN-D’ARTAGNAN", "Żółć"),
    ("ΠΑΠΑΔΟΠΟΥΛΟΣ", "Ελένη"),
    ("Иванов", "Пётр"),
    ("de la " + "Roche-Foucauld " * 6, "Marie-" + "Antoinette-" * 8),
    ("W" * 100, "M" * 100),
    ("x", "Y"),
)


class Told(Day):
    """A day that is only told: that entries survive their round trip is proved elsewhere."""

    def do(self, hour: str, act: c.Act, now: str | None = None) -> Accepted:
        """Declare an act that must be accepted."""
        decision = self.ask(hour, act, now)
        assert isinstance(decision, Accepted), decision
        event = Event(
            seq=len(self.state.history) + 1,
            recorded=at(now or hour),
            at=at(hour),
            by=BY,
            type=act.NAME,
            act=decision.act,
        )
        self.state = evolve(self.state, event)
        return decision


def rows(count: int, *, hostile: bool = False, seats: bool = True) -> tuple[c.NewCandidate, ...]:
    """So many candidates, not in the order of the alphabet; every seventh has extra time."""
    strange = [*NAMES, *((trick, "Zoé") for trick in TRICKS)] if hostile else []
    plain = [(f"Nom{n * 7 % 211:03d}", f"Prénom{n}") for n in range(count)]
    return tuple(
        c.NewCandidate(
            last_name=last.strip(),
            first_name=first.strip("-"),
            birthdate=dt.date(2010, 1 + n % 12, 1 + n % 28),
            class_name=f"3{'ABC'[n % 3]}" if n % 5 else None,
            external_id=f"id{n}",
            seat=f"{'ABCDE'[n % 5]}{n // 5 + 1}" if seats else None,
            extra_time=EXTRA if n % 7 == 0 else None,
        )
        for n, (last, first) in enumerate([*strange, *plain][:count])
    )


def listed(
    candidates: tuple[c.NewCandidate, ...], mode: Mode = "with-es", language: c.Language = "fr"
) -> Told:
    """A session that has its list and its codes, before the day."""
    day = Told(
        mode,
        centre="Collège des Trois-Rivières",
        convocation_time=dt.time(8, 40),
        language=language,
        retention_until=dt.date(2027, 11, 30),
        description="observations libres",
    )
    if candidates:
        day.do("7:01", c.ImportCandidates(candidates=candidates))
    codes = c.SetCodes(access_code=ACCESS_CODE, invigilator_password=PASSWORD)
    day.do("7:02", codes)
    return day


def lived(
    count: int = 30,
    mode: Mode = "with-es",
    language: c.Language = "fr",
    *,
    hostile: bool = False,
    open_: bool = False,
    sealed: bool = False,
) -> Told:
    """A day on which everything happened; ``open_`` stops in the middle of it."""
    day = listed(rows(count, hostile=hostile), mode, language)
    here = _coming_in(day)
    _troubles(day, here)
    _evacuation(day, here)
    if open_:
        day.do("10:20", c.LogIncident(code="C7", candidate=here[-1], note="écran noir"))
        day.do("10:21", c.Interrupt(candidates=here[-1:], cause="machine"))
        return day
    _end(day, here)
    if sealed:
        seal(day)
    return day


def _coming_in(day: Told) -> tuple[str, ...]:
    """All but an absent and one turned away, who are the last two of a larger list."""
    everyone = tuple(day.state.candidates)
    here = everyone[:-2] if len(everyone) > 2 else everyone
    for gone in everyone[len(here) : -1]:
        day.do("8:50", c.MarkAbsent(candidates=(gone,)))
    for away in everyone[len(here) + 1 :]:
        reason = "carte d'identité d'une autre personne"
        day.do("8:51", c.TurnAway(candidates=(away,), reason=reason, decided_by="Mme Proviseure"))
    day.do("8:45", c.CheckIdentity(candidates=here))
    day.do("8:46", c.Sign(candidates=here))
    if day.state.session.mode == "with-es":
        day.do("8:55", c.ConfirmPresence(candidates=here))
    day.do("8:56", c.MarkReady(candidates=here))
    day.do("8:58", c.RevealCode())
    day.do("9:00", c.Start(candidates=here))
    return here


def _troubles(day: Told, here: tuple[str, ...]) -> None:
    """An incident of every kind, the held-up minutes, an exit, a swap, a relief."""
    for number, (situation, incident) in enumerate(situations(day, here)):
        hour = f"9:{1 + number // 2:02d}"
        made = day.do(hour, incident).made
        assert made, situation
        day.do(hour, c.CloseIncident(incident=made, outcome=f"traité {situation}"))
    day.do("9:31", c.Interrupt(candidates=here[:1], cause="machine"))
    day.do("9:38", c.Resume(candidates=here[:1]))
    day.do("9:40", c.LeaveRoom(candidates=here[:1]))
    day.do("9:46", c.ReturnToRoom(candidates=here[:1]))
    day.do("9:47", c.ChangeWorkstation(candidates=here[:1], origin="P1", to="P9"))
    day.do("9:50", c.HandOver(to="M. Blanchard", brief="deux alertes closes"))


def situations(day: Told, here: tuple[str, ...]) -> Iterator[tuple[str, c.LogIncident]]:
    """Every situation of the rules as it would be written down, each with words of its own."""
    extra = [key for key in here if day.state.candidates[key].extra_time]
    for number, situation in enumerate(BOOK.situations()):
        table = BOOK.situation_tables[situation]
        code = table.get("code")
        rule = day.state.rules.code(code) if code else None
        who = extra[0] if code == "E8" else here[number % len(here)]
        yield (
            situation,
            c.LogIncident(
                situation=situation,
                code=code,
                candidate=None if "stops_room" in table or situation == "evacuation" else who,
                question=number + 1 if rule and rule.question else None,
                note=LONG_NOTE if situation == "other" else f"note {situation}",
                witnesses=f"témoin {situation}" if code == "C6" else "",
                evidence=f"preuve {situation}" if code == "C6" else "",
                decided_by=f"décision {situation}" if code == "C6" else "",
            ),
        )


def _evacuation(day: Told, here: tuple[str, ...]) -> None:
    opened = c.LogIncident(situation="evacuation", code="C7", note="alarme incendie")
    made = day.do("10:00", opened).made
    day.do("10:00", c.InterruptRoom(cause="fire_alarm"))
    day.do("10:03", c.RollCall(candidates=here[1:] or here, direction="out", present=True))
    if len(here) > 1:
        day.do("10:04", c.RollCall(candidates=here[:1], direction="out", present=False))
    day.do("10:11", c.RollCall(candidates=here, direction="back", present=True))
    day.do("10:12", c.ResumeRoom())
    assert made
    day.do("10:13", c.CloseIncident(incident=made, outcome="retour en salle"))


def _end(day: Told, here: tuple[str, ...]) -> None:
    """Everyone finishes; the second one is stopped, for a technical reason."""
    stopped = here[1:2]
    finished = tuple(one for one in here if one not in stopped)
    day.do("11:00", c.Finish(candidates=finished))
    if stopped:
        if day.state.session.mode == "with-es":
            day.do("11:01", c.Finish(candidates=stopped, how="invigilator"))
        day.do("11:02", c.GiveReason(candidates=stopped, reason="technical"))
    day.do("11:03", c.SeeEndScreen(candidates=here))
    day.do("11:04", c.SignOut(candidates=here))
    day.do("11:05", c.SetSessionBox(box="has_incident", value=True))


def seal(day: Told) -> None:
    """The seal, each hole with its reason, then what comes after it."""
    overrides: dict[str, str] = {}
    asked = day.ask("11:30", c.Finalise())
    if isinstance(asked, Refusal):
        overrides = {one.keys[0]: "raison dite" for one in asked.findings}
    day.do("11:30", c.Finalise(overrides=overrides))
    day.do("11:40", c.Annex(note="un sac oublié", candidate="c1"))
    day.do("11:50", c.RecordPixFinalised())


def matter(day: Told, hour: str = "12:00", book: Rulebook = BOOK) -> Matter:
    """What the papers of that session are made from, at that time."""
    language = words(day.state.session.language)
    return Matter(state=day.state, words=language, book=book, now=at(hour), head=HEAD)
