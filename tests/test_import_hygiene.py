"""What each part of the package brings with it, seen from a fresh process."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "textual",
    "rich",
    "fpdf",
    "cattrs",
    "openpyxl",
    "odf",
    "python_calamine",
    "charset_normalizer",
}
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "pixtui").rglob("*.py")
    if path.name != "__main__.py"
)


def fresh(code: str, home: Path) -> set[str]:
    """The modules that a fresh process holds after that code."""
    told = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "PIXTUI_HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def roots(modules: set[str]) -> set[str]:
    """The packages of these modules."""
    return {name.partition(".")[0] for name in modules}


def test_the_domain_brings_attrs_and_nothing_else_from_outside(tmp_path: Path) -> None:
    domain = [name for name in MODULES if name.startswith("pixtui.domain")]
    held = fresh("".join(f"import {name}\n" for name in domain), tmp_path)
    ours = {name for name in held if name.startswith("pixtui.") and name not in domain}
    assert not ours
    outside = roots(held) - set(sys.stdlib_module_names) - {"pixtui", "attr", "attrs", "__main__"}
    assert not {one for one in outside if not one.startswith("_")}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["status", "SESSION"], ["list"], ["centre", "--json"]]
)
def test_the_command_line_is_light(tmp_path: Path, arguments: list[str]) -> None:
    session = ROOT / "sample_sessions" / "fresh.json"
    asked = [str(session) if one == "SESSION" else one for one in arguments]
    code = f"""
from pixtui.cli import main
try:
    main({asked!r})
except SystemExit:
    pass
"""
    held = fresh(code, tmp_path)
    assert not roots(held) & (HEAVY - {"cattrs"})  # the store reads with cattrs
    assert "pixtui.tui" not in held
    if arguments == ["--help"]:
        assert "cattrs" not in roots(held)


def test_line_mode_needs_no_full_screen(tmp_path: Path) -> None:
    session = shutil.copy(ROOT / "sample_sessions" / "fresh.json", tmp_path / "fresh.json")
    code = f"""
import sys
from pixtui.cli import main
sys.stdin = open("/dev/null")
assert main(["--plain", {str(session)!r}, "--by", "M. Roy"]) == 0
"""
    held = fresh(code, tmp_path)
    assert not roots(held) & (HEAVY - {"cattrs"})
    assert not {name for name in held if name.startswith("pixtui.tui")}


def test_each_module_imports_alone(tmp_path: Path) -> None:
    code = f"""
import importlib, os, sys
import cattrs.preconf.json, rich.segment, textual.app, textual.widgets  # not ours: once for all
for name in {MODULES!r}:
    child = os.fork()
    if child == 0:
        assert not any(one.startswith("pixtui") for one in sys.modules)
        try:
            importlib.import_module(name)
        except BaseException as error:  # whatever an import does is what is looked for
            sys.stderr.write(f"{{name}}: {{error!r}}")
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit(f"{{name}} does not import alone")
"""
    assert not {name for name in fresh(code, tmp_path) if name.startswith("pixtui")}
