"""The dataset in reasoning-gym's form, without that library; trainers/ registers it there."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from RLVE_Gym import ProblemError, RlveGymClient
from RLVE_Gym.integrations.reasoning_gym import RlveGymConfig, create_dataset

pytestmark = pytest.mark.usefixtures("shared_clients")


def test_an_entry_is_a_question_and_where_it_is_from(base_url: str) -> None:
    dataset = create_dataset("Sorting", difficulty=2, size=5, base_url=base_url)
    with RlveGymClient(base_url) as client:
        [problem] = client.generate(["Sorting@2/2/3"])
    assert len(dataset) == 5
    assert dataset[3] == {
        "question": problem.problem_input,
        "answer": None,
        "metadata": {
            "source_dataset": "rlve_gym",
            "source_index": 3,
            "problem_id": "Sorting@2/2/3",
            "environment_id": "Sorting",
            "difficulty": 2,
            "seed": 3,
        },
    }
    assert dataset[-2] == dataset[3]
    with pytest.raises(IndexError):
        dataset[5]


def test_iterating_and_indexing_agree(base_url: str) -> None:
    dataset = create_dataset(
        ["Sorting", "Multiplication"], difficulty=[0, 1], size=9, seed=3, base_url=base_url
    )
    entries = list(dataset)
    assert entries == [dataset[index] for index in range(9)]
    kinds = [
        (entry["metadata"]["environment_id"], entry["metadata"]["difficulty"]) for entry in entries
    ]
    assert kinds[:5] == [
        ("Sorting", 0),
        ("Sorting", 1),
        ("Multiplication", 0),
        ("Multiplication", 1),
        ("Sorting", 0),
    ]
    assert pickle.loads(pickle.dumps(dataset))[4] == entries[4]


def test_splits_share_nothing_and_seeds_share_nothing(base_url: str) -> None:
    def read(**options: Any) -> set[str]:
        dataset = create_dataset("Sorting", difficulty=3, size=40, base_url=base_url, **options)
        entries = list(dataset)
        # Each is of the split, and none comes twice.
        assert len({entry["metadata"]["problem_id"] for entry in entries}) == 40
        return {entry["question"] for entry in entries}

    train, test, other = read(split="train"), read(split="test"), read(split="train", seed=1)
    assert not train & test
    assert not train & other


def test_scores_are_from_0_to_1(base_url: str) -> None:
    dataset = create_dataset("Sorting", size=2, answers=True, base_url=base_url)
    entry = dataset[0]
    assert dataset.score_answer(entry["answer"], entry) == 1
    assert dataset.score_answer(f"<answer>{entry['answer']}</answer>", entry) == 1
    assert dataset.score_answer("no numbers", entry) == 0
    assert dataset.score_answer("", entry) == 0
    assert dataset.score_answer(None, entry) == 0
    backwards = " ".join(reversed(entry["answer"].split()))
    assert 0 <= dataset.score_answer(backwards, entry) < 1


def test_a_curriculum_draws_and_is_told(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        main = client.curriculum("reasoning-gym")
        main.load({"environments": ["Sorting"], "min_samples": 100})
        options: dict[str, Any] = {
            "curriculum": "reasoning-gym",
            "base_url": base_url,
            "answers": True,
        }
        dataset = create_dataset(size=10, **options)
        entry = dataset[4]
        # The same in all processes of a run, and another one in another run.
        assert create_dataset(size=10, **options)[4] == entry
        assert create_dataset(size=10, group="run 2", **options)[4] != entry
        assert main.state()["draws"] == 2
        assert dataset.score_answer(entry["answer"], entry) == 1
        assert dataset.score_answer("?", entry) == 0
        sorting = main.state()["environments"]["Sorting"]
        assert (sorting["total_samples"], sorting["total_correct"]) == (2, 1)
        assert len(list(create_dataset(size=3, group="run 3", **options))) == 3


def test_an_unknown_environment(base_url: str) -> None:
    with pytest.raises(ProblemError, match="Sorting"):
        create_dataset("Sortng", base_url=base_url)[0]


@pytest.mark.parametrize("numbers", [{"size": 0}, {"seed": -1}, {"seed": 2**32}])
def test_numbers_out_of_range(numbers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="size is from 1 on"):
        RlveGymConfig(**numbers).validate()  # type: ignore[arg-type]
