"""On what disk a session lies: whether its locks can be trusted, and how much room is left.

On a network or user-space file system a lock may be granted twice, or lost without a word
(flock(2), nfs(5)); a file allocation table knows neither links nor modes. There one console
at a time may write.
"""

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
NOT_SAFE = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "ceph", "lustre"),
        *("glusterfs", "gfs2", "ocfs2", "beegfs", "orangefs", "pvfs2", "davfs", "virtiofs"),
        *("vboxsf", "vmhgfs", "prl_fs", "fuse", "fuseblk", "vfat", "msdos", "exfat", "ntfs"),
        *("ntfs3", "hfs", "hfsplus"),
    }
)
LITTLE_ROOM = 50_000_000
"""Bytes free below which it is said."""


def file_system(path: Path) -> str:
    """The kind of file system a path lies on (``ext4``, ``nfs4``, ``fuse.sshfs``); "" unknown."""
    try:
        lines = MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    wanted = path.resolve()
    found, depth = "", -1
    for line in lines:
        before, _, after = line.partition(" - ")
        mount = Path(_plain(before.split(" ")[4]))
        if wanted.is_relative_to(mount) and len(mount.parts) >= depth:
            found, depth = after.split(" ")[0], len(mount.parts)
    return found


def _plain(field: str) -> str:
    """A mount point without its octal escapes (proc(5))."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


def locks_are_safe(kind: str) -> bool:
    """Whether several consoles may write on such a file system."""
    return kind not in NOT_SAFE and not kind.startswith("fuse.")


def free_bytes(path: Path) -> int:
    """Room left for this user on the disk of a path; raises OSError where it cannot be told."""
    found = os.statvfs(path)
    return found.f_bavail * found.f_frsize
