"""A server for the adapters, which find it as a trainer's processes do."""

from __future__ import annotations

import os

# Before anything of a hub is imported: nothing comes from one.
os.environ["HF_HUB_OFFLINE"] = "1"

from typing import TYPE_CHECKING

import pytest

from RLVE_Gym import LocalServer, RlveGymClient

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    with LocalServer({"RLVEGYM_EXPOSE_ANSWERS": "true"}) as server:
        yield server.start()


@pytest.fixture
def client(base_url: str) -> Iterator[RlveGymClient]:
    with RlveGymClient(base_url) as client:
        yield client


@pytest.fixture
def solve(client: RlveGymClient) -> Callable[[str], str]:
    """Write the output that earns full reward on a problem."""

    def answer(problem_id: str) -> str:
        [problem] = client.generate([problem_id], include=["reference_answer"])
        return f"<think>?</think>So it is <answer>{problem.reference_answer}</answer>"

    return answer
