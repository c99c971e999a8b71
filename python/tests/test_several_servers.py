"""Several servers as one: batches are spread, what a lost server had goes to another."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from fakes import FlakyProxy, free_port, random_cuts, running, tcp_server, web_socket_server
from RLVE_Gym import (
    AsyncRlveGymClient,
    ConnectionLostError,
    LocalServer,
    ProblemError,
    ProblemReference,
    RlveGymClient,
    ServerUnreachableError,
    Submission,
    WrongServerError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.server import ServerConnection

    from conftest import StartServer


@pytest.fixture(scope="module")
def urls(base_url: str) -> Iterator[list[str]]:
    with ExitStack() as servers:
        yield [base_url, *(servers.enter_context(LocalServer()).start() for _ in range(2))]


SORTING = ProblemReference(environment="Sorting", difficulty=3, seed=42)

LENGTHS = range(1, 200)


def submissions() -> Iterator[Submission]:
    """Yield batches that can be told from each other by how many outputs they have."""
    for length in LENGTHS:
        outputs = ["<answer>-1</answer>"] * length
        yield Submission(environment="Multiplication", difficulty=0, seed=length, outputs=outputs)


def lengths_of(client: RlveGymClient) -> list[int]:
    results = client.verify_many(submissions(), batch_size=32, window=12)
    return [len(result.reward) for result in results]


def test_batches_are_spread_and_results_in_order(urls: list[str]) -> None:
    with RlveGymClient(urls) as client:
        assert client.servers == []
        assert client.generate([SORTING])
        for _ in range(3):
            assert lengths_of(client) == list(LENGTHS)
        servers = client.servers
    assert [server.url for server in servers] == [f"{u.replace('http', 'ws')}/ws" for u in urls]
    assert all(server.is_up and server.error is None for server in servers)
    assert all(server.under_way == server.failed == server.outages == 0 for server in servers)
    assert min(server.answered for server in servers) > 50


def test_one_address_in_a_list_is_one_server(base_url: str) -> None:
    with RlveGymClient([base_url]) as client, RlveGymClient(base_url) as same:
        assert client.generate([SORTING]) == same.generate([SORTING])
        assert client.servers == same.servers
        [server] = client.servers
        assert (server.is_up, server.answered, server.failed) == (True, 1, 0)


def test_a_server_with_more_to_do_gets_less(base_url: str) -> None:
    async def work() -> None:
        async with AsyncRlveGymClient([slow, base_url]) as client:
            stuck: list[asyncio.Task[object]] = []
            while not is_stuck(client) or not all(server.is_up for server in client.servers):
                stuck.append(asyncio.create_task(client.generate([SORTING])))
                await asyncio.sleep(0.01)
            before = client.servers[0].under_way
            for _ in range(50):
                assert await client.generate([SORTING])
            assert client.servers[0].under_way == before
        await asyncio.gather(*stuck, return_exceptions=True)

    with web_socket_server(showing_life) as slow:
        asyncio.run(work())


def is_stuck(client: AsyncRlveGymClient) -> bool:
    return bool(client.servers) and client.servers[0].under_way > 0


def showing_life(connection: ServerConnection) -> None:
    """Answer signs of life, and nothing else."""
    for frame in connection:
        if frame == b"\x81\xa4type\xa5state":
            connection.send(frame)


def wait_until(is_so: object) -> None:
    assert callable(is_so)
    deadline = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_restarts_in_turn_lose_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "RLVE_Gym")
    servers = [LocalServer(port=free_port()) for _ in range(3)]
    with ExitStack() as stack:
        started = [stack.enter_context(server) for server in servers]
        client = stack.enter_context(RlveGymClient([server.start() for server in started]))
        assert lengths_of(client) == list(LENGTHS)

        def restart() -> None:
            for place, server in enumerate(servers):
                server.stop()
                wait_until(lambda place=place: not client.servers[place].is_up)
                server.start()
                wait_until(lambda place=place: client.servers[place].is_up)

        restarts = threading.Thread(target=restart)
        restarts.start()
        while restarts.is_alive():
            assert lengths_of(client) == list(LENGTHS)
        restarts.join()
        assert [server.outages for server in client.servers] == [1, 1, 1]
        assert all(server.is_up for server in client.servers)
        said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
        assert len(said) == 3  # once an outage, however many requests met it


def test_cut_connections_lose_nothing(urls: list[str]) -> None:
    with ExitStack() as stack:
        proxies = [
            stack.enter_context(running(FlakyProxy(url, random_cuts(place))))
            for place, url in enumerate(urls)
        ]
        client = stack.enter_context(RlveGymClient([proxy.base_url for proxy in proxies]))
        while sum(proxy.cuts for proxy in proxies) < 60:
            results = client.generate_many(
                (
                    ProblemReference(environment="Multiplication", difficulty=0, seed=seed)
                    for seed in range(60)
                ),
                batch_size=2,
                window=6,
            )
            assert [problem.seed for problem in results] == list(range(60))


def test_what_is_out_of_reach_is_said_once_of_each(caplog: pytest.LogCaptureFixture) -> None:
    ports = [free_port(), free_port()]
    addresses = [f"http://127.0.0.1:{port}" for port in ports]
    with RlveGymClient(addresses) as client:
        begin = time.monotonic()
        with pytest.raises(ServerUnreachableError) as caught:
            client.generate([SORTING])
        # What never answered is not waited for.
        assert time.monotonic() - begin < 5
        assert all(str(caught.value).count(f":{port}/") == 1 for port in ports)
        assert [server.is_up for server in client.servers] == [False, False]
        assert all(server.error for server in client.servers)
        with pytest.raises(ServerUnreachableError):
            client.generate([SORTING])
    assert len(caplog.records) == 2


def test_some_servers_are_enough(base_url: str) -> None:
    gone = f"http://127.0.0.1:{free_port()}"
    with (
        tcp_server(b"") as mute,
        web_socket_server(lambda connection: connection.send("hello")) as stranger,
        RlveGymClient([gone, mute, stranger, base_url]) as client,
    ):
        assert lengths_of(client) == list(LENGTHS)
        wait_until(lambda: client.servers[2].error is not None)
        assert [server.is_up for server in client.servers] == [False, False, False, True]
        assert "no RLVE-Gym server" in str(client.servers[2].error)


def test_waits_for_the_first_to_return() -> None:
    servers = [LocalServer(port=free_port()) for _ in range(2)]
    with ExitStack() as stack:
        client = stack.enter_context(RlveGymClient([server.start() for server in servers]))
        for server in servers:
            stack.callback(server.stop)
        client.generate([SORTING])
        for server in servers:
            server.stop()
        returning = threading.Timer(0.5, servers[1].start)
        returning.start()
        assert client.generate([SORTING])
        returning.join()


def test_a_request_that_ends_every_connection_is_at_fault() -> None:
    asked = 0

    def dying(connection: ServerConnection) -> None:
        nonlocal asked
        connection.send(connection.recv())  # the sign of life
        for _ in connection:
            asked += 1
            connection.close(1011)

    with (
        web_socket_server(dying) as one,
        web_socket_server(dying) as other,
        RlveGymClient([one, other]) as client,
        pytest.raises(ConnectionLostError),
    ):
        client.generate([SORTING])
    assert asked == 10


def test_errors_of_problems_are_no_outage(urls: list[str]) -> None:
    with RlveGymClient(urls) as client:
        with pytest.raises(ProblemError):
            client.generate(["Sortng@2/3/42"])
        assert all(server.outages == 0 for server in client.servers)


def test_large_batches_are_cut(start_server: StartServer) -> None:
    small = [start_server(RLVEGYM_MAX_MESSAGE_BYTES="65536") for _ in range(2)]
    with RlveGymClient(small) as client:
        batch = [
            Submission(environment="Sorting", difficulty=1, seed=1, outputs=["x" * 1000] * 30)
        ] * 20
        assert [len(result.reward) for result in client.verify(batch)] == [30] * 20
        assert all(server.outages == 0 for server in client.servers)


def test_curricula_over_http_go_to_a_server_in_reach(base_url: str) -> None:
    gone = f"http://127.0.0.1:{free_port()}"
    with RlveGymClient([gone, base_url]) as client:
        curriculum = client.curriculum("of-several")
        assert curriculum.load({"environments": ["Sorting"]})["name"] == "of-several"
        problems = curriculum.draw(2)
        curriculum.verify([problem.submission(["?"]) for problem in problems])
        assert curriculum.state()["environments"]["Sorting"]["total_samples"] == 2


def test_in_an_event_loop_and_in_the_next(urls: list[str]) -> None:
    client = AsyncRlveGymClient(urls)

    async def work() -> None:
        async with client:
            batches = [
                client.generate([ProblemReference(environment="Sorting", difficulty=3, seed=seed)])
                for seed in range(30)
            ]
            problems = await asyncio.gather(*batches)
            assert [problem.seed for [problem] in problems] == list(range(30))

    for _ in range(2):
        asyncio.run(work())


def test_no_address_is_refused() -> None:
    with pytest.raises(WrongServerError):
        RlveGymClient([])
