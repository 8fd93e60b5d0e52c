"""A signature over the head of a sealed record, by ``ssh-keygen -Y`` (OpenSSH 8.2 or later).

What is signed is the head, not the file: the signature holds after an annex or a purge. It
shows that the holder of the key saw this head; it is no qualified electronic signature.
"""

import subprocess
from pathlib import Path

from pixtui.store.errors import StoreError

NAMESPACE = "pixtui-session@v1"
SUFFIX = ".sig"
WAIT_SECONDS = 120.0
"""Long enough to type a passphrase."""


def message(head: str) -> bytes:
    """The bytes that are signed."""
    return f"{NAMESPACE}\nhead {head}\n".encode()


def signature_of(path: Path) -> Path:
    """Where the signature of a session stands."""
    return path.with_name(path.name + SUFFIX)


def sign(head: str, key: Path) -> bytes:
    """The signature; raises StoreError(``sign_failed``)."""
    done = _ssh_keygen("sign", "-f", str(key), "-n", NAMESPACE, given=message(head))
    if done.returncode != 0:
        raise StoreError("sign_failed", {"reason": _last_line(done.stderr)})
    return done.stdout


def signer(head: str, signature: Path, allowed: Path) -> str | None:
    """Who signed this head, as the file of allowed signers names them; None for nobody there.

    Raises StoreError(``unreadable``) where one of the files cannot be read.
    """
    for path in (signature, allowed):
        try:
            path.read_bytes()
        except OSError as error:
            why = {"path": str(path), "reason": str(error.strerror)}
            raise StoreError("unreadable", why) from error
    by_whom = ("-f", str(allowed), "-n", NAMESPACE, "-s", str(signature))
    found = _ssh_keygen("find-principals", "-f", str(allowed), "-s", str(signature))
    for who in found.stdout.decode("utf-8", "replace").splitlines():
        if _ssh_keygen("verify", *by_whom, "-I", who, given=message(head)).returncode == 0:
            return who
    return None


def _ssh_keygen(
    what: str, *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["ssh-keygen", "-Y", what, *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=WAIT_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError("sign_failed", {"reason": type(error).__name__}) from error


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "ssh-keygen"
