"""Servers as processes of this machine."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Callable


def expect_soon(condition: Callable[[], bool], seconds: float = 100) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it has not come to that"
        time.sleep(0.1)


def answers(url: str) -> bool:
    with suppress(URLError, ConnectionError), urlopen(f"{url}/health", timeout=5) as reply:
        return bool(reply.status == 200)
    return False


def pid_behind(url: str) -> int:
    """Return the process that listens at an address."""
    port = int(url.rpartition(":")[2])
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, local, _, state, *_, inode = line.split()[:10]
        if state == "0A" and int(local.rpartition(":")[2], 16) == port:
            return next(pid for pid in _pids() if f"socket:[{inode}]" in _files_of(pid))
    raise AssertionError(f"nothing listens at {url}")


def family_of(pid: int) -> set[int]:
    """Return a process and all that it has started, directly or not."""
    children: set[int] = set()
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            children.update(map(int, (task / "children").read_text().split()))
    return {pid}.union(*map(family_of, children))


def is_running(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def _pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()]


def _files_of(pid: int) -> set[str]:
    links = set()
    with suppress(OSError):
        for descriptor in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(OSError):
                links.add(str(descriptor.readlink()))
    return links
