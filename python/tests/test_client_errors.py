"""What can go wrong on the fast path: each case is an exception that says what to do."""

from __future__ import annotations

import asyncio
import time
from itertools import repeat
from typing import TYPE_CHECKING, Any

import pytest

from fakes import FlakyProxy, free_port, replying, silent, tcp_server, web_socket_server
from RLVE_Gym import (
    AsyncRlveGymClient,
    CapacityError,
    ConnectionLostError,
    LocalServer,
    ProblemError,
    ProblemReference,
    RequestTimeoutError,
    RlveGymClient,
    RlveGymError,
    ServerError,
    ServerUnreachableError,
    Submission,
    UnauthorizedError,
    WrongServerError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from websockets.sync.server import ServerConnection

    from conftest import StartServer

PROBLEM_ID = "Sorting@2/1/5"
SUBMISSION = Submission(problem_id=PROBLEM_ID, outputs=["no answer"])
UNKNOWN = Submission(problem_id="Sortng@1/1/5", outputs=["no answer"])


def ask(base_url: str, *, api_key: str | None = None, **options: Any) -> None:
    """Ask a server for a problem, once."""
    with RlveGymClient(base_url, api_key=api_key, **options) as client:
        client.generate([PROBLEM_ID])


def test_nothing_listens() -> None:
    with pytest.raises(ServerUnreachableError, match=r"Nothing answers at ws://127.*from_local"):
        ask(f"http://127.0.0.1:{free_port()}")


def test_no_such_host() -> None:
    with pytest.raises(ServerUnreachableError, match="Nothing answers"):
        ask("http://no-such-host.invalid:8000")


def test_no_address() -> None:
    with pytest.raises(WrongServerError, match="Write it like http://localhost:8000"):
        ask("ftp://localhost")


@pytest.mark.parametrize("key", [None, "wrong"])
def test_wrong_key(start_server: StartServer, key: str | None) -> None:
    base_url = start_server(RLVEGYM_API_KEY="secret")
    with pytest.raises(UnauthorizedError, match="Pass the server's RLVEGYM_API_KEY as api_key="):
        ask(base_url, api_key=key)
    ask(base_url, api_key="secret")


def test_capacity(start_server: StartServer) -> None:
    base_url = start_server(MAX_CONCURRENT_ENVS="1")
    with RlveGymClient(base_url) as first:
        first.generate([PROBLEM_ID])
        with pytest.raises(CapacityError, match="MAX_CONCURRENT_ENVS"):
            ask(base_url)
    ask(base_url)


def test_an_unknown_problem_among_others(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        with pytest.raises(ProblemError, match="Sortng") as caught:
            client.verify([SUBMISSION, UNKNOWN])
        assert caught.value.index == 1
        good, bad = client.verify([SUBMISSION, UNKNOWN], return_errors=True)
        assert not isinstance(good, ProblemError)
        assert good.reward == [-1]
        assert isinstance(bad, ProblemError)
        assert bad.code == caught.value.code
        good_problem, bad_problem = client.generate(
            [PROBLEM_ID, "Sortng@1/1/5"], return_errors=True
        )
        assert not isinstance(good_problem, ProblemError)
        assert isinstance(bad_problem, ProblemError)


def test_an_unknown_problem_in_a_stream(base_url: str) -> None:
    submissions = [SUBMISSION] * 700 + [UNKNOWN] + [SUBMISSION] * 300
    with RlveGymClient(base_url) as client:
        results = client.verify_many(submissions, batch_size=100)
        for _ in range(700):
            assert next(results).reward == [-1]
        with pytest.raises(ProblemError) as caught:
            next(results)
        assert caught.value.index == 700
        with pytest.raises(ProblemError):
            list(client.problems("Sortng", 0, range(3)))


def test_errors_take_their_places_in_streams(base_url: str) -> None:
    submissions = [SUBMISSION, UNKNOWN] * 20
    ids = [PROBLEM_ID, "Sortng@1/1/5"] * 20
    kinds = [False, True] * 20

    def are_errors(results: Iterable[object]) -> list[bool]:
        return [isinstance(result, ProblemError) for result in results]

    with RlveGymClient(base_url) as client:
        results = client.verify_many(submissions, batch_size=7, return_errors=True)
        assert are_errors(results) == kinds
        problems = client.generate_many(ids, batch_size=7, return_errors=True)
        assert are_errors(problems) == kinds
        assert are_errors(client.problems("Sortng", 0, range(3), return_errors=True)) == [True] * 3

    async def work() -> None:
        async with AsyncRlveGymClient(base_url) as client:
            results = client.verify_many(submissions, batch_size=7, return_errors=True)
            assert are_errors([result async for result in results]) == kinds
            problems = client.generate_many(ids, batch_size=7, return_errors=True)
            assert are_errors([problem async for problem in problems]) == kinds
            few = client.problems("Sortng", 0, range(3), return_errors=True)
            assert are_errors([problem async for problem in few]) == [True] * 3

    asyncio.run(work())


@pytest.mark.parametrize("seed", [-1, 2**53, 2**63, 2**64, 2**70, -(2**70), 1.5, "5", object()])
def test_a_seed_out_of_range(base_url: str, seed: Any) -> None:
    reference = ProblemReference(environment="Sorting", difficulty=0, seed=seed)
    submission = Submission(environment="Sorting", difficulty=0, seed=seed, outputs=["x"])
    with RlveGymClient(base_url) as client:
        with pytest.raises(RlveGymError):
            client.generate([reference])
        with pytest.raises(RlveGymError):
            client.verify([submission])
        assert client.verify([SUBMISSION])


def test_a_malformed_request_fails_as_a_whole(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        with pytest.raises(RlveGymError) as caught:
            client.verify([SUBMISSION], answer_markers=["only one"])
        assert caught.value.code == "VALIDATION_ERROR"
        assert client.verify([SUBMISSION])


def test_answers_are_not_given_out(start_server: StartServer) -> None:
    with (
        RlveGymClient(start_server()) as client,
        pytest.raises(RlveGymError, match="RLVEGYM_EXPOSE_ANSWERS"),
    ):
        client.generate([PROBLEM_ID], include=["reference_answer"])


@pytest.mark.parametrize("size", [150_000, 1_000_000])
def test_an_output_too_large(start_server: StartServer, size: int) -> None:
    with RlveGymClient(start_server(RLVEGYM_MAX_MESSAGE_BYTES="100000")) as client:
        with pytest.raises(ServerError) as caught:
            client.verify([SUBMISSION, Submission(problem_id=PROBLEM_ID, outputs=["x" * size])])
        assert caught.value.code == "MESSAGE_TOO_LARGE"
        assert client.verify([SUBMISSION])


def test_time_out() -> None:
    with (
        web_socket_server(silent) as base_url,
        pytest.raises(RequestTimeoutError, match=r"within 0\.2 s.*timeout_s="),
    ):
        ask(base_url, timeout_s=0.2)


def test_another_program_on_the_port() -> None:
    with (
        tcp_server(b"SSH-2.0-OpenSSH_9.2\r\n") as base_url,
        pytest.raises(WrongServerError, match="does not answer as a web server"),
    ):
        ask(base_url)


def test_a_path_without_a_socket(base_url: str) -> None:
    with pytest.raises(WrongServerError, match="HTTP 404"):
        ask(f"{base_url}/elsewhere")


@pytest.mark.parametrize("reply", ["pong", '{"type": "welcome"}', "[]"])
def test_another_web_socket_server(reply: str) -> None:
    with (
        web_socket_server(replying(reply)) as base_url,
        pytest.raises(WrongServerError, match="is no RLVE-Gym server"),
    ):
        ask(base_url)


def test_another_protocol() -> None:
    def echo(connection: ServerConnection) -> None:
        for message in connection:
            connection.send(message)

    with (
        web_socket_server(echo) as base_url,
        pytest.raises(WrongServerError, match="The reply is not RLVE-Gym's"),
    ):
        ask(base_url)


def test_a_server_that_always_hangs_up() -> None:
    def hang_up(connection: ServerConnection) -> None:
        connection.recv()

    with (
        web_socket_server(hang_up) as base_url,
        pytest.raises(ConnectionLostError, match="10 times without a reply"),
    ):
        ask(base_url)


def test_the_server_goes_away_for_good() -> None:
    with LocalServer() as server:
        with RlveGymClient(server.start(), reconnect_timeout_s=0.2) as client:
            client.generate([PROBLEM_ID])
            server.stop()
            with pytest.raises(ServerUnreachableError):
                client.generate([PROBLEM_ID])
            started = time.monotonic()
        assert time.monotonic() - started < 5


def test_a_dropped_connection_is_opened_again(base_url: str) -> None:
    async def work() -> None:
        async with FlakyProxy(base_url) as proxy, AsyncRlveGymClient(proxy.base_url) as client:
            for connections in range(1, 4):
                assert await client.generate([PROBLEM_ID])
                assert proxy.connections == connections
                proxy.drop()

    asyncio.run(work())


def test_unanswered_requests_are_sent_again(base_url: str) -> None:
    async def work() -> tuple[list[int], int]:
        seeds = range(2000)
        async with (
            FlakyProxy(base_url, repeat(100_000)) as proxy,
            AsyncRlveGymClient(proxy.base_url) as client,
        ):
            problems = client.problems("Multiplication", 0, seeds)
            return [problem.seed async for problem in problems], proxy.connections

    seeds, connections = asyncio.run(work())
    assert seeds == list(range(2000))
    assert connections > 3


def test_closing_fails_what_is_unanswered() -> None:
    async def work(base_url: str) -> None:
        client = AsyncRlveGymClient(base_url)
        request = asyncio.create_task(client.generate([PROBLEM_ID]))
        await asyncio.sleep(0.1)
        await client.close()
        with pytest.raises(ConnectionLostError, match="closed"):
            await request

    with web_socket_server(silent) as base_url:
        asyncio.run(work(base_url))


def test_a_cancelled_request_disturbs_no_other(base_url: str) -> None:
    async def work() -> None:
        async with AsyncRlveGymClient(base_url) as client:
            await client.generate([PROBLEM_ID])
            for _ in range(20):
                request = asyncio.create_task(client.generate(["Sorting@2/0/1"]))
                await asyncio.sleep(0)
                request.cancel()
                [problem] = await client.generate([PROBLEM_ID])
                assert problem.problem_id == PROBLEM_ID

    asyncio.run(work())
