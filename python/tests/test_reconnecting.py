"""Connections that end on the fast path: what may pass is tried again, nothing is lost or mixed."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from fakes import FlakyProxy, free_port, random_cuts, running, web_socket_server
from RLVE_Gym import (
    AsyncRlveGymClient,
    LocalServer,
    ProblemReference,
    RlveGymClient,
    RlveGymEnv,
    RlveGymError,
    ServerUnreachableError,
    Submission,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.server import ServerConnection

    from conftest import StartServer

PASSING = [
    None,
    b"",
    b"HTTP/1.1 502 Bad Gateway\r\n\r\n",
    b"HTTP/1.1 503 Service Unavailable\r\n\r\n",
    b"HTTP/1.1 504 Gateway Timeout\r\n\r\n",
    b"HTTP/1.1 429 Too Many Requests\r\n\r\n",
    b"HTTP/1.1 101 Switch",
]


@pytest.mark.parametrize("greeting", PASSING)
def test_the_first_call_after_an_idle_time_tries_again(
    base_url: str, greeting: bytes | None
) -> None:
    async def work() -> None:
        async with (
            FlakyProxy(base_url) as proxy,
            AsyncRlveGymClient(proxy.base_url) as client,
            RlveGymEnv(proxy.base_url) as env,
        ):
            assert [p async for p in client.problems("Sorting", 0, [1])]
            await env.reset(seed=5)
            proxy.greetings.extend([greeting] * 8)
            proxy.drop()
            await asyncio.sleep(0.05)
            assert [p async for p in client.problems("Sorting", 0, [1])]
            assert (await env.reset()).metadata["seed"] == 6
            assert not proxy.greetings

    asyncio.run(work())


@pytest.mark.parametrize("greeting", PASSING)
def test_what_does_not_pass_is_said_in_time(base_url: str, greeting: bytes | None) -> None:
    async def work() -> None:
        async with (
            FlakyProxy(base_url) as proxy,
            AsyncRlveGymClient(proxy.base_url, reconnect_timeout_s=0.3) as client,
        ):
            assert [p async for p in client.problems("Sorting", 0, [1])]
            proxy.greetings.extend([greeting] * 1000)
            proxy.drop()
            with pytest.raises(ServerUnreachableError):
                assert [p async for p in client.problems("Sorting", 0, [1])]

    asyncio.run(work())


def multiplication(seed: int) -> ProblemReference:
    return ProblemReference(environment="Multiplication", difficulty=0, seed=seed)


@contextmanager
def closing_with(code: int, base_url: str, times: int) -> Iterator[str]:
    """Run a server that serves a request, then closes so often before it serves again."""
    served: list[int] = []

    def handler(connection: ServerConnection) -> None:
        served.append(0)
        if 1 < len(served) <= 1 + times:
            connection.close(code)
            return
        with connect(f"{base_url.replace('http', 'ws')}/ws") as server:
            try:
                for frame in connection:
                    server.send(frame)
                    connection.send(server.recv())
                    if len(served) == 1:
                        connection.close(code)
            except ConnectionClosed:
                pass

    with web_socket_server(handler) as address:
        yield address


@pytest.mark.parametrize("code", [1001, 1012, 1013])
def test_a_server_that_announces_its_return(base_url: str, code: int) -> None:
    with closing_with(code, base_url, times=10) as address, RlveGymClient(address) as client:
        for _ in range(2):
            assert len(list(client.problems("Sorting", 0, [1]))) == 1


def test_a_full_server_has_room_again(start_server: StartServer) -> None:
    base_url = start_server(MAX_CONCURRENT_ENVS="1")
    with running(FlakyProxy(base_url)) as proxy, RlveGymClient(proxy.base_url) as client:
        assert list(client.problems("Sorting", 0, [1]))
        proxy.drop()
        with RlveGymClient(base_url) as other:
            while True:
                try:
                    assert list(other.problems("Sorting", 0, [1]))
                    break
                except RlveGymError:
                    time.sleep(0.01)
            leaving = threading.Timer(0.5, other.close)
            leaving.start()
            assert list(client.problems("Sorting", 0, [1]))
            leaving.join()


def test_a_stream_goes_on_over_restarts() -> None:
    port = free_port()
    server = LocalServer(port=port)
    with RlveGymClient(server.start()) as client:

        def restart() -> None:
            for _ in range(3):
                time.sleep(0.3)
                server.stop()
                server.start()

        restarts = threading.Thread(target=restart)
        count = 0
        try:
            problems = client.problems("Multiplication", 0, range(10**9))
            # A server that has never answered is not waited for.
            assert next(problems).seed == 0
            restarts.start()
            for count, problem in enumerate(problems, 1):
                assert problem.seed == count
                if count % 200 == 0 and not restarts.is_alive():
                    break
        finally:
            if restarts.is_alive():
                restarts.join()
            server.stop()
        assert count > 0


def test_a_caller_that_gives_up_disturbs_no_other(base_url: str) -> None:
    async def work() -> None:
        async with FlakyProxy(base_url) as proxy, AsyncRlveGymClient(proxy.base_url) as client:
            for seed in range(60):
                given_up = [
                    asyncio.ensure_future(client.generate([multiplication(100 + other)]))
                    for other in range(3)
                ]
                for _ in range(seed % 4):
                    await asyncio.sleep(0)
                if seed % 20 == 0:
                    proxy.drop()
                for request in given_up:
                    request.cancel()
                [problem] = await client.generate([multiplication(seed)])
                assert problem.seed == seed

    asyncio.run(work())


LENGTHS = range(1, 24)


def submissions(round_number: int) -> Iterator[Submission]:
    """Yield batches that can be told from each other by how many outputs are right."""
    for length in LENGTHS:
        seed = (round_number + length) % 10
        outputs = ["<answer>-1</answer>"] * length + ["no answer"]
        yield Submission(environment="Multiplication", difficulty=0, seed=seed, outputs=outputs)


def test_a_thousand_cuts_in_an_event_loop(base_url: str) -> None:
    async def work() -> None:
        async with (
            FlakyProxy(base_url, random_cuts(1)) as proxy,
            AsyncRlveGymClient(proxy.base_url) as client,
        ):
            round_number = 0
            while proxy.cuts < 1000:
                round_number += 1
                results = client.verify_many(submissions(round_number), batch_size=8, window=2)
                lengths = [len(result.reward) - 1 async for result in results]
                assert lengths == list(LENGTHS)
                seeds = range(round_number, round_number + 20)
                references = map(multiplication, seeds)
                problems = client.generate_many(references, batch_size=4, window=2)
                assert [problem.seed async for problem in problems] == list(seeds)

    asyncio.run(work())


def test_a_thousand_cuts_of_blocking_threads(base_url: str) -> None:
    with (
        running(FlakyProxy(base_url, random_cuts(2))) as proxy,
        RlveGymClient(proxy.base_url) as client,
    ):
        wrong: list[object] = []

        def work(first: int) -> None:
            try:
                while proxy.cuts < 1000:
                    results = client.verify_many(submissions(first), batch_size=8, window=2)
                    lengths = [len(result.reward) - 1 for result in results]
                    seeds = list(range(first, first + 20))
                    references = map(multiplication, seeds)
                    problems = client.generate_many(references, batch_size=4, window=2)
                    if lengths != list(LENGTHS) or [p.seed for p in problems] != seeds:
                        wrong.append((lengths, seeds))
            except RlveGymError as error:
                wrong.append(error)

        threads = [threading.Thread(target=work, args=(1000 * n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not wrong
