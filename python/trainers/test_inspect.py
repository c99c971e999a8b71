"""The task and the scorer in Inspect itself, with its mock model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspect_ai import eval as inspect_eval
from inspect_ai.model import ModelOutput, ModelUsage, get_model

from RLVE_Gym import RlveGymClient, Submission, Verified
from RLVE_Gym.integrations.inspect_ai import rlve_gym

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def answer(text: str) -> ModelOutput:
    output = ModelOutput.from_content("mockllm/model", text)
    # Without it the mock model counts tokens, by a vocabulary that it downloads.
    output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
    return output


def run(task: Any, outputs: list[str], folder: Path, **options: Any) -> Any:
    model = get_model("mockllm/model", custom_outputs=[answer(text) for text in outputs])
    [log] = inspect_eval(
        task, model=model, log_dir=str(folder), display="none", max_samples=1, **options
    )
    assert log.status == "success", log.error
    return log


def figures(log: Any) -> dict[str, float]:
    return {score.name: score.metrics["mean"].value for score in log.results.scores}


def test_an_evaluation(base_url: str, solve: Callable[[str], str], tmp_path: Path) -> None:
    task = rlve_gym(["Sorting", "Multiplication"], [0, 2], samples=6, base_url=base_url)
    ids = [sample.id for sample in task.dataset]
    assert len(set(ids)) == 6
    outputs = [*map(solve, ids[:3]), "no answer", "no answer", "no answer"]
    log = run(task, outputs, tmp_path)
    assert figures(log) == {"accuracy": 0.5, "reward": 0, "format_score": 0.5}
    scores = {sample.id: sample.scores["rlve_gym_scorer"] for sample in log.samples}
    assert scores[ids[0]].value == {"accuracy": 1, "reward": 1, "format_score": 1}
    assert "answer" in scores[ids[5]].explanation
    assert [message.role for message in log.samples[0].messages] == ["system", "user", "assistant"]


def test_the_splits(base_url: str) -> None:
    ids = {
        split: {
            sample.id for sample in rlve_gym("Sorting", 2, 20, split, base_url=base_url).dataset
        }
        for split in ("train", "test")
    }
    assert len(ids["train"] | ids["test"]) == 40


def test_what_could_not_be_verified_is_unscored(
    base_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify = RlveGymClient.verify

    def fail_at_times(
        self: RlveGymClient, submissions: list[Submission], **options: Any
    ) -> list[Verified]:
        if submissions[0].outputs == ["?"]:
            return [Verified([None], [None], [None])]
        return verify(self, submissions, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(RlveGymClient, "verify", fail_at_times)
    log = run(rlve_gym("Sorting", samples=2, base_url=base_url), ["?", "no answer"], tmp_path)
    assert figures(log) == {"accuracy": 0, "reward": -1, "format_score": 0}


def test_the_task_is_found_by_name(base_url: str, tmp_path: Path) -> None:
    """As `inspect eval RLVE_Gym/rlve_gym -T environments=Sorting,Multiplication` finds it."""
    arguments = {"environments": ["Sorting", "Multiplication"], "samples": 4, "base_url": base_url}
    log = run("RLVE_Gym/rlve_gym", ["?"] * 4, tmp_path, task_args=arguments)
    assert log.eval.task_args["environments"] == ["Sorting", "Multiplication"]
    assert figures(log) == {"accuracy": 0, "reward": -1, "format_score": 0}
