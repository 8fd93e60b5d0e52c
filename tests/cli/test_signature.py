"""The head, signed with a real key by the real ssh-keygen."""

import shutil
import subprocess
from pathlib import Path

import pytest

from pixtui.resources import sample_sessions
from tests.cli.conftest import Run

pytestmark = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed: nothing was signed"
)
WHO = "referent@example.org"


@pytest.fixture
def sealed(run: Run) -> str:
    """A copy of the sealed sample."""
    shutil.copy(sample_sessions() / "sealed.json", "room.json")
    return "room.json"


def new_key(name: str, who: str = WHO) -> str:
    """A key pair; its line for the file of allowed signers is added."""
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", name]
    subprocess.run(command, check=True)
    public = Path(name + ".pub").read_text().strip()
    with Path(f"{name}.signers").open("a") as file:
        file.write(f"{who} {public}\n")
    return name


def test_a_signed_head_verifies_and_names_its_signer(run: Run, sealed: str) -> None:
    key = new_key("key")
    assert run("sign", sealed, "--key", key).code == 0
    told = run("verify", sealed, "--signers", "key.signers")
    assert told.code == 0
    assert WHO in told.out


def test_another_signer_or_another_head_is_refused(run: Run, sealed: str) -> None:
    run("sign", sealed, "--key", new_key("key"))
    new_key("other", "x@example.org")
    assert run("verify", sealed, "--signers", "other.signers").code == 1
    shutil.copy(sample_sessions() / "to-finalise.json", "other.json")
    shutil.copy("room.json.sig", "other.json.sig")
    assert run("verify", "other.json", "--signers", "key.signers").code == 1


def test_the_message_can_be_signed_on_another_machine(run: Run, sealed: str) -> None:
    head = run("verify", sealed, "--json").json["head"]
    key = new_key("key")
    message = f"pixtui-session@v1\nhead {head}\n".encode()
    Path("message").write_bytes(message)
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", "pixtui-session@v1", "message"]
    subprocess.run(command, check=True, capture_output=True)
    shutil.move("message.sig", "room.json.sig")
    assert run("verify", sealed, "--signers", "key.signers").code == 0


def test_what_is_not_sealed_or_has_no_key_is_refused_in_one_line(run: Run, sealed: str) -> None:
    shutil.copy(sample_sessions() / "to-finalise.json", "open.json")
    for asked in (["open.json", "--key", "x"], [sealed, "--key", "no-such-key"]):
        done = run("sign", *asked)
        assert (done.code, done.out) == (1, "")
        assert len(done.err.splitlines()) == 1
    assert run("verify", sealed, "--signers", "none").code == 1
    assert not Path("room.json.sig").exists()
