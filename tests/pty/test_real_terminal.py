"""A real terminal of 80 by 24: a whole small day by keys, and every way a console may end."""

import json
import signal
import time
from pathlib import Path

import pytest

from tests.pty.terminal import (
    DAY,
    EXIT_SECONDS,
    Terminal,
    assert_sane,
    console,
    environment,
    looks,
    pixtui,
)

pytestmark = pytest.mark.pty

LIST = """\
Nom;Prénom;Date de naissance;Place
ABADIE;Zoé;04/01/2010;01
BÜCHER;Loïc;22/04/2011;02
LE GOFF;Maëlys;01/05/2010;03
N'DIAYE;Ismaël;01/09/2010;04
OZOLIŅŠ;Kārlis;15/11/2010;05
"""
NEW = (
    "new b204.json --fictional --room B204 --date 2026-11-30 --time 09:00 --number 123456 "
    "--by Sarr --examiner Sarr --site"
)


# --- a whole day


def test_a_small_day_from_new_to_sealed(tmp_path: Path) -> None:
    session = tmp_path / "b204.json"
    early = {"PIXTUI_NOW": DAY.format(hour="08:20")}
    made = pixtui(tmp_path, *NEW.split(), "Collège fictif", **early)
    assert made.returncode == 0, made.stderr
    (tmp_path / "list.csv").write_text(LIST)
    came = pixtui(
        tmp_path, "import", "b204.json", "list.csv", "--accept-warnings", "--by", "Sarr", **early
    )
    assert came.returncode == 0, came.stderr
    with console(session, "08:30") as terminal:
        _before(terminal)
        _coming_in(terminal)
        _an_incident(terminal)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    with console(session, "10:55") as terminal:
        _the_end(terminal)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    _check(tmp_path)


def _before(terminal: Terminal) -> None:
    terminal.until("Convocations nominatives")
    terminal.press("enter")
    terminal.until("ensuite : Élèves certifiables")
    terminal.press("enter")  # not known of anybody: it asks for a reason
    terminal.until("On ne sait pas si sont certifiables")
    terminal.press("r", "enter")
    terminal.until("F2 enregistrer")
    terminal.press("vu avec le professeur", "enter")
    terminal.until("(entrée 4)")
    terminal.press("n")
    _tick(terminal, 5, 16)
    terminal.until("ensuite : Connexion à Pix Certif")
    _tick(terminal, 17, 20)
    terminal.until("ensuite : Codes")
    terminal.press("f4")
    terminal.until("mot de passe")
    terminal.press("bcdf23", "down", "b3kVx7", "f2")
    terminal.until("(entrée 21)")
    assert "BCDF23" not in terminal.seen
    terminal.press("n", "enter")
    terminal.until("(entrée 22)")


def _tick(terminal: Terminal, first: int, last: int) -> None:
    for entry in range(first, last + 1):
        terminal.press("enter")
        terminal.until(f"(entrée {entry})")


def _coming_in(terminal: Terminal) -> None:
    terminal.press("f2")
    terminal.until("5 : 5")
    for entry, key in enumerate("1234", 23):
        _of_all(terminal, key)
        terminal.until(f"(entrée {entry})")
    terminal.press("f6")
    terminal.until("ensuite : Notice")
    terminal.press("n")
    _tick(terminal, 27, 30)  # notice, number, names, the code given
    terminal.press("f2")
    terminal.until("5 : 5 prêts")
    _of_all(terminal, "5")
    terminal.until("5 : 5 en cours")


def _of_all(terminal: Terminal, key: str) -> None:
    terminal.press("*", key)
    terminal.until("Oui, pour ces 5 candidats")
    terminal.press("enter")


def _an_incident(terminal: Terminal) -> None:
    terminal.press("/", "ndiaye", "enter")
    terminal.until("N'DIAYE Ismaël")
    terminal.press("f3")
    terminal.until("Que voyez-vous")
    terminal.press("navigateur", "enter")
    terminal.until("ce qui s'est passé")
    terminal.press(*["down"] * 4, "fenêtre fermée", "f2")
    terminal.until("(entrée 32)")
    terminal.press("f7", "f5")
    terminal.until("Clore l'incident i1")
    terminal.press("reprise autorisée", "f2")
    terminal.until("(entrée 33)")
    terminal.press("f2", "6")  # the incident stopped the clock; the test goes on
    terminal.until("(entrée 34)")


def _the_end(terminal: Terminal) -> None:
    terminal.until("5 : 5 en cours")
    for entry, key in enumerate("789", 35):
        _of_all(terminal, key)
        terminal.until(f"(entrée {entry})")
    terminal.press("f6")
    terminal.until("ensuite : Signalements")
    terminal.press("n", "enter")
    terminal.until("(entrée 38)")
    terminal.press("f8")
    terminal.until("F12 scelle")
    terminal.press("f12")
    terminal.until("Sceller le dossier")
    terminal.press("down", "enter")
    terminal.until("irréversible")
    terminal.press("down", "enter")
    terminal.until("(entrée 39)")
    terminal.press("f12")
    terminal.until("Après le scellement")
    terminal.press("enter")
    terminal.until("finalisée ?")
    terminal.press("down", "enter")
    terminal.until("(entrée 40)")


def _check(folder: Path) -> None:
    assert pixtui(folder, "verify", "b204.json").returncode == 0
    status = json.loads(pixtui(folder, "status", "b204.json", "--json").stdout)
    assert (status["phase"], status["next"]) == ("finalised", None)
    assert status["counters"]["finished"] == status["counters"]["total"] == 5
    assert len({one["start"] for one in status["candidates"]}) == 1
    told = [one["type"] for one in json.loads(pixtui(folder, "log", "b204.json", "--json").stdout)]
    assert told[:2] == ["create_session", "import_candidates"]
    assert told[-2:] == ["finalise", "record_pix_finalised"]
    day = [one for one in told if one != "set_step"][2:-2]
    assert day == [
        *("set_codes", "check_identity", "sign", "confirm_presence", "mark_ready"),
        *("reveal_code", "start", "log_incident", "close_incident", "resume"),
        *("finish", "see_end_screen", "sign_out"),
    ]
    assert not (folder / "b204.json.journal").exists()


# --- every terminal


@pytest.mark.parametrize(
    "more",
    [{}, {"NO_COLOR": "1"}, {"TERM": "linux"}, {"TERM": "linux", "NO_COLOR": "1"}],
    ids=["256", "no-colour", "linux", "linux-no-colour"],
)
def test_every_screen_shows_on_every_terminal(mid_exam: Path, more: dict[str, str]) -> None:
    with console(mid_exam, **more) as terminal:
        terminal.until("28 en cours")
        for key, shown in (
            ("f6", "Surveillance"),
            ("f7", "OUVERT"),
            ("f8", "BLOQUE"),
            ("f9", "incident noté"),
            ("?", "Touches de cet écran"),
        ):
            terminal.press(key)
            terminal.until(shown)
        colours = b"\x1b[38;5;" in terminal.written or b"\x1b[97;40m" in terminal.written
        assert colours is ("NO_COLOR" not in more)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def test_without_a_terminal_it_says_so_in_one_line(mid_exam: Path) -> None:
    done = pixtui(mid_exam.parent, str(mid_exam))
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "pixtui apply" in done.stderr


def test_a_terminal_that_cannot_paint_is_refused_in_one_line(mid_exam: Path) -> None:
    with console(mid_exam, TERM="dumb") as terminal:
        assert terminal.ended() == 1
    told = terminal.written.decode()
    assert len(told.splitlines()) == 1
    assert "TERM=dumb" in told
    assert "\x1b" not in told


# --- every end


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["TERM", "HUP"])
def test_a_signal_ends_it_and_gives_the_terminal_back(
    mid_exam: Path, number: signal.Signals
) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.process.kill(number)
        assert terminal.ended(EXIT_SECONDS) == 75
    left = terminal.written.rindex(b"\x1b[?1049l")  # out of the alternate screen
    assert b"\x1b[?1049h" not in terminal.written[left:]
    assert terminal.written.rindex(b"\x1b[?25h") > terminal.written.rindex(b"\x1b[?25l")
    assert pixtui(mid_exam.parent, "verify", str(mid_exam)).returncode == 0


def test_a_terminal_that_goes_away_ends_it(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("f3")
        terminal.until("Que voyez-vous")
        terminal.hang_up()
        assert terminal.code(time.monotonic() + EXIT_SECONDS) == 75
    # On a busy machine it may have had to leave before it could fold: the next one does.
    assert pixtui(mid_exam.parent, "apply", str(mid_exam)).returncode == 0
    assert not mid_exam.with_name("mid-exam.json.journal").exists()
    assert pixtui(mid_exam.parent, "verify", str(mid_exam)).returncode == 0


def test_what_was_shown_as_saved_survives_a_kill(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("/", "abadie", "enter")
        terminal.until("ABADIE Zoé")
        terminal.press("7")
        terminal.until("(entrée 95)")
        terminal.process.kill(signal.SIGKILL)
        with pytest.raises(AssertionError, match="SIGKILL"):
            terminal.ended(EXIT_SECONDS)
    with console(mid_exam) as terminal:
        terminal.until("1 fini")
        terminal.until("1 entrée reprise")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


# --- the projector


def test_the_projector_shows_the_room_its_code_and_ends_like_the_console(mid_exam: Path) -> None:
    env = environment(mid_exam.parent, PIXTUI_NOW=DAY.format(hour="10:02"))
    with Terminal(["project", str(mid_exam)], env) as room:
        room.until("Numéro de session")
        room.press("f4")
        room.until("Masqué de nouveau")
        room.press("ctrl+q")
        assert room.ended() == 0
        assert b"LE GOFF" not in room.written
    assert not mid_exam.with_name("mid-exam.json.journal").exists()
    with Terminal(["project", str(mid_exam)], env) as room:
        room.until("Numéro de session")
        room.process.kill(signal.SIGTERM)
        assert room.ended(EXIT_SECONDS) == 75
        assert_sane(room)


# --- the alarm


def test_an_evacuation_by_keys_with_its_time_put_right_afterwards(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("ctrl+e")
        terminal.until("ALARME")
        terminal.press("enter")
        terminal.until("29 à appeler")
        terminal.press(*["1"] * 28, "2")
        terminal.until("MANQUE : WOŹNIAK")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    with console(mid_exam, "10:14") as terminal:
        terminal.until("29 interrompus")
        terminal.press("ctrl+e", "f5")
        terminal.until("29 à appeler")
        terminal.press(*["1"] * 29)
        terminal.until("personne ne manque")
        terminal.press("!", "down", "enter")
        terminal.until("10:14 : reprise après 1")
        terminal.until("min, rendues. Nouvelles fins : 11:0")
        terminal.press("f7")
        terminal.until("10:02 : salle interrompue (alarme).")

        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    log = json.loads(pixtui(mid_exam.parent, "log", str(mid_exam), "--json").stdout)
    alarm = max(one["seq"] for one in log if one["type"] == "log_incident")
    with console(mid_exam, "10:20") as terminal:
        terminal.until("28 en cours")
        terminal.press("f9")  # the newest entry first
        terminal.until("salle reprise")
        terminal.press(*["down"] * (len(log) - alarm))
        for _ in looks(waiting_for="the cursor on the alarm"):
            assert terminal.read()
            if "Alarme, évacuation" in _under_cursor(terminal):
                break
        terminal.press("enter")
        terminal.until(f"l'entrée {alarm}")
        terminal.until("heure juste")
        terminal.press("\x15", "9:58", "f2")  # Ctrl+U empties the field
        terminal.until("Enregistré")
        terminal.press("f7", "down")
        terminal.until("09:58 : salle interrompue (alarme).")
        terminal.until("min, rendues. Nouvelles fins : 11:0")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def _under_cursor(terminal: Terminal) -> str:
    lines = [line.strip() for line in terminal.seen.split("\n")]
    return next((line for line in lines if line.startswith(">")), "")


# --- another encoding


@pytest.mark.parametrize(
    ("locale", "shown"),
    [("C.UTF-8", "GWENAËLLE"), ("fr_FR.ISO-8859-1", "GWENAELLE")],
    ids=["said-utf-8", "said-latin-1"],
)
def test_a_terminal_in_another_encoding_types_accents(
    mid_exam: Path, locale: str, shown: str
) -> None:
    with console(mid_exam, LANG=locale) as terminal:
        terminal.until("28 en cours")
        terminal.press("e")
        terminal.until("Modifier un candidat")
        terminal.press("\x15")  # Ctrl+U empties the field
        for _ in looks(waiting_for="an empty field"):
            assert terminal.read()
            if "LE GOFF" not in _field(terminal):
                break
        terminal.process.send(b"GWENA\xcbLLE")  # a byte that is no UTF-8
        terminal.until(shown)
        terminal.press("f2")
        terminal.until("17 GWENA")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.written
    told = pixtui(mid_exam.parent, "status", str(mid_exam), "--json").stdout
    assert "GWENAËLLE" in told


def _field(terminal: Terminal) -> str:
    """The line of the first field of the form in front."""
    return next(line for line in terminal.seen.split("\n") if "nom*" in line)


# --- looking back


@pytest.mark.parametrize("term", ["xterm-256color", "linux", "vt220"])
def test_a_replay_in_a_folder_that_takes_nothing(
    mid_exam: Path, term: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    env = environment(tmp_path_factory.mktemp("home"), TERM=term)
    folder, before = mid_exam.parent, mid_exam.read_bytes()
    mid_exam.chmod(0o400)
    folder.chmod(0o500)
    files = sorted(folder.iterdir())
    try:
        with Terminal(["replay", str(mid_exam), "--at", "09:26"], env) as looking:
            looking.until("entrée 89 sur 94")
            looking.press("left")
            looking.until("entrée 88 sur 94")
            looking.press("5")
            looking.until("rien ne s'y déclare")
            looking.press("space")
            looking.until("en lecture")
            looking.press("ctrl+q")
            assert looking.ended() == 0
            assert_sane(looking)
    finally:
        folder.chmod(0o700)
    assert (sorted(folder.iterdir()), mid_exam.read_bytes()) == (files, before)
