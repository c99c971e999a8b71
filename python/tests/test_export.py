"""`RLVE_Gym.export` writes rows that are read and verified."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from datasets import load_dataset

import RLVE_Gym
from RLVE_Gym import InvalidRequestError, RlveGymClient, RlveGymError, Submission
from RLVE_Gym.integrations.chat import SYSTEM_PROMPT


def read_lines(path: str | Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text().splitlines()]


def test_rows_are_verified_by_a_server(tmp_path: Path, base_url: str) -> None:
    path = tmp_path / "rows" / "train.jsonl"
    exported = RLVE_Gym.export(
        path,
        {"Sorting": 2, "family:grids": 1e-7},
        range(1, 3),
        count=6,
        split="train",
        shuffle=1,
        answers=True,
    )
    assert (exported.rows, exported.files, exported.short) == (6, [str(path)], [])
    rows = read_lines(path)
    assert Counter(row["environment"] for row in rows) == {"Sorting": 6}
    assert Counter(row["difficulty"] for row in rows) == {1: 3, 2: 3}
    with RlveGymClient(base_url) as client:
        results = client.verify(
            Submission(
                problem_id=str(row["problem_id"]),
                outputs=[f"<answer>{row['reference_answer']}</answer>", "?"],
            )
            for row in rows
        )
    assert [result.reward for result in results] == [[1, -1]] * 6


def test_parquet_with_a_card(tmp_path: Path) -> None:
    exported = RLVE_Gym.export(
        tmp_path / "rows.parquet",
        ["Sorting", "Knapsack"],
        "0-2",
        count=30,
        format="trl",
        card=tmp_path / "README.md",
    )
    dataset = load_dataset(str(tmp_path), split="train", cache_dir=str(tmp_path / "cache"))
    assert len(dataset) == exported.rows == 30
    assert {row["prompt"][0]["content"] for row in dataset} == {SYSTEM_PROMPT}


def test_levels_with_fewer_problems_are_told(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    exported = RLVE_Gym.export(path, "DeltaMinPopcount", count=3000, file_size="1KB")
    [level] = exported.short
    assert (level.environment, level.level, level.asked) == ("DeltaMinPopcount", 0, 3000)
    assert level.rows == exported.rows == sum(len(read_lines(file)) for file in exported.files)
    assert len(exported.files) > 1
    assert level.failure is None


def test_a_curriculum_of_a_server(tmp_path: Path, start_server: object) -> None:
    assert callable(start_server)
    base_url = start_server(RLVEGYM_API_KEY="secret")
    with RlveGymClient(base_url, api_key="secret") as client:
        client.curriculum("main").load({"environments": ["Sorting"], "start": 3, "split": "test"})
    url = f"{base_url}/curricula/main"
    path = tmp_path / "rows.jsonl"
    RLVE_Gym.export(path, curriculum=url, count=4, api_key="secret", system_prompt=None)
    assert {(row["difficulty"], row["split"]) for row in read_lines(path)} == {(3, "test")}
    with pytest.raises(RlveGymError, match="401"):
        RLVE_Gym.export(path, curriculum=url, count=4)


def test_without_a_system_prompt(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    RLVE_Gym.export(path, "Sorting", count=1, format="trl", system_prompt=None)
    [row] = read_lines(path)
    assert isinstance(row["prompt"], list)
    assert [message["role"] for message in row["prompt"]] == ["user"]


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequestError, match="Did you mean 'Sorting'"):
        RLVE_Gym.export(tmp_path / "rows.jsonl", "Sortng", count=1)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(RlveGymError, match=r"EEXIST|ENOTDIR") as raised:
        RLVE_Gym.export(tmp_path / "file" / "rows.jsonl", "Sorting", count=1)
    assert raised.value.code == "EXPORT_FAILED"
