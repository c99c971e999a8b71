"""The environment in Gymnasium itself: its checker, its wrappers, its vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gymnasium
import pytest
from gymnasium.error import ResetNeeded
from gymnasium.utils.env_checker import check_env

from RLVE_Gym import ProblemError, RlveGymClient, Submission, Verified
from RLVE_Gym.integrations.gymnasium import RlveGymTextEnv

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_checker_of_gymnasium(base_url: str) -> None:
    check_env(RlveGymTextEnv("Sorting", base_url=base_url), skip_render_check=True)


def test_an_episode(base_url: str, solve: Callable[[str], str]) -> None:
    env = gymnasium.make("RlveGym-v0", environments="Sorting", difficulty=2, base_url=base_url)
    prompt, info = env.reset(seed=42)
    assert info["problem_id"] == "Sorting@2/2/42"
    assert info["parameters"]
    assert "sort" in prompt.lower()
    assert env.step(solve(info["problem_id"])) == (
        "",
        1.0,
        True,
        False,
        {
            "problem_id": "Sorting@2/2/42",
            "environment_id": "Sorting",
            "difficulty": 2,
            "seed": 42,
            "accuracy": 1,
            "format_score": 1,
        },
    )
    with pytest.raises(ResetNeeded, match="one problem and one output"):
        env.step("again")


def test_a_seed_is_the_start_of_what_follows(base_url: str) -> None:
    env = RlveGymTextEnv(["Sorting", "Knapsack"], [0, 1, 2], split="train", base_url=base_url)

    def read(seed: int) -> list[str]:
        return [env.reset(seed=seed)[0], *(env.reset()[0] for _ in range(5))]

    assert read(1) == read(1)
    assert not set(read(1)) & set(read(2))


def test_a_named_problem_and_a_reason(base_url: str) -> None:
    env = RlveGymTextEnv(explain=True, base_url=base_url)
    _, info = env.reset(options={"problem_id": "Knapsack@1/0/7"})
    assert info["problem_id"] == "Knapsack@1/0/7"
    _, reward, terminated, truncated, info = env.step("no answer")
    assert (reward, terminated, truncated) == (-1, True, False)
    assert "answer" in info["reason"]


def test_a_curriculum_draws_and_is_told(base_url: str, client: RlveGymClient) -> None:
    main = client.curriculum("gymnasium")
    main.load({"environments": ["Sorting"], "min_samples": 100})
    env = RlveGymTextEnv(curriculum="gymnasium", base_url=base_url)
    other = RlveGymTextEnv(curriculum="gymnasium", base_url=base_url)
    group = {"group_id": "step 1/0"}
    assert env.reset(options=group)[0] == other.reset(options=group)[0]
    env.step("?")
    other.step("?")
    env.reset()
    env.step("?")
    # A problem that somebody names was not drawn.
    env.reset(options={"problem_id": "Sorting@2/0/0"})
    env.step("?")
    state = main.state()
    assert (state["draws"], state["environments"]["Sorting"]["total_samples"]) == (2, 3)


def test_in_a_vector(base_url: str) -> None:
    options = {"environments": "Sorting", "difficulty": 3, "base_url": base_url}
    envs = gymnasium.make_vec("RlveGym-v0", num_envs=3, vectorization_mode="sync", **options)
    prompts, _ = envs.reset(seed=5)
    seen = set(prompts)
    for _ in range(4):
        prompts, rewards, terminated, _, _ = envs.step(["?"] * 3)
        if terminated.all():
            assert list(rewards) == [-1, -1, -1]
        else:
            seen |= set(prompts)
    assert len(seen) == 9
    envs.close()


def test_what_cannot_be_drawn_or_verified(base_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    env = RlveGymTextEnv("Sortng", base_url=base_url)
    with pytest.raises(ProblemError, match="Sorting"):
        env.reset(seed=1)
    with pytest.raises(ResetNeeded):
        env.step("?")

    def verify(self: RlveGymClient, submissions: list[Submission], **_: Any) -> list[Verified]:
        return [Verified([None], [None], [None]) for _ in submissions]

    env = RlveGymTextEnv("Sorting", base_url=base_url)
    env.reset(seed=1)
    monkeypatch.setattr(RlveGymClient, "verify", verify)
    _, reward, terminated, truncated, info = env.step("?")
    assert (reward, terminated, truncated) == (0, False, True)
    assert "accuracy" not in info
