"""Rows of every format, read by the library that is to read them, and scored back.

Libraries that need a GPU are stood for by what they do with a row: the source of each is named.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import suppress
from socket import socket
from typing import TYPE_CHECKING, Any, Protocol
from urllib.request import Request, urlopen

import pandas as pd
import pyarrow.parquet as pq
import pytest
import reasoning_gym
import skyrl_gym
from datasets import Dataset, load_dataset
from openai.types.responses import Response, ResponseInputParam
from pydantic import BaseModel, ConfigDict, TypeAdapter

import RLVE_Gym
from documented import examples_of
from RLVE_Gym import RlveGymClient, Submission
from RLVE_Gym.integrations import reasoning_gym as rlve_reasoning_gym
from RLVE_Gym.integrations import skyrl
from RLVE_Gym.integrations.trl import RlveGymReward
from RLVE_Gym.integrations.verl import compute_score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

Row = dict[str, Any]

KEPT: dict[str, Callable[[Mapping[str, Any]], Row]] = {
    "plain": lambda row: {"problem_id": row["problem_id"]},
    "trl": lambda row: {"problem_id": row["problem_id"]},
    "verifiers": lambda row: {"info": row["info"]},
    "verl": lambda row: {"ground_truth": row["reward_model"]["ground_truth"]},
    "skyrl": lambda row: {"reward_spec": row["reward_spec"]},
    "nemo-gym": lambda row: {"problem_id": row["problem_id"]},
    "openrlhf": lambda row: {"label": row["label"]},
    "reasoning-gym": lambda row: {"metadata": row["metadata"]},
    "rlve": lambda row: {"environment": row["environment"], "config": row["config"]},
}
"""What is left of a row where it is scored, by format."""

READERS: dict[str, Callable[[Path], list[Row]]] = {
    "json": lambda folder: [
        json.loads(line) for line in (folder / "rows.jsonl").read_text().splitlines()
    ],
    "datasets, JSON lines": lambda folder: list(load(folder, "jsonl")),
    "datasets, Parquet": lambda folder: list(load(folder, "parquet")),
    "pandas, JSON lines": lambda folder: to_rows(pd.read_json(folder / "rows.jsonl", lines=True)),
    "pandas, Parquet": lambda folder: to_rows(pd.read_parquet(folder / "rows.parquet")),
    "pyarrow": lambda folder: pq.read_table(folder / "rows.parquet").to_pylist(),
}
"""What reads the files of a folder."""


class Exports(Protocol):
    def __call__(self, format: str) -> Path: ...  # noqa: A002


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Exports:
    """Writes rows of a format, some with integers beyond 64 bits, and returns their folder."""
    folders: dict[str, Path] = {}

    def write(format: str) -> Path:  # noqa: A002
        if format not in folders:
            folder = folders[format] = tmp_path_factory.mktemp(format)
            for ending in ("jsonl", "parquet"):
                RLVE_Gym.export(
                    folder / f"rows.{ending}",
                    ["Sorting", "Multiplication"],
                    [0, 12],
                    count=8,
                    format=format,
                    # Only these are nothing without.
                    answers=format == "rlve",
                )
        return folders[format]

    return write


def load(folder: Path, ending: str) -> Dataset:
    kind = {"jsonl": "json"}.get(ending, ending)
    files = str(folder / f"rows.{ending}")
    return load_dataset(kind, data_files=files, split="train", cache_dir=str(folder / "cache"))


def to_rows(frame: pd.DataFrame) -> list[Row]:
    return json.loads(frame.to_json(orient="records"))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("format", "reader"),
    [
        (kind, reader)
        for kind in KEPT
        for reader in READERS
        # Neither library reads JSON whose integers are beyond 64 bits: Parquet has the config as
        # text for that.
        if kind != "rlve" or reader not in ("datasets, JSON lines", "pandas, JSON lines")
    ],
)
def test_rows_are_read_and_scored_back(
    format: str,  # noqa: A002
    reader: str,
    exports: Exports,
    client: RlveGymClient,
    solve: Callable[[str], str],
) -> None:
    rows = READERS[reader](exports(format))
    assert len(rows) == 8
    outputs = [[solve(row["problem_id"]), "no answer"] for row in rows]
    both = [*rows, *map(KEPT[format], rows)]
    # Neither the client nor the command is told of which format they are.
    submissions = [Submission.from_row(*given) for given in zip(both, outputs * 2, strict=True)]
    assert [result.reward for result in client.verify(submissions)] == [[1, -1]] * 16
    lines = [{**row, "outputs": own} for row, own in zip(both, outputs * 2, strict=True)]
    ended = subprocess.run(
        [sys.executable, "-m", "RLVE_Gym", "verify"],
        input="\n".join(json.dumps(line) for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    verified = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [result["reward"] for result in verified] == [[1, -1]] * 16


def test_trl(exports: Exports, base_url: str, solve: Callable[[str], str]) -> None:
    """Reward functions are given the columns of a batch (huggingface.co/docs/trl/grpo_trainer)."""
    batch = load(exports("trl"), "parquet")[:]
    completions = [[{"role": "assistant", "content": solve(name)}] for name in batch["problem_id"]]
    rewards = RlveGymReward(base_url)(completions=completions, **batch)
    assert rewards == [1] * 8
    assert [message["role"] for message in batch["prompt"][0]] == ["system", "user"]


def test_verl(exports: Exports, base_url: str, solve: Callable[[str], str]) -> None:
    """As `RLHFDataset` reads Parquet, and `NaiveRewardManager` scores (verl 0.9)."""
    for row in load(exports("verl"), "parquet"):
        assert row["data_source"].startswith("rlve-gym/")
        assert isinstance(row["extra_info"]["index"], int)
        scored = compute_score(
            data_source=row["data_source"],
            solution_str=solve(row["problem_id"]),
            ground_truth=row["reward_model"]["ground_truth"],
            extra_info={**row["extra_info"], "num_turns": None, "rollout_reward_scores": {}},
            base_url=base_url,
        )
        assert scored["score"] == 1


def test_skyrl(exports: Exports, base_url: str, solve: Callable[[str], str]) -> None:
    """As `PromptDataset` splits a row into prompt, `env_class` and extras (skyrl_train)."""
    skyrl.register()
    for row in load(exports("skyrl"), "parquet"):
        prompt, name = row.pop("prompt"), row.pop("env_class")
        env = skyrl_gym.make(name, env_config={"base_url": base_url}, extras=row)
        assert env.init(prompt)[0] == prompt
        assert env.step(solve(row["problem_id"]))["reward"] == 1


def test_openrlhf(exports: Exports, client: RlveGymClient, solve: Callable[[str], str]) -> None:
    """A chat by the input key, and a text by the label key, which reward functions are given.

    (openrlhf/datasets/prompts_dataset.py; `--input_key input --label_key label`.)
    """
    for row in load(exports("openrlhf"), "jsonl"):
        assert [message["role"] for message in row["input"]] == ["system", "user"]
        submission = Submission(problem_id=row["label"], outputs=[solve(row["problem_id"])])
        assert client.verify([submission])[0].reward == [1]


def test_reasoning_gym(exports: Exports, base_url: str, solve: Callable[[str], str]) -> None:
    """An entry is scored by the dataset that it says it is from."""
    rlve_reasoning_gym.register()
    for entry in load(exports("reasoning-gym"), "jsonl"):
        metadata = entry["metadata"]
        dataset = reasoning_gym.create_dataset(metadata["source_dataset"], base_url=base_url)
        assert dataset.score_answer(solve(metadata["problem_id"]), entry) == 1
        assert dataset.score_answer("no answer", entry) == 0


class VerifyResponse(BaseModel):
    """What an agent of NeMo Gym takes back (`BaseVerifyResponse` and `SimpleAgentVerifyResponse`).

    (github.com/NVIDIA-NeMo/Gym, nemo_gym/base_resources_server.py.)
    """

    model_config = ConfigDict(extra="allow")

    responses_create_params: dict[str, Any]
    response: Response
    reward: float
    mask_sample: bool = False
    failure_kind: str | None = None
    failure_reason: str | None = None


@pytest.fixture
def nemo_gym_server() -> Iterator[str]:
    """The server as the documented `app.py` starts it."""
    [app] = examples_of("NeMo Gym")
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with subprocess.Popen([sys.executable, "-c", app.replace("8000", port)]) as process:
        for _ in range(600):
            with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/ready"):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        # What is signalled is the server itself.
        process.terminate()
        assert process.wait(30) == 0


def test_nemo_gym(exports: Exports, nemo_gym_server: str, solve: Callable[[str], str]) -> None:
    """As the simple agent runs a row (responses_api_agents/simple_agent/app.py)."""

    def post(path: str, body: Row) -> Any:
        headers = {"Content-Type": "application/json"}
        request = Request(nemo_gym_server + path, json.dumps(body).encode(), headers)
        with urlopen(request) as reply:
            return json.load(reply)

    for row in load(exports("nemo-gym"), "jsonl"):
        messages = row["responses_create_params"]["input"]
        assert TypeAdapter(ResponseInputParam).validate_python(messages)
        assert post("/seed_session", row) == {}
        text = {"type": "output_text", "text": solve(row["problem_id"]), "annotations": []}
        message = {"id": "m", "type": "message", "role": "assistant", "content": [text]}
        response = Response.model_validate(
            {
                "id": f"resp_{row['seed']}",
                "created_at": 1764400000.25,
                "object": "response",
                "model": "policy",
                "output": [{**message, "status": "completed"}],
                "parallel_tool_calls": True,
                "tool_choice": "auto",
                "tools": [],
            }
        )
        verified = VerifyResponse.model_validate(
            post("/verify", {**row, "response": response.model_dump()})
        )
        assert (verified.reward, verified.mask_sample) == (1, False)
        assert verified.response == response
        assert verified.responses_create_params == row["responses_create_params"]
