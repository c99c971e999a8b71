"""The environment of `verifiers`, loaded, rolled out and scored by the real library."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import pytest

from RLVE_Gym import LocalServer, RlveGymClient

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.version_info < (3, 11):
    pytest.skip("verifiers needs Python 3.11", allow_module_level=True)

import verifiers as vf


@pytest.fixture
def environment(base_url: str) -> Iterator[Any]:
    environment = vf.load_environment(
        "RLVE_Gym",
        base_url=base_url,
        environments=["Sorting", "Multiplication"],
        difficulty=[0, 1],
        num_train_examples=6,
        num_eval_examples=3,
    )
    yield environment
    asyncio.run(environment._teardown())


def score(environment: Any, rows: list[dict[str, Any]], texts: list[str]) -> list[dict[str, Any]]:
    """Score completions of rows with the environment's rubric, as a group."""
    states = [
        vf.State(
            input=row,
            prompt=row["prompt"],
            info=row["info"],
            completion=[{"role": "assistant", "content": text}],
            trajectory=[],
        )
        for row, text in zip(rows, texts, strict=True)
    ]

    async def score_group() -> None:
        await environment.rubric.score_group(states)
        await environment._teardown()

    asyncio.run(score_group())
    return states


def test_splits_have_no_problem_in_common(environment: Any) -> None:
    train, evaluation = environment.get_dataset(), environment.get_eval_dataset()
    assert (len(train), len(evaluation)) == (6, 3)
    prompts = [
        {prompt[-1]["content"] for prompt in split["prompt"]} for split in (train, evaluation)
    ]
    assert not prompts[0] & prompts[1]
    assert [message["role"] for message in train[0]["prompt"]] == ["system", "user"]


def test_scores_a_group(environment: Any, base_url: str) -> None:
    row = environment.get_dataset()[0]
    with RlveGymClient(base_url) as client:
        [problem] = client.generate([row["info"]["problem_id"]], include=["reference_answer"])
    right, wrong = score(
        environment, [row, row], [f"<answer>{problem.reference_answer}</answer>", "no answer"]
    )
    assert right["reward"] == 1
    figures = ["reward", "accuracy", "format_score"]
    assert [right["metrics"][figure] for figure in figures] == [1, 1, 1]
    assert wrong["reward"] == -1
    assert [wrong["metrics"][figure] for figure in figures] == [-1, 0, 0]


def test_thoughts_and_other_speakers_are_not_scored(environment: Any, base_url: str) -> None:
    row = environment.get_dataset()[0]
    with RlveGymClient(base_url) as client:
        [problem] = client.generate([row["info"]["problem_id"]], include=["reference_answer"])
    right = f"<answer>{problem.reference_answer}</answer>"
    thought, run_on = score(
        environment,
        [row, row],
        [f"{right}<think><answer>?</answer>", f"{right}\nUser: <answer>?</answer>"],
    )
    assert thought["reward"] == run_on["reward"] == 1


def test_a_failed_verification_is_an_error_and_no_reward(environment: Any) -> None:
    row = environment.get_dataset()[0]
    row["info"]["problem_id"] = "Sortng@1/0/0"
    [state] = score(environment, [row], ["no answer"])
    assert isinstance(state["error"], vf.InfraError)
    assert "Sortng" in str(state["error"])
    assert state["reward"] == 0


def test_a_server_of_its_own() -> None:
    environment = vf.load_environment("RLVE_Gym", num_train_examples=2, num_eval_examples=1)
    assert len(environment.get_dataset()) == 2
    asyncio.run(environment._teardown())


def test_a_missing_server_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: LocalServer) -> str:
        raise RuntimeError("No RLVE-Gym server was found")

    monkeypatch.setattr(LocalServer, "start", fail)
    with pytest.raises(RuntimeError, match="No RLVE-Gym server was found"):
        vf.load_environment("RLVE_Gym")
