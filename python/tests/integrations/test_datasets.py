"""The datasets, with the real library."""

from __future__ import annotations

from itertools import count, islice

import pytest
from datasets import IterableDataset

from RLVE_Gym import ProblemError, RlveGymClient, ServerError
from RLVE_Gym.integrations.chat import SYSTEM_PROMPT
from RLVE_Gym.integrations.datasets import build_dataset, stream_curriculum, stream_dataset

pytestmark = pytest.mark.usefixtures("shared_clients")


def test_a_row_is_a_chat_and_a_reference(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        dataset = build_dataset(client, "Sorting", difficulty=1, seeds=range(10, 13))
        [problem] = client.generate(["Sorting@2/1/10"])
    assert dataset.column_names == ["prompt", "problem_id", "environment_id", "difficulty", "seed"]
    assert dataset[0] == {
        "prompt": [
            {"role": "system", "content": SYSTEM_PROMPT},
            {"role": "user", "content": problem.problem_input},
        ],
        "problem_id": "Sorting@2/1/10",
        "environment_id": "Sorting",
        "difficulty": 1,
        "seed": 10,
    }
    assert dataset["seed"][:] == [10, 11, 12]


def test_environments_and_levels_are_combined(base_url: str) -> None:
    kinds = [("Sorting", 0), ("Sorting", 2), ("Multiplication", 0), ("Multiplication", 2)]
    with RlveGymClient(base_url) as client:
        dataset = build_dataset(
            client,
            ["Sorting", "Multiplication"],
            difficulty=[0, 2],
            seeds=count(),
            examples=10,
            system_prompt=None,
        )
    rows = list(zip(dataset["environment_id"], dataset["difficulty"], dataset["seed"], strict=True))
    expected = [(*kind, seed) for seed in range(3) for kind in kinds]
    assert rows == expected[:10]
    assert [len(prompt) for prompt in dataset["prompt"]] == [1] * 10


def test_families_and_presets_are_the_environments_that_they_have(base_url: str) -> None:
    names = ["family:sorting+no-guessing", "Knapsack"]
    with RlveGymClient(base_url) as client:
        chosen = client.list_environments(names, difficulty=[6, 10])
        built = build_dataset(client, names, difficulty=[6, 10], seeds=range(1))
        assert set(client.list_environments("family:sorting")) >= set(chosen) - {"Knapsack"}
        assert len(client.list_environments()) == 400
        with pytest.raises(ServerError, match="There is no preset 'no-gessing'"):
            build_dataset(client, "no-gessing")
    streamed = stream_dataset(base_url, names, difficulty=[6, 10], seeds=range(1))
    assert {"Sorting", "Knapsack"} <= set(chosen)
    assert set(built["environment_id"]) == set(chosen)
    assert [row["problem_id"] for row in streamed] == built["problem_id"][:]


def test_splits_are_disjoint_and_together_everything(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        whole, train, test = (
            {row["problem_id"]: row["prompt"][-1]["content"] for row in dataset}
            for dataset in (
                build_dataset(client, "Sorting", difficulty=2, seeds=range(80), split=split)
                for split in (None, "train", "test")
            )
        )
    assert train | test == whole
    assert train
    assert test
    assert not set(train.values()) & set(test.values())


def test_shards_of_a_split_share_nothing(base_url: str) -> None:
    stream = stream_dataset(
        base_url, "Sorting", difficulty=2, seeds=range(80), split="test", num_shards=2
    )
    ids = [row["problem_id"] for row in stream]
    assert ids
    assert len(set(ids)) == len(ids)


def test_an_unknown_environment(base_url: str) -> None:
    with RlveGymClient(base_url) as client, pytest.raises(ProblemError, match="Sortng"):
        build_dataset(client, "Sortng")


def test_a_stream_generates_while_it_is_read(base_url: str) -> None:
    stream = stream_dataset(base_url, ["Sorting", "Multiplication"])
    rows = list(islice(stream, 5))
    assert [(row["environment_id"], row["seed"]) for row in rows] == [
        ("Sorting", 0),
        ("Multiplication", 0),
        ("Sorting", 1),
        ("Multiplication", 1),
        ("Sorting", 2),
    ]
    assert stream.features is not None
    assert rows == list(islice(stream, 5))


def test_workers_share_a_stream(base_url: str) -> None:
    stream = stream_dataset(base_url, "Sorting", seeds=range(5), num_shards=2)
    assert stream.num_shards == 2
    shards = [[row["seed"] for row in stream.shard(2, index)] for index in range(2)]
    assert shards == [[0, 2, 4], [1, 3]]


DEFINITION = {"environments": ["Sorting"], "min_samples": 4}


def test_a_curriculum_is_drawn_from_while_it_is_read(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        main = client.curriculum("stream")
        main.load(DEFINITION)
        stream = stream_curriculum(base_url, "stream", draws_ahead=3)
        assert main.state()["draws"] == 0
        rows = list(islice(stream, 4))
        assert main.state()["draws"] == 6
        assert [(row["curriculum"], row["difficulty"]) for row in rows] == [("stream", 0)] * 4
        assert len({row["problem_id"] for row in rows}) == 4
        [problem] = client.generate([rows[0]["problem_id"]])
        assert rows[0]["prompt"][-1]["content"] == problem.problem_input
        assert isinstance(stream, IterableDataset)
        # A shuffled stream would draw a thousand before its first row.
        assert len(list(islice(stream.shuffle(seed=1), 3))) == 3
        assert main.state()["draws"] == 9


def test_processes_of_a_group_read_the_same_draws(
    base_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RlveGymClient(base_url) as client:
        main = client.curriculum("processes")
        main.load(DEFINITION)
        monkeypatch.setenv("WORLD_SIZE", "2")
        with pytest.raises(ValueError, match="group"):
            stream_curriculum(base_url, "processes")
        first, second, other = (
            [
                row["problem_id"]
                for row in islice(stream_curriculum(base_url, "processes", group=group), 20)
            ]
            for group in ("run 1", "run 1", "run 2")
        )
        assert first == second
        assert not set(first) & set(other)
        assert main.state()["draws"] == 2 * 24


def test_a_curriculum_that_is_not_there(base_url: str) -> None:
    with pytest.raises(ServerError, match="nowhere"):
        next(iter(stream_curriculum(base_url, "nowhere")))
