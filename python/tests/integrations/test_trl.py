"""The reward function and the environment, called as TRL 1.16's GRPOTrainer calls them.

TRL itself needs torch, which PyPI has for Linux only with its GPU stack: `python/test-trl` runs it.
What it does with them is in `trl/trainer/grpo_trainer.py`: `_calculate_rewards` for reward
functions; `__init__` and `_generate_and_score_completions` for environments. Tool schemas are read
by `transformers`.
"""

from __future__ import annotations

import inspect
import pickle
from functools import partial
from itertools import islice
from types import SimpleNamespace
from typing import Any

import pytest
from transformers.utils import get_json_schema

from RLVE_Gym import ProblemError, RlveGymClient, RlveGymError
from RLVE_Gym.integrations import trl
from RLVE_Gym.integrations.chat import TOOL_SYSTEM_PROMPT
from RLVE_Gym.integrations.datasets import build_dataset, stream_curriculum
from RLVE_Gym.integrations.trl import RlveGymReward, RlveGymToolEnv, reward_func

pytestmark = pytest.mark.usefixtures("shared_clients")


@pytest.fixture
def rows(base_url: str) -> list[dict[str, Any]]:
    with RlveGymClient(base_url) as client:
        return list(build_dataset(client, "Sorting", difficulty=1, seeds=range(3)))


@pytest.fixture
def answers(base_url: str) -> list[str]:
    ids = [f"Sorting@2/1/{seed}" for seed in range(3)]
    with RlveGymClient(base_url) as client:
        return [str(p.reference_answer) for p in client.generate(ids, include=["reference_answer"])]


def calculate_rewards(
    reward: RlveGymReward,
    rows: list[dict[str, Any]],
    completions: list[Any],
    *,
    step: int = 0,
    **extra: Any,
) -> list[float | None]:
    """Call a reward function as `_calculate_rewards` does."""
    keys = [key for key in rows[0] if key not in ["prompt", "completion", "completion_ids"]]
    columns: dict[str, Any] = {key: [example[key] for example in rows] for key in keys}
    output = reward(
        prompts=[row["prompt"] for row in rows],
        completions=completions,
        completion_ids=[[0]] * len(rows),
        **columns,
        trainer_state=SimpleNamespace(global_step=step),
        log_extra=lambda column, values: None,
        **extra,
    )
    assert len(output) == len(rows)
    return output


def test_rewards_in_the_order_of_the_completions(
    base_url: str, rows: list[dict[str, Any]], answers: list[str]
) -> None:
    # Two generations a prompt, as GRPO repeats rows.
    batch = [row for row in rows for _ in range(2)]
    texts = [text for answer in answers for text in (f"<answer>{answer}</answer>", "I do not know")]
    rewards = calculate_rewards(RlveGymReward(base_url), batch, texts)
    assert rewards == [1.0, -1.0] * 3
    chats = [[{"role": "assistant", "content": text}] for text in texts]
    assert calculate_rewards(RlveGymReward(base_url), batch, chats) == rewards


def test_other_figures_and_markers(
    base_url: str, rows: list[dict[str, Any]], answers: list[str]
) -> None:
    reward = RlveGymReward(base_url, figure="accuracy", answer_markers=["[[", "]]"])
    assert calculate_rewards(reward, rows, [f"[[{answer}]]" for answer in answers]) == [1, 1, 1]
    assert reward.__name__ == "rlve_gym_accuracy"


def test_logs_the_mean_of_every_figure(base_url: str, rows: list[dict[str, Any]]) -> None:
    logged: dict[str, float] = {}
    calculate_rewards(
        RlveGymReward(base_url), rows, ["no answer"] * 3, log_metric=logged.__setitem__
    )
    assert logged == {
        "rlve_gym/reward": -1.0,
        "rlve_gym/accuracy": 0.0,
        "rlve_gym/format_score": 0.0,
    }


# The second is of a version that moved on: its problem is another one now.
@pytest.mark.parametrize("name", ["Sortng@1/0/0", "Sorting@9/1/1"])
def test_a_row_that_names_no_problem(base_url: str, rows: list[dict[str, Any]], name: str) -> None:
    rows[1]["problem_id"] = name
    with pytest.raises(ProblemError, match=name.split("@")[0]):
        calculate_rewards(RlveGymReward(base_url), rows, ["no answer"] * 3)


def test_survives_pickling(base_url: str, rows: list[dict[str, Any]]) -> None:
    reward = RlveGymReward(base_url)
    calculate_rewards(reward, rows, ["no answer"] * 3)
    again = pickle.loads(pickle.dumps(reward))
    assert calculate_rewards(again, rows, ["no answer"] * 3) == [-1.0] * 3
    assert pickle.loads(pickle.dumps(reward_func)).__name__ == "rlve_gym_reward"
    pickle.dumps(partial(RlveGymToolEnv, base_url))


def tools_of(environment: RlveGymToolEnv) -> list[Any]:
    """Find the tools of an environment as TRL does."""
    members = inspect.getmembers(type(environment), predicate=inspect.isfunction)
    return [
        getattr(environment, name)
        for name, _ in members
        if name not in ("reset", "get_reward") and not name.startswith("_")
    ]


def test_the_tool_can_be_described_to_a_model(base_url: str) -> None:
    [tool] = tools_of(RlveGymToolEnv(base_url))
    schema = get_json_schema(tool)["function"]
    assert schema["name"] == "submit_answer"
    assert schema["parameters"]["required"] == ["answer"]
    assert schema["parameters"]["properties"]["answer"]["type"] == "string"


def test_an_episode(base_url: str, rows: list[dict[str, Any]], answers: list[str]) -> None:
    environment = RlveGymToolEnv(base_url)
    [submit_answer] = tools_of(environment)
    for row, answer in zip(rows, answers, strict=True):
        # The prompt of the dataset has the problem already.
        assert environment.reset(**row) is None
        assert environment.get_reward() == -1
        assert isinstance(submit_answer(answer=answer), str)
        assert environment.get_reward() == 1
        submit_answer(answer="a second try")
        assert environment.get_reward() == 1


def test_an_environment_that_brings_the_problem(base_url: str, rows: list[dict[str, Any]]) -> None:
    row = {**rows[0], "prompt": [{"role": "user", "content": ""}]}
    assert RlveGymToolEnv(base_url).reset(**row) == rows[0]["prompt"][-1]["content"]


def test_answers_in_markers_are_understood(
    base_url: str, rows: list[dict[str, Any]], answers: list[str]
) -> None:
    environment = RlveGymToolEnv(base_url)
    for dress in (
        "<answer>{}</answer>",
        "It is <answer> {} </answer>.",
        "<answer>{}",
        "{}</answer>",
    ):
        environment.reset(**rows[0])
        environment.submit_answer(dress.format(answers[0]))
        assert environment.get_reward() == 1, dress


def test_an_outage_is_no_reward(
    base_url: str,
    rows: list[dict[str, Any]],
    answers: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    environment = RlveGymToolEnv(base_url)
    environment.reset(**rows[0])
    with (
        RlveGymClient("http://127.0.0.1:9", reconnect_timeout_s=0.1) as nowhere,
        monkeypatch.context() as outage,
    ):
        outage.setattr(trl, "shared_client", lambda *_: nowhere)
        with pytest.raises(RlveGymError):
            environment.submit_answer(answers[0])
        assert environment.get_reward() is None
        with pytest.raises(RlveGymError):
            calculate_rewards(RlveGymReward(base_url), rows, ["?"] * 3)
        interrupted = RlveGymToolEnv(base_url)
        with pytest.raises(RlveGymError):
            interrupted.reset(**rows[1])
        assert interrupted.get_reward() is None
    # The model may try again.
    environment.submit_answer(answers[0])
    assert environment.get_reward() == 1


def test_rows_of_other_tasks_have_no_reward(base_url: str, rows: list[dict[str, Any]]) -> None:
    others = [{**rows[0], "problem_id": None}, *rows[1:]]
    assert calculate_rewards(RlveGymReward(base_url), others, ["?"] * 3) == [None, -1, -1]
    foreign: list[dict[str, Any]] = [{"prompt": "?", "environment": "chess"}] * 2
    assert calculate_rewards(RlveGymReward(base_url), foreign, ["?"] * 2) == [None, None]
    environment = RlveGymToolEnv(base_url)
    assert environment.reset(**foreign[0]) is None
    environment.submit_answer("e4")
    assert environment.get_reward() is None


def test_columns_leave_room_for_those_of_trl(rows: list[dict[str, Any]]) -> None:
    # A column `environment` chooses among several environment factories.
    assert "environment" not in rows[0]


def test_only_the_assistant_is_scored(
    base_url: str, rows: list[dict[str, Any]], answers: list[str]
) -> None:
    right = f"<answer>{answers[0]}</answer>"
    wrong = "<answer>?</answer>"
    chats = [
        [{"role": "assistant", "content": right}, {"role": "user", "content": wrong}],
        [{"role": "assistant", "content": wrong}, {"role": "tool", "content": right}],
        [{"role": "assistant", "content": f"{right}<think>or {wrong}"}],
    ]
    assert calculate_rewards(RlveGymReward(base_url), [rows[0]] * 3, chats) == [1, -1, 1]


def test_the_prompt_of_the_tool_speaks_of_it() -> None:
    assert "submit_answer" in TOOL_SYSTEM_PROMPT
    assert "<answer>" not in TOOL_SYSTEM_PROMPT


DEFINITION = {"environments": ["Sorting"], "min_samples": 100, "split": "all"}


def drawn(base_url: str, name: str, count: int) -> list[dict[str, Any]]:
    return list(islice(stream_curriculum(base_url, name, draws_ahead=count), count))


def right(client: RlveGymClient, row: dict[str, Any]) -> str:
    [problem] = client.generate([row["problem_id"]], include=["reference_answer"])
    return f"<answer>{problem.reference_answer}</answer>"


def test_a_step_is_told_to_its_curriculum_once(
    base_url: str, rows: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def counts() -> tuple[int, int]:
        sorting = main.state()["environments"]["Sorting"]
        return sorting["total_samples"], sorting["total_correct"]

    with RlveGymClient(base_url) as client:
        main = client.curriculum("grpo")
        main.load(DEFINITION)
        batch = [row for row in drawn(base_url, "grpo", 2) for _ in range(3)]
        texts = [right(client, batch[0]), "?", "?", "?", "?", right(client, batch[3])]
        reward = RlveGymReward(base_url)
        assert calculate_rewards(reward, batch, texts, step=1) == [1, -1, -1, -1, -1, 1]
        assert counts() == (6, 2)
        # Another figure of the same completions, or the same step again.
        calculate_rewards(RlveGymReward(base_url, figure="accuracy"), batch, texts, step=1)
        calculate_rewards(reward, batch, texts, step=1)
        assert counts() == (6, 2)
        # Another step, another process, other completions.
        calculate_rewards(reward, batch, texts, step=2)
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("RANK", "1")
            calculate_rewards(reward, batch, texts, step=2)
        calculate_rewards(reward, batch, ["?"] * 6, step=2)
        assert counts() == (24, 6)
        # Rows of an evaluation are of no curriculum.
        mixed = [{**row, "curriculum": None} for row in rows] + batch[:1]
        assert len(calculate_rewards(reward, mixed, ["?"] * 4, step=3)) == 4
        calculate_rewards(reward, rows, ["?"] * 3, step=3)
        assert counts() == (25, 6)


def test_an_episode_is_told_to_its_curriculum_once(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        main = client.curriculum("episodes")
        main.load(DEFINITION)
        solved, unanswered = drawn(base_url, "episodes", 2)
        environment = RlveGymToolEnv(base_url)
        for row, answer in ((solved, right(client, solved)), (unanswered, None)):
            environment.reset(**row)
            if answer is not None:
                environment.submit_answer(answer)
            environment.get_reward()
            environment.get_reward()
        sorting = main.state()["environments"]["Sorting"]
        assert (sorting["total_samples"], sorting["total_correct"]) == (2, 1)
