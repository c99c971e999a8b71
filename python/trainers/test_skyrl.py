"""The environment made by SkyRL-gym itself, as SkyRL's generators do: by a row's `env_class`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import skyrl_gym
from omegaconf import DictConfig
from skyrl_gym.envs.base_text_env import BaseTextEnv

from RLVE_Gym import ProblemError, RlveGymClient, Submission, Verified
from RLVE_Gym.integrations.skyrl import register

if TYPE_CHECKING:
    from collections.abc import Callable

ID = "Sorting@2/1/5"
ROW = {
    "data_source": "rlve-gym/Sorting",
    "env_class": "rlve_gym",
    "reward_spec": {"method": "rule", "ground_truth": ID},
    "extra_info": {"index": 0, "problem_id": ID},
    "max_turns": 1,
}
PROMPT = [{"role": "user", "content": "Sort 3 1 2."}]


def make(base_url: str, row: dict[str, Any]) -> Any:
    register()
    register()
    return skyrl_gym.make("rlve_gym", env_config=DictConfig({"base_url": base_url}), extras=row)


def test_an_episode(base_url: str, solve: Callable[[str], str]) -> None:
    env = make(base_url, ROW)
    assert isinstance(env, BaseTextEnv)
    assert env.init(PROMPT) == (PROMPT, {"problem_id": ID})
    assert env.step(solve(ID)) == {
        "observations": [],
        "reward": 1.0,
        "done": True,
        "metadata": {"problem_id": ID, "accuracy": 1, "format_score": 1},
    }
    wrong = make(base_url, ROW)
    wrong.init(PROMPT)
    assert wrong.step("no answer")["reward"] == -1
    metrics = [env.get_metrics(), wrong.get_metrics()]
    assert env.aggregate_metrics(metrics) == {"accuracy": 0.5, "format_score": 0.5}
    env.close()


def test_a_curriculum_draws_and_is_told(base_url: str, client: RlveGymClient) -> None:
    main = client.curriculum("skyrl")
    main.load({"environments": ["Sorting"], "min_samples": 100})
    rows = [{"curriculum": "skyrl", "group": f"run 1/{group}"} for group in (0, 0, 1)]
    envs = [make(base_url, row) for row in rows]
    prompts = [env.init([])[0] for env in envs]
    # A group is of one problem.
    assert prompts[0] == prompts[1] != prompts[2]
    assert [message["role"] for message in prompts[0]] == ["system", "user"]
    assert [env.step("?")["reward"] for env in envs] == [-1, -1, -1]
    state = main.state()
    assert (state["draws"], state["environments"]["Sorting"]["total_samples"]) == (2, 3)


def test_a_row_of_another_task(base_url: str) -> None:
    with pytest.raises(ValueError, match="rlve-gym export --format skyrl"):
        make(base_url, {"reward_spec": {"method": "rule", "ground_truth": "72"}})


def test_what_cannot_be_verified(base_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ProblemError, match="Sortng"):
        make(base_url, {"problem_id": "Sortng@1/0/0"}).step("?")

    def verify(self: RlveGymClient, submissions: list[Submission], **_: Any) -> list[Verified]:
        return [Verified([None], [None], [None]) for _ in submissions]

    monkeypatch.setattr(RlveGymClient, "verify", verify)
    output = make(base_url, ROW).step("?")
    assert (output["reward"], output["metadata"]) == (0, {"problem_id": ID})
