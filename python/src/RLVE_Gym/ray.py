"""Servers on the nodes of a Ray cluster, which actors start, watch and end."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import logging
import time
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ray
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from .errors import ServerStartError, ServerUnreachableError
from .local_server import LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_log = logging.getLogger("RLVE_Gym")

_LOOK_EVERY_S = 1.0
"""How often nodes are looked for, and each server for a sign of life."""

_LONGEST_START_S = 60.0
"""A busy node has a process of Python and one of Node.js to start."""

_LONGEST_STOP_S = 20.0
"""A server drains 8 s by default, and is killed after 15."""


@contextlib.contextmanager
def cluster(
    servers_per_node: int = 1,
    *,
    name: str = "rlve-gym",
    namespace: str | None = None,
    env_vars: Mapping[str, str] | None = None,
    port: int = 0,
    num_cpus: float = 0,
    resources: Mapping[str, float] | None = None,
) -> Iterator[list[str]]:
    """Run servers on the nodes of the Ray cluster, and give their addresses.

    They end with the block, and at the latest with the driver. A server that ends or hangs is
    started anew at the same address. A node that joins later gets servers too, which `addresses`
    tells. All nodes need what `LocalServer` needs: the extra `server`, or Node.js and the server.

    Args:
        servers_per_node: How many servers a node gets. One fills a core with verifications.
        name: The name of the actor that knows the addresses.
        namespace: Its namespace. By default that of the job, which other jobs are in only if it
            was named in `ray.init`.
        env_vars: The servers' configuration. Curricula belong in a store that all servers share
            (`RLVEGYM_STORE`), and a key keeps strangers of the network off (`RLVEGYM_API_KEY`).
        port: The port of a node's first server; further ones have the next. 0 picks free ones.
        num_cpus: What each server reserves of its node; 0 starts it beside whatever runs there.
        resources: The same of custom resources. Nodes without them get no server.

    Raises:
        ServerStartError: A server did not start; the message says on which node, and why.
        ValueError: The name is taken, or an argument is not one that Ray takes.

    Example:
        >>> with cluster() as urls, RlveGymClient(urls) as client:
        ...     results = list(client.verify_many(rollouts))
    """
    if not ray.is_initialized():
        ray.init()
    needs = {"num_cpus": num_cpus, "resources": dict(resources or {})}
    # The driver's node: what that does not survive, the driver does not.
    node = ray.get_runtime_context().get_node_id()
    registry = (
        ray.remote(_Registry)
        .options(
            name=name,
            namespace=namespace,
            num_cpus=0,
            max_restarts=-1,
            scheduling_strategy=_on(node),
        )
        .remote(servers_per_node, dict(env_vars or {}), port, needs)
    )
    try:
        if faults := ray.get(registry.find_faults.remote()):
            raise ServerStartError(". ".join(faults), "SERVER_START")
        yield ray.get(registry.addresses.remote())
    finally:
        if ray.is_initialized():
            with contextlib.suppress(ray.exceptions.RayError):
                ray.get(registry.stop.remote(), timeout=2 * _LONGEST_STOP_S)
            ray.kill(registry)


def addresses(name: str = "rlve-gym", namespace: str | None = None) -> list[str]:
    """Return the addresses of the servers that are up, in whichever process of the job.

    Args:
        name: What `cluster` was given.
        namespace: What `cluster` was given, or the namespace of its job.

    Raises:
        ServerUnreachableError: There are no servers of that name.
    """
    try:
        registry = ray.get_actor(name, namespace=namespace)
    except ValueError:
        place = "this job's namespace" if namespace is None else f"the namespace {namespace!r}"
        raise ServerUnreachableError(
            f"Ray knows no servers by the name {name!r} in {place}", "UNREACHABLE"
        ) from None
    urls: list[str] = ray.get(registry.addresses.remote())
    return urls


def _on(node: str) -> NodeAffinitySchedulingStrategy:
    return NodeAffinitySchedulingStrategy(node, soft=False)


class _Host:
    """An actor that runs one server on its node, once."""

    def __init__(self, env_vars: Mapping[str, str], port: int) -> None:
        variables = {"HOST": "0.0.0.0", **env_vars}  # noqa: S104 - other nodes must reach it
        self._server = LocalServer(variables, port=port)
        # Nodes reach each other without the proxy that may lead out of the cluster.
        self._direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def start(self) -> int | str:
        """Return the port on which the server listens, or why it does not."""
        try:
            return int(self._server.start().rpartition(":")[2])
        except ServerStartError as error:
            return error.message

    def is_well(self) -> bool:
        """Return whether the server answers: it does within milliseconds, whatever it works on."""
        return any(self._answers() for _ in range(3))

    def stop(self) -> None:
        """Stop the server."""
        self._server.stop()

    def _answers(self) -> bool:
        try:
            self._direct.open(f"{self._server.base_url}/health", timeout=5).close()
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
            return False
        return True


@dataclass
class _Place:
    """Where a server is to be."""

    node: str
    address: str
    port: int
    url: str | None = None
    """The server's address, while it is up."""
    fault: str | None = None
    """Why the last one did not start."""


class _Registry:
    """The actor that keeps servers on all nodes. It owns theirs, which end when it ends."""

    def __init__(
        self, servers_per_node: int, env_vars: Mapping[str, str], port: int, needs: dict[str, Any]
    ) -> None:
        self._servers_per_node = servers_per_node
        self._env_vars = env_vars
        self._port = port
        self._needs = needs
        self._places: dict[str, list[_Place]] = {}
        self._keeping: dict[str, asyncio.Future[Any]] = {}
        self._look_at_nodes()
        self._looking = asyncio.get_running_loop().create_task(self._look())

    async def addresses(self) -> list[str]:
        """Return the addresses of the servers that are up."""
        return [place.url for place in self._all_places() if place.url is not None]

    async def find_faults(self) -> list[str]:
        """Wait until each place has a server, or one did not start; return why."""
        while True:
            places = self._all_places()
            if not places:
                return [f"No node has {self._servers_per_node} times {self._needs} for its servers"]
            for keeping in self._keeping.values():
                if keeping.done():
                    keeping.result()
            faults = [f"{place.address}: {place.fault}" for place in places if place.fault]
            if faults or all(place.url for place in places):
                return faults
            await asyncio.sleep(0.05)

    async def stop(self) -> None:
        """Stop the servers."""
        self._looking.cancel()
        for keeping in self._keeping.values():
            keeping.cancel()
        await asyncio.gather(*self._keeping.values(), return_exceptions=True)

    def _all_places(self) -> list[_Place]:
        return [place for places in self._places.values() for place in places]

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY_S)
            self._look_at_nodes()

    def _look_at_nodes(self) -> None:
        """Give servers to nodes that have joined, and forget those that are gone."""
        nodes = {node["NodeID"]: node for node in ray.nodes() if self._may_have_servers(node)}
        for gone in self._places.keys() - nodes.keys():
            _log.warning("The node %s has left the cluster", self._places.pop(gone)[0].address)
            self._keeping.pop(gone).cancel()
        for node_id in nodes.keys() - self._places.keys():
            address = nodes[node_id]["NodeManagerAddress"]
            ports = [self._port and self._port + n for n in range(self._servers_per_node)]
            self._places[node_id] = [_Place(node_id, address, port) for port in ports]
            self._keeping[node_id] = asyncio.gather(*map(self._keep, self._places[node_id]))

    def _may_have_servers(self, node: Mapping[str, Any]) -> bool:
        needs = {"CPU": self._needs["num_cpus"], **self._needs["resources"]}
        return node["Alive"] and all(
            node["Resources"].get(resource, 0) >= self._servers_per_node * amount
            for resource, amount in needs.items()
        )

    async def _keep(self, place: _Place) -> None:
        """Have a server there, whatever happens to it."""
        options = {**self._needs, "scheduling_strategy": _on(place.node)}
        while True:
            host = ray.remote(_Host).options(**options).remote(self._env_vars, place.port)
            try:
                await _serve(place, host)
            except asyncio.TimeoutError:
                place.fault = f"The server did not start within {_LONGEST_START_S} s"
            except ray.exceptions.RayError as error:
                _log.warning("The actor of a server on %s failed: %s", place.address, error)
            finally:
                place.url = None
                await _end(host)
            await asyncio.sleep(_LOOK_EVERY_S)


async def _serve(place: _Place, host: Any) -> None:
    """Start a server at its place, and return when it is not well or did not start."""
    port = await asyncio.wait_for(host.start.remote(), _LONGEST_START_S)
    if isinstance(port, str):
        place.fault = port
        _log.warning("No server on %s: %s", place.address, port)
        return
    # The next one is found where this one was.
    place.port, place.fault = port, None
    address = f"[{place.address}]" if ":" in place.address else place.address
    place.url = f"http://{address}:{port}"
    is_well = True
    while is_well:
        await asyncio.sleep(_LOOK_EVERY_S)
        is_well = await host.is_well.remote()
    _log.warning("%s does not answer, and is started anew", place.url)


async def _end(host: Any) -> None:
    with contextlib.suppress(ray.exceptions.RayError, asyncio.TimeoutError):
        await asyncio.wait_for(host.stop.remote(), _LONGEST_STOP_S)
    ray.kill(host)
