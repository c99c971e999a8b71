"""A server as a process of this machine, for people without Docker."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
import weakref
from typing import IO, TYPE_CHECKING

from .errors import ServerStartError
from .find_server import NODE_VERSION, server_command

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from typing_extensions import Self

_LISTENING = re.compile(rb"listening on (http://\S+)\n")
_ANY_ADDRESS = re.compile(r"//(0\.0\.0\.0|\[::\]):")
_CONFIGURATION = re.compile(r"RLVEGYM_.*|HOST|PORT|LOG_LEVEL|MAX_CONCURRENT_ENVS")


class LocalServer:
    """One server process: started on a free port, stopped for certain.

    Like a container, it is configured by `env_vars` alone: the server's variables in this
    process's own environment do not reach it. It ends with `stop()`, with its `with` block, and
    at the latest with this process.

    Args:
        env_vars: The server's configuration, such as `{"RLVEGYM_DIFFICULTY": "2"}`.
        port: The port to listen on; 0 picks a free one.
        log_file: A file that receives the server's log; without one it is dropped.
        start_timeout_s: How long the server may take to listen.

    Example:
        >>> with LocalServer() as server:
        ...     client = RlveGymClient(server.base_url)
    """

    def __init__(
        self,
        env_vars: Mapping[str, str] | None = None,
        *,
        port: int = 0,
        log_file: str | Path | None = None,
        start_timeout_s: float = 30.0,
    ) -> None:
        self._env_vars = dict(env_vars or {})
        self._port = port
        self._log_file = log_file
        self._start_timeout_s = start_timeout_s
        self._base_url: str | None = None
        self._end: weakref.finalize[[subprocess.Popen[bytes]], LocalServer] | None = None

    @property
    def base_url(self) -> str | None:
        """Where the server listens, or `None` while it does not run."""
        return self._base_url

    def start(self) -> str:
        """Start the server, unless it runs, and return its base URL.

        Raises:
            ServerStartError: It cannot be found, or ended or stayed silent instead of listening;
                the message carries what it wrote.
        """
        if self._base_url is not None:
            return self._base_url
        command = [*server_command(), "serve", "--exit-with-parent", "--port", str(self._port)]
        inherited = {k: v for k, v in os.environ.items() if not _CONFIGURATION.fullmatch(k)}
        with tempfile.TemporaryFile() as output, self._open_log() as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=log,
                env={**inherited, "HOST": "127.0.0.1", "LOG_LEVEL": "warn", **self._env_vars},
                # Ctrl-C is for this process, which then stops the server in its own order.
                start_new_session=True,
            )
            _started.add(process)
            self._end = weakref.finalize(self, _end_process, process)
            try:
                self._base_url = self._wait_until_listening(process, output, log)
            except BaseException:
                self.stop()
                raise
        return self._base_url

    def stop(self) -> None:
        """Stop the server and wait until its process is gone. Always succeeds."""
        self._base_url = None
        if self._end is not None:
            self._end()
            self._end = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _open_log(self) -> IO[bytes]:
        if self._log_file is None:
            return tempfile.TemporaryFile()
        return open(self._log_file, "w+b")  # noqa: PTH123 - as tempfile's

    def _wait_until_listening(
        self, process: subprocess.Popen[bytes], output: IO[bytes], log: IO[bytes]
    ) -> str:
        deadline = time.monotonic() + self._start_timeout_s
        while time.monotonic() < deadline:
            ended = process.poll() is not None
            if line := _LISTENING.search(_written(output)):
                return _ANY_ADDRESS.sub("//127.0.0.1:", line[1].decode())
            if ended:
                raise ServerStartError(
                    f"The server ended with exit code {process.returncode} instead of listening: "
                    f"{_last_words(log)}. It needs Node.js {NODE_VERSION} or newer",
                    "SERVER_START",
                )
            time.sleep(0.01)
        raise ServerStartError(
            f"The server did not listen within {self._start_timeout_s} s: {_last_words(log)}",
            "SERVER_START",
        )


_started: weakref.WeakSet[subprocess.Popen[bytes]] = weakref.WeakSet()
"""The servers that this process has started."""


def _let_go() -> None:
    """In a fork: give up its copies of the pipes, or the servers would wait for its end too."""
    for process in _started:
        if process.stdin is not None:
            process.stdin.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _written(file: IO[bytes]) -> bytes:
    """What the server has written so far. Its position is shared with the server: it stays."""
    return os.pread(file.fileno(), 1 << 20, 0)


def _last_words(log: IO[bytes]) -> str:
    return _written(log).decode(errors="replace").strip()[-2000:] or "it wrote nothing"


def _end_process(process: subprocess.Popen[bytes]) -> None:
    """Ask a server to end, then make it: it drains at most 10 s by default."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()
