"""A Ray cluster of several nodes, all of them on this machine."""

from __future__ import annotations

import os

# Before Ray is imported: it asks nobody outside.
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

from typing import TYPE_CHECKING

import pytest
import ray
from ray.cluster_utils import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ray._private.node import Node


class Nodes:
    """The nodes: processes of this machine that take themselves for machines."""

    def __init__(self) -> None:
        self._cluster = Cluster()
        self._count = 0
        self.add(include_dashboard=False)
        self.address = self._cluster.address

    def add(self, **options: object) -> Node:
        self._count += 1
        return self._cluster.add_node(
            num_cpus=1,
            object_store_memory=80_000_000,
            node_ip_address=f"127.0.1.{self._count}",
            **options,
        )

    def remove(self, node: Node) -> None:
        """End it as a power cut does, without notice."""
        self._cluster.remove_node(node, allow_graceful=False)

    def end(self) -> None:
        self._cluster.shutdown()


@pytest.fixture(scope="session")
def nodes() -> Iterator[Nodes]:
    """A cluster whose first node this process is on, and two others."""
    nodes = Nodes()
    nodes.add()
    nodes.add()
    yield nodes
    nodes.end()


@pytest.fixture
def _driver(nodes: Nodes) -> Iterator[None]:
    """Makes this process a job of the cluster."""
    ray.init(address=nodes.address, namespace="tests")
    yield
    ray.shutdown()
