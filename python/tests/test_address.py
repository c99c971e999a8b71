"""Every way to write where a server is, and what proxies have to do with it."""

from __future__ import annotations

import pytest

from fakes import free_port, tcp_server
from RLVE_Gym import ProxyError, RlveGymClient, RlveGymEnv, RlveGymError, WrongServerError
from RLVE_Gym.address import is_on_this_machine, to_base_url, to_socket_url

PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "WS_PROXY", "SOCKS_PROXY", "NO_PROXY"]


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("http://host:8000", "ws://host:8000/ws"),
        ("http://host:8000/", "ws://host:8000/ws"),
        ("HTTPS://host", "wss://host/ws"),
        ("host:8000", "ws://host:8000/ws"),
        (" localhost:8000 ", "ws://localhost:8000/ws"),
        ("ws://host:8000", "ws://host:8000/ws"),
        ("ws://host:8000/ws", "ws://host:8000/ws"),
        ("wss://host/ws/", "wss://host/ws"),
        ("http://host/ws", "ws://host/ws"),
        ("http://host/a/prefix", "ws://host/a/prefix/ws"),
        ("https://host/a/prefix/ws", "wss://host/a/prefix/ws"),
        ("host/news", "ws://host/news/ws"),
        ("http://host/prefix?key=1", "ws://host/prefix/ws?key=1"),
        ("[::1]:8000", "ws://[::1]:8000/ws"),
    ],
)
def test_addresses(address: str, url: str) -> None:
    assert to_socket_url(address) == url
    assert to_socket_url(to_base_url(address)) == url


def test_addresses_lead_to_the_server(base_url: str) -> None:
    host = base_url.removeprefix("http://")
    for address in (host, f"ws://{host}", f"ws://{host}/ws", f"{base_url}/ws/"):
        with RlveGymClient(address) as client, RlveGymEnv(address) as env:
            assert client.generate(["Sorting/0/0"], return_errors=True)
            assert env.reset().observation.success


@pytest.mark.parametrize("address", ["http://host:99999", "http://[::1", "http://", "ftp://host"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(RlveGymError, match="Write it like"), RlveGymClient(address) as client:
        client.generate(["Sorting/0/0"])
    with pytest.raises(WrongServerError, match="Write it like"), RlveGymEnv(address):
        pass


def test_what_is_on_this_machine() -> None:
    for host in ("localhost", "a.localhost", "127.0.0.1", "127.1.2.3", "[::1]", "0.0.0.0", "[::]"):
        assert is_on_this_machine(f"ws://{host}:8000/ws")
    for host in ("host", "localhost.example.com", "10.0.0.1", "[2001:db8::1]"):
        assert not is_on_this_machine(f"ws://{host}:8000/ws")


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "localhost"])
def test_this_machine_is_reached_without_a_proxy(
    base_url: str, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{free_port()}")
    address = base_url.replace("127.0.0.1", host)
    with RlveGymClient(address) as client, RlveGymEnv(address) as env:
        assert client.generate(["Sorting/0/0"], return_errors=True)
        assert env.reset().observation.success


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "gopher://127.0.0.1:9", "http://"])
def test_a_proxy_that_cannot_be_used(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    monkeypatch.setenv("HTTP_PROXY", proxy)
    expect_no_way(ProxyError)


def test_a_proxy_that_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    with tcp_server(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n") as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy)
        expect_no_way(ProxyError)


def expect_no_way(error: type[RlveGymError]) -> None:
    address = "http://rlve-gym.example:8000"
    with pytest.raises(error, match="NO_PROXY"), RlveGymClient(address) as client:
        client.generate(["Sorting/0/0"])
    with pytest.raises(error, match="NO_PROXY"), RlveGymEnv(address):
        pass
