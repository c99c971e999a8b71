"""The environment of `verifiers`, loaded, rolled out and scored by the real library."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import pytest
from datasets import load_dataset

from RLVE_Gym import LocalServer, RlveGymClient, Submission, export

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.version_info < (3, 11):
    pytest.skip("verifiers needs Python 3.11", allow_module_level=True)

import verifiers as vf
from verifiers.legacy.types import Response, ResponseMessage


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


def test_exported_rows_are_a_dataset(tmp_path: Path, base_url: str) -> None:
    files = str(tmp_path / "rows.jsonl")
    export(files, ["Sorting", "Multiplication"], "0-1", count=4, format="verifiers", answers=True)
    rows = load_dataset("json", data_files=files, split="train", cache_dir=str(tmp_path))
    with RlveGymClient(base_url) as client:

        def reward(answer: str, info: dict[str, Any]) -> float:
            """As a rubric's function, by what it is given of a row."""
            row = {"info": info}
            submission = Submission.from_row(row, [f"<answer>{answer}</answer>"])
            return client.verify([submission])[0].reward[0] or 0.0

        environment = vf.SingleTurnEnv(dataset=rows, rubric=vf.Rubric(funcs=[reward]))
        dataset = environment.get_dataset()
        assert [row["example_id"] for row in dataset] == [0, 1, 2, 3]
        assert [message["role"] for message in dataset[0]["prompt"]] == ["system", "user"]
        states = [
            vf.State(input=row, prompt=row["prompt"], completion=[], trajectory=[])
            for row in dataset
        ]
        asyncio.run(environment.rubric.score_group(states))
        assert [state["reward"] for state in states] == [1] * 4


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


class Model(vf.Client):  # type: ignore[misc]  # verifiers is untyped
    """Remembers what it was asked; its answers are given."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.prompts: list[str] = []

    async def get_response(self, prompt: Any, *_: Any, **__: Any) -> Response:
        self.prompts.append(prompt[-1].content)
        message = ResponseMessage(
            content=self.answers[len(self.prompts) - 1], finish_reason="stop", is_truncated=False
        )
        return Response(id="", created=0, model="", message=message)

    setup_client = to_native_tool = to_native_prompt = get_native_response = None
    raise_from_native_response = from_native_response = close = None


def roll_out(environment: Any, row: int, model: Model) -> list[dict[str, Any]]:
    """Roll out an example as a group, one rollout an answer of the model."""
    inputs = [environment.get_dataset()[row]] * len(model.answers)

    async def run_group() -> list[dict[str, Any]]:
        outputs = await environment.run_group(inputs, model, "tiny", {}, state_columns=["info"])
        await environment._teardown()
        return list(outputs)

    return asyncio.run(run_group())


def test_a_curriculum_draws_and_is_told(base_url: str) -> None:
    def counts() -> tuple[int, int, int]:
        state = main.state()
        sorting = state["environments"]["Sorting"]
        return state["draws"], sorting["total_samples"], sorting["total_correct"]

    with RlveGymClient(base_url) as client:
        main = client.curriculum("verifiers")
        main.load({"environments": ["Sorting"], "min_samples": 3})
        options: dict[str, Any] = {
            "base_url": base_url,
            "environments": "Sorting",
            "curriculum": "verifiers",
            "group": "run 1",
            "num_train_examples": 100,
            "num_eval_examples": 2,
        }
        environment = vf.load_environment("RLVE_Gym", **options)
        assert len(environment.get_dataset()) == 100
        assert counts() == (0, 0, 0)
        model = Model("?", "?", "?")
        outputs = roll_out(environment, 7, model)
        assert [output["reward"] for output in outputs] == [-1] * 3
        # A group is of one problem, in whichever process its members are.
        assert len(set(model.prompts)) == 1
        assert counts() == (1, 3, 0)
        problem_id = outputs[0]["info"]["problem_id"]
        [problem] = client.generate([problem_id], include=["reference_answer"])
        assert model.prompts[0] == problem.problem_input
        elsewhere = Model(f"<answer>{problem.reference_answer}</answer>")
        [output] = roll_out(vf.load_environment("RLVE_Gym", **options), 7, elsewhere)
        assert output["reward"] == 1
        assert counts() == (1, 4, 1)
        other = Model("?")
        roll_out(environment, 8, other)
        assert other.prompts != elsewhere.prompts
        assert counts() == (2, 5, 1)
        # Evaluation is of no curriculum.
        evaluation = environment.get_eval_dataset()[0]
        [state] = score(environment, [evaluation], ["?"])
        assert state["reward"] == -1
        assert counts() == (2, 5, 1)


def test_a_draw_that_fails_is_an_error_and_no_reward(base_url: str) -> None:
    environment = vf.load_environment("RLVE_Gym", base_url=base_url, curriculum="nowhere")
    [output] = roll_out(environment, 0, Model("?"))
    assert "nowhere" in str(output["error"])
    assert output["reward"] == 0
