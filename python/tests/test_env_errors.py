"""What can go wrong with `RlveGymEnv`: each case is an exception that says what to do."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from fakes import free_port, replying, silent, tcp_server, web_socket_server
from RLVE_Gym import (
    CapacityError,
    ConnectionLostError,
    LocalServer,
    RequestTimeoutError,
    RlveGymEnv,
    RlveGymObservation,
    ServerError,
    ServerStartError,
    ServerUnreachableError,
    UnauthorizedError,
    WrongServerError,
)
from RLVE_Gym.providers import to_docker_name

if TYPE_CHECKING:
    from openenv.core.client_types import StepResult

    from conftest import StartServer


def reset(env: RlveGymEnv) -> StepResult[RlveGymObservation]:
    """Reset an environment once, and close it whatever happens."""
    with closing(env):
        result: StepResult[RlveGymObservation] = env.reset()
        return result


def test_nothing_listens() -> None:
    with pytest.raises(
        ServerUnreachableError, match=r"Nothing answers at ws://127.*rlve-gym serve"
    ):
        reset(RlveGymEnv(f"http://127.0.0.1:{free_port()}"))


def test_nothing_listens_for_a_with_block() -> None:
    with (
        pytest.raises(ServerUnreachableError, match="Nothing answers"),
        RlveGymEnv(f"http://127.0.0.1:{free_port()}"),
    ):
        pass


def test_nothing_listens_in_an_event_loop() -> None:
    async def session() -> None:
        with pytest.raises(ConnectionError, match="Nothing answers"):
            await RlveGymEnv(f"http://127.0.0.1:{free_port()}")

    asyncio.run(session())


@pytest.mark.parametrize("key", [None, "wrong"])
def test_wrong_key(start_server: StartServer, key: str | None) -> None:
    base_url = start_server(RLVEGYM_API_KEY="secret")
    with pytest.raises(UnauthorizedError, match="Pass the server's RLVEGYM_API_KEY as api_key="):
        reset(RlveGymEnv(base_url, api_key=key))


def test_right_key(start_server: StartServer) -> None:
    base_url = start_server(RLVEGYM_API_KEY="secret")
    with RlveGymEnv(base_url, api_key="secret") as env:
        assert env.reset().observation.success
        assert env.new_session().reset().observation.success


def test_capacity(start_server: StartServer) -> None:
    base_url = start_server(MAX_CONCURRENT_ENVS="1")
    with RlveGymEnv(base_url) as first:
        first.reset()
        with pytest.raises(CapacityError, match="MAX_CONCURRENT_ENVS") as caught:
            reset(RlveGymEnv(base_url))
    assert caught.value.code == "CAPACITY_REACHED"
    assert (caught.value.data["active_sessions"], caught.value.data["max_sessions"]) == (1, 1)
    assert reset(RlveGymEnv(base_url)).observation.success


def test_unknown_environment(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        with pytest.raises(ServerError, match=r"Sortng.*Sorting"):
            env.reset(environment="Sortng")
        assert env.reset(environment="Sorting").observation.success


def test_malformed_data_names_the_field(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        with pytest.raises(ServerError, match="difficulty") as caught:
            env.reset(difficulty=-1)
        assert caught.value.code == "VALIDATION_ERROR"
        assert env.reset().observation.success


def test_time_out() -> None:
    with (
        web_socket_server(silent) as base_url,
        pytest.raises(RequestTimeoutError, match=r"within 0\.2 s.*message_timeout_s"),
    ):
        reset(RlveGymEnv(base_url, message_timeout_s=0.2))


def test_another_program_on_the_port() -> None:
    with (
        tcp_server(b"SSH-2.0-OpenSSH_9.2\r\n") as base_url,
        pytest.raises(WrongServerError, match="does not answer as a web server"),
    ):
        reset(RlveGymEnv(base_url))


def test_a_silent_program_on_the_port() -> None:
    with (
        tcp_server(b"") as base_url,
        pytest.raises(ServerUnreachableError, match="did not open a WebSocket in time"),
    ):
        reset(RlveGymEnv(base_url, connect_timeout_s=0.2))


def test_a_path_without_a_socket(base_url: str) -> None:
    with pytest.raises(WrongServerError, match=r"HTTP 404.*Check the address"):
        reset(RlveGymEnv(f"{base_url}/elsewhere"))


@pytest.mark.parametrize(
    "reply",
    [
        '{"type":"observation","data":{"observation":{"board":[]},"reward":null,"done":false}}',
        '{"type":"observation"}',
        '["pong"]',
        "pong",
    ],
)
def test_another_web_socket_server(reply: str) -> None:
    with (
        web_socket_server(replying(reply)) as base_url,
        pytest.raises(WrongServerError, match="is no RLVE-Gym server"),
    ):
        reset(RlveGymEnv(base_url))


def test_the_server_goes_away() -> None:
    with (
        LocalServer() as server,
        closing(RlveGymEnv(server.base_url, reconnect_timeout_s=0.2)) as env,
    ):
        env.reset()
        server.stop()
        with pytest.raises((ServerUnreachableError, ConnectionLostError)):
            env.reset()
        started = time.monotonic()
        env.close()
        assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("image", "name"),
    [
        ("RLVE_Gym-env:latest", "rlve_gym-env:latest"),
        ("RLVE_Gym-env", "rlve_gym-env"),
        ("Registry:5000/RLVE_Gym-env", "registry:5000/rlve_gym-env"),
        ("registry:5000/rlve_gym-env:V1", "registry:5000/rlve_gym-env:V1"),
    ],
)
def test_docker_names_are_lower_case(image: str, name: str) -> None:
    assert to_docker_name(image) == name


def test_no_docker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere")
    with pytest.raises(ServerStartError, match=r"Docker is not available.*from_local"):
        reset(RlveGymEnv.from_docker_image("RLVE_Gym-env:latest"))


def test_a_server_that_does_not_start() -> None:
    with pytest.raises(ServerStartError, match=r"exit code 2.*RLVEGYM_DIFFICULTY"):
        reset(RlveGymEnv.from_local({"RLVEGYM_DIFFICULTY": "hard"}))
