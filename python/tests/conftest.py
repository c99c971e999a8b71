"""A real server for the tests, and the check that no test leaves anything behind."""

from __future__ import annotations

import gc
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from RLVE_Gym import LocalServer
from RLVE_Gym.evaluation import retrying
from RLVE_Gym.integrations import shared
from stand_in import StandIn, reference_answers, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OUR_THREADS = {"rlve-gym-client", "openenv-sync-client-loop"}


class StartServer(Protocol):
    def __call__(self, **env_vars: str) -> str: ...


class StartStandIn(Protocol):
    def __call__(self, **how: Any) -> StandIn: ...


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """A server with the default settings, except that it gives out answers when asked."""
    with LocalServer({"RLVEGYM_EXPOSE_ANSWERS": "true"}) as server:
        yield server.start()


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(base_url: str) -> Iterator[None]:
    threads, processes, sockets = _our_threads(), _child_processes(), _sockets()
    yield
    _expect_soon(lambda: _our_threads() <= threads)
    _expect_soon(lambda: _child_processes() <= processes)
    _expect_soon(lambda: _sockets() <= sockets or _collected())


@pytest.fixture
def start_server() -> Iterator[StartServer]:
    """Starts servers with settings of their own, for one test."""
    with ExitStack() as servers:
        yield lambda **env_vars: servers.enter_context(LocalServer(env_vars)).start()


@pytest.fixture
def shared_clients(base_url: str) -> Iterator[None]:
    """Close the clients that integrations keep open as long as a training process."""
    yield
    shared.shared_client(base_url, None).close()
    shared.shared_client.cache_clear()


@pytest.fixture(scope="session")
def answers(base_url: str) -> dict[str, str]:
    """The reference answers of what evaluations draw, by prompt."""
    return reference_answers(base_url)


@pytest.fixture
def start_stand_in(answers: dict[str, str]) -> Iterator[StartStandIn]:
    """Starts OpenAI-compatible endpoints, for one test."""
    with ExitStack() as servers:
        yield lambda **how: servers.enter_context(serving(StandIn(answers, **how)))


@pytest.fixture
def evaluating(base_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evaluations use the tests' server, and do not wait long before they ask again."""
    monkeypatch.setenv("RLVEGYM_BASE_URL", base_url)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setattr(retrying, "FIRST_WAIT_S", 0.02)


def _our_threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name in _OUR_THREADS}


def _child_processes() -> set[str]:
    children: set[str] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread that has just ended
            children.update((task / "children").read_text().split())
    return children


def _sockets() -> set[str]:
    links = set()
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that lists the folder
            links.add(str(descriptor.readlink()))
    return {link for link in links if link.startswith("socket:")}


def _collected() -> bool:
    """Let go of what only waits for the garbage collector; it may be gone at the next look."""
    gc.collect()
    return False


def _expect_soon(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline, "a thread, a process or a socket was left behind"
        time.sleep(0.02)
