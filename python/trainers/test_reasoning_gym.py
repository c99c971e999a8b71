"""The dataset among those of reasoning-gym itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reasoning_gym
from reasoning_gym.composite import DatasetSpec
from reasoning_gym.dataset import ProceduralDataset, ReseedingDataset

from RLVE_Gym.integrations.reasoning_gym import register

if TYPE_CHECKING:
    from collections.abc import Callable


def create(base_url: str, **config: Any) -> Any:
    register()
    register()
    config = {"environments": "Sorting", "base_url": base_url, **config}
    return reasoning_gym.create_dataset("rlve_gym", **config)


def bare(solution: str) -> str:
    return solution.rpartition("<answer>")[2].removesuffix("</answer>")


def test_it_is_one_of_the_library(base_url: str, solve: Callable[[str], str]) -> None:
    dataset = create(base_url, size=3)
    assert isinstance(dataset, ProceduralDataset)
    assert len(dataset) == 3
    for entry in dataset:
        answer = bare(solve(entry["metadata"]["problem_id"]))
        assert dataset.score_answer(answer, entry) == 1
        assert dataset.score_answer("?", entry) == 0


def test_in_a_composite(base_url: str, solve: Callable[[str], str]) -> None:
    register()
    config = {"environments": ["Sorting", "Multiplication"], "base_url": base_url}
    composite = reasoning_gym.create_dataset(
        "composite",
        size=20,
        seed=42,
        datasets=[
            DatasetSpec(name="rlve_gym", weight=1, config=config),
            DatasetSpec(name="leg_counting", weight=1, config={}),
        ],
    )
    entries = list(composite)
    ours = [entry for entry in entries if entry["metadata"]["source_dataset"] == "rlve_gym"]
    assert 0 < len(ours) < len(entries)
    for entry in ours:
        answer = bare(solve(entry["metadata"]["problem_id"]))
        assert composite.score_answer(answer, entry) == 1


def test_reseeded_without_end(base_url: str) -> None:
    stream = iter(ReseedingDataset(create(base_url, size=5, difficulty=3), chunk_size=5))
    ids = [next(stream)["metadata"]["problem_id"] for _ in range(12)]
    assert len(set(ids)) == 12
