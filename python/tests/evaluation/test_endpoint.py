"""The connections to an endpoint: kept, given up, and through a proxy."""

from __future__ import annotations

import asyncio
import re
import socket
import threading
import time
from contextlib import contextmanager
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest

from RLVE_Gym import Endpoint, EndpointError
from RLVE_Gym.evaluation.refusal import seconds_of
from stand_in import MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import StartStandIn

pytestmark = pytest.mark.usefixtures("evaluating")

OK = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    b'2d\r\n{"choices": [{"message": {"content": "Yes."}}\r\n2\r\n]}\r\n0\r\n\r\n'
)
MESSAGES = [{"role": "user", "content": "Is it?"}]


def read_request(connection: socket.socket) -> bytes:
    """Read a request with its body, whose length must be in its headers."""
    with connection.makefile("rb") as file:
        head = b"".join(takewhile(lambda line: line not in {b"\r\n", b""}, file))
        [length] = re.findall(rb"Content-Length: (\d+)", head) or [b"0"]
        return head + b"\r\n" + file.read(int(length))


@contextmanager
def answering(reply: bytes, requests_each: int) -> Iterator[tuple[str, list[bytes]]]:
    """Run a server that ends each connection after so many replies, without saying so."""
    requests: list[bytes] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                for _ in range(requests_each):
                    request = read_request(connection)
                    if request == b"\r\n":
                        break
                    requests.append(request)
                    connection.sendall(reply)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"127.0.0.1:{listener.getsockname()[1]}", requests
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


async def ask(endpoint: Endpoint, times: int = 1) -> list[str]:
    try:
        outputs = []
        for _ in range(times):
            outputs.append((await endpoint(MESSAGES)).output)
            # What the other side does to its end of the connection arrives.
            await asyncio.sleep(0.05)
        return outputs
    finally:
        endpoint.close()


def test_a_connection_that_ended_while_it_was_idle_is_opened_anew() -> None:
    with answering(OK, requests_each=2) as (address, requests):
        assert asyncio.run(ask(Endpoint(f"http://{address}/v1", "m"), 5)) == ["Yes."] * 5
    assert len(requests) == 5


def test_connections_are_kept(start_stand_in: StartStandIn) -> None:
    stand_in = start_stand_in(error_rate=1)
    endpoint = Endpoint(f"{stand_in.url}/chat/completions/")

    async def ask_at_once() -> None:
        await asyncio.gather(*(endpoint(MESSAGES) for _ in range(3)))
        await asyncio.gather(*(endpoint(MESSAGES) for _ in range(3)))
        endpoint.close()

    asyncio.run(ask_at_once())
    assert endpoint.model == MODEL
    assert len(stand_in.asked) == 6
    # One that asked for the model's name, and as many as there were requests at once.
    assert stand_in.connections <= 4


def test_who_waits_no_longer_ends_the_request(start_stand_in: StartStandIn) -> None:
    stand_in = start_stand_in(delay_s=30)

    async def give_up() -> None:
        endpoint = Endpoint(stand_in.url, "m", timeout_s=0.1)
        with pytest.raises(EndpointError, match=r"no output within 0\.1 s"):
            await endpoint(MESSAGES)
        asking = asyncio.create_task(Endpoint(stand_in.url, "m")(MESSAGES))
        await asyncio.sleep(0.1)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    asyncio.run(give_up())
    deadline = time.monotonic() + 5
    while any(thread.name == "rlve-gym-generate" for thread in threading.enumerate()):
        assert time.monotonic() < deadline, "a request is still under way"
        time.sleep(0.01)


def test_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(OK, requests_each=1) as (proxy, requests):
        monkeypatch.setenv("http_proxy", f"http://me:secret%21@{proxy}")
        monkeypatch.setenv("no_proxy", "other.test")
        endpoint = Endpoint("http://model.test:81/v1", "m")
        assert asyncio.run(ask(endpoint)) == ["Yes."]
    assert requests[0].startswith(b"POST http://model.test:81/v1/chat/completions HTTP/1.1\r\n")
    assert b"\r\nHost: model.test:81\r\n" in requests[0]
    assert b"\r\nProxy-Authorization: Basic bWU6c2VjcmV0IQ==\r\n" in requests[0]


def test_a_proxy_that_refuses_a_tunnel(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
    with answering(refusal, requests_each=1) as (proxy, requests):
        monkeypatch.setenv("https_proxy", proxy)
        with pytest.raises(EndpointError, match=r"cannot be reached .Tunnel .* 502") as refused:
            asyncio.run(ask(Endpoint("https://model.test/v1", "m")))
    assert refused.value.is_temporary
    assert requests[0].startswith(b"CONNECT model.test:443 HTTP/1.")


def test_what_retry_after_says() -> None:
    assert seconds_of(None) is None
    assert seconds_of("2.5") == 2.5
    assert seconds_of("soon") is None
    assert seconds_of("Fri, 31 Dec 1999 23:59:59 GMT") == 0
    far = seconds_of("Fri, 31 Dec 2199 23:59:59 GMT")
    assert far is not None
    assert far > 1e9
