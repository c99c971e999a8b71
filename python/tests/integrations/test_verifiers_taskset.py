"""The taskset of `verifiers.v1`, found, loaded and scored by the real library."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import pytest

from RLVE_Gym import RlveGymClient
from RLVE_Gym.integrations.chat import SYSTEM_PROMPT

if sys.version_info < (3, 11):
    pytest.skip("verifiers needs Python 3.11", allow_module_level=True)

import verifiers.v1 as vf
from verifiers.v1.graph import MessageNode
from verifiers.v1.utils.loaders import taskset_class, taskset_config_type

TASKSET_ID = "rlve-gym-taskset"

pytestmark = pytest.mark.usefixtures("shared_clients")


def load(base_url: str, **settings: Any) -> list[Any]:
    """Load the tasks by the taskset's id, as the library's command line does."""
    task = {"base_url": base_url}
    config = taskset_config_type(TASKSET_ID)(id=TASKSET_ID, task=task, **settings)
    return list(taskset_class(TASKSET_ID)(config))


def score(task: Any, reply: str) -> Any:
    """Score a trace that ended in this reply."""
    message = vf.AssistantMessage(content=reply)
    node = MessageNode.model_construct(message=message, sampled=True)
    trace = vf.Trace.model_construct(nodes=[node], root_reply=None, metrics={}, rewards={})
    asyncio.run(task.score(trace))
    return trace


def test_tasks_are_problems(base_url: str) -> None:
    tasks = load(base_url, environments=["Sorting", "Multiplication"], first_seed=4, seeds=2)
    assert [(task.data.idx, task.data.name) for task in tasks] == [
        (0, "Sorting@2/0/4"),
        (1, "Multiplication@2/0/4"),
        (2, "Sorting@2/0/5"),
        (3, "Multiplication@2/0/5"),
    ]
    with RlveGymClient(base_url) as client:
        [problem] = client.generate(["Sorting@2/0/4"])
    assert tasks[0].data.prompt == problem.problem_input
    assert tasks[0].data.system_prompt == SYSTEM_PROMPT


def test_scores_the_last_reply(base_url: str) -> None:
    [task] = load(base_url, environments=["Sorting"], seeds=1)
    with RlveGymClient(base_url) as client:
        [problem] = client.generate([task.data.name], include=["reference_answer"])
    right = score(task, f"<answer>{problem.reference_answer}</answer>")
    assert right.rewards["reward"].score == 1
    assert right.metrics == {"accuracy": 1, "format_score": 1}
    assert score(task, "no answer").rewards["reward"].score == -1


def test_a_failed_verification_is_an_error_and_no_reward(base_url: str) -> None:
    [task] = load(base_url, environments=["Sorting"], seeds=1)
    unknown = task.data.model_copy(update={"problem_id": "Sortng@1/0/0"})
    with pytest.raises(vf.TaskError, match="Sortng"):
        score(type(task)(unknown, task.config), "no answer")


def test_tasks_of_a_split(base_url: str) -> None:
    train, test, whole = (
        [
            task.data.name
            for task in load(
                base_url, environments=["Sorting"], difficulties=[2], seeds=40, split=split
            )
        ]
        for split in ("train", "test", None)
    )
    assert train
    assert test
    assert sorted(train + test) == sorted(whole)


def test_a_curriculum_draws_and_is_told(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        main = client.curriculum("taskset")
        main.load({"environments": ["Sorting"], "min_samples": 100})
        config = taskset_config_type(TASKSET_ID)(
            id=TASKSET_ID, task={"base_url": base_url}, curriculum="taskset"
        )
        taskset = taskset_class(TASKSET_ID)(config)
        assert taskset.INFINITE
        tasks = list(taskset.head(3))
        assert len({task.data.name for task in tasks}) == 3
        assert main.state()["draws"] == 3
        assert score(tasks[0], "no answer").rewards["reward"].score == -1
        assert main.state()["environments"]["Sorting"]["total_samples"] == 1
        assert not taskset_class(TASKSET_ID)(
            config.model_copy(update={"curriculum": None})
        ).INFINITE
