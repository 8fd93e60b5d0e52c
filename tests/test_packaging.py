"""A wheel carries all that the program needs, and finds it where it is installed."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pixtui.resources import sample_sessions, styles
from pixtui.wording.catalogue import LANGUAGES
from pixtui.wording.manual import PAGES

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as an installer would."""
    made = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(made / "site")
    return made / "site"


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the wheel's own program, away from the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=installed,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_carries_styles_samples_rules_and_words(installed: Path) -> None:
    for folder, here in (("styles", styles()), ("sample_sessions", sample_sessions())):
        names = {path.name for path in here.iterdir()}
        assert names
        assert {path.name for path in (installed / "pixtui" / folder).iterdir()} == names
    assert list(installed.glob("pixtui/rules/data/*.toml"))
    assert list(installed.glob("pixtui/wording/locale/fr/LC_MESSAGES/pixtui.mo"))
    for language in LANGUAGES:
        for page in PAGES:
            path = page.path(language)
            carried = installed / "pixtui" / "wording" / "manual" / language / path.name
            assert carried.read_bytes() == path.read_bytes()


def test_it_finds_them_where_it_is_installed(installed: Path) -> None:
    code = "from pixtui import resources as r; print(r.styles(), r.sample_sessions())"
    done = run(installed, "-c", code)
    assert done.stdout.split() == [
        str(installed / "pixtui" / "styles"),
        str(installed / "pixtui" / "sample_sessions"),
    ]


def test_its_program_reads_a_sample_it_carries(installed: Path) -> None:
    sample = installed / "pixtui" / "sample_sessions" / "sealed.json"
    done = run(installed, "-m", "pixtui", "--lang", "en", "verify", str(sample))
    assert (done.returncode, done.stderr) == (0, "")
    assert "chain intact" in done.stdout


def test_the_editable_install_finds_those_of_the_checkout() -> None:
    assert styles() == ROOT / "styles"
    assert sample_sessions() == ROOT / "sample_sessions"
