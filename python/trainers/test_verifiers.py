"""verifiers from 0.4 on: the taskset is there, environments of the older kind are not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import verifiers.v1 as vf
from verifiers.v1.graph import MessageNode
from verifiers.v1.utils.loaders import taskset_class, taskset_config_type

import RLVE_Gym

if TYPE_CHECKING:
    from collections.abc import Callable

ID = "rlve-gym-taskset"


def test_the_taskset(base_url: str, solve: Callable[[str], str]) -> None:
    config = taskset_config_type(ID)(
        id=ID, task={"base_url": base_url}, environments=["Sorting"], seeds=30, split="test"
    )
    tasks = list(taskset_class(ID)(config).load())
    assert 0 < len(tasks) < 30
    message = vf.AssistantMessage(content=solve(tasks[0].data.problem_id))
    node = MessageNode.model_construct(message=message, sampled=True)
    trace = vf.Trace.model_construct(nodes=[node], root_reply=None, metrics={}, rewards={})
    asyncio.run(tasks[0].score(trace))
    assert trace.reward == 1
    assert trace.metrics == {"accuracy": 1, "format_score": 1}


def test_the_older_environments() -> None:
    with pytest.raises(ImportError, match=r"rlve-gym-taskset.*verifiers<0\.4"):
        _ = RLVE_Gym.load_environment
