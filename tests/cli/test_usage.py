"""The command line speaks the operator's language, dates and times as people write them."""

import json
from pathlib import Path

import pytest

from pixtui.cli.main import main

NEW = ("--site", "Collège fictif", "--room", "B204", "--examiner", "Mme Sarr")


@pytest.mark.parametrize(
    ("date", "time"),
    [("30/11/2026", "9h"), ("2026-11-30", "09:00"), ("30/11/2026", "9h00"), ("30/11/2026", "9.00")],
)
def test_dates_and_times_are_taken_as_people_write_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], date: str, time: str
) -> None:
    path = tmp_path / "b204.json"
    assert main(["new", str(path), *NEW, "--date", date, "--time", time]) == 0
    capsys.readouterr()
    assert main(["status", str(path), "--json"]) == 0
    session = json.loads(capsys.readouterr().out)["session"]
    assert (session["date"], session["time"][:5]) == ("2026-11-30", "09:00")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--date", "30/13/2026", "--time", "9h"), "--date 30/13/2026 : Écrivez la date"),
        (("--date", "30/11/2026", "--time", "25h"), "--time 25h : Écrivez l'heure"),
        (
            ("--date", "30/11/2026", "--time", "9h", "--convocation-time", "tôt"),
            "--convocation-time tôt : Écrivez l'heure",
        ),
    ],
)
def test_a_date_or_time_that_is_none_is_named_with_the_way_to_write_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    path = tmp_path / "b204.json"
    assert main(["new", str(path), *NEW, *options]) == 1
    assert told in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("log",), "il manque : SESSION"),
        (("log", "x", "--no"), "arguments inconnus : --no"),
        (("statsu", "b204"), "il n'y a pas de commande statsu. Peut-être : status."),
        (("zzz", "b204"), "il n'y a pas de commande zzz. ("),
        (("--no",), "arguments inconnus : --no"),
        (("export", "x", "y", "--as", "pdf"), "'pdf' n'existe pas (au choix :"),
        (("--lang", "en", "log"), "the following arguments are required: SESSION"),
    ],
)
def test_wrong_usage_is_told_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_a_word_alone_is_a_session_perhaps_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["statsu"])
    assert ended.value.code == 1
    assert "statsu. Peut-être : status." in capsys.readouterr().err


def test_help_is_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, told, other in (
        (["log", "--help"], "usage : pixtui log", "show this help"),
        (["--help"], "afficher la version", "show program"),
        (["--lang", "en", "log", "--help"], "show this help", "afficher"),
    ):
        with pytest.raises(SystemExit):
            main(arguments)
        said = capsys.readouterr().out
        assert told in said
        assert other not in said


def test_a_hold_of_which_nobody_said_why_is_told_without_a_hole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "b204.json")
    assert main(["new", path, *NEW, "--date", "30/11/2026", "--time", "9h"]) == 0
    for reason, told in (((), "est gelé. D"), (("--reason", "recours"), "est gelé : recours. D")):
        assert main(["hold", path, *reason]) == 0
        assert main(["purge", path, "--yes"]) == 1
        assert told in capsys.readouterr().err
