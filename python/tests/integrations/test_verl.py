"""verl's reward function, loaded and called as verl 0.9.1 does: verl itself needs torch and a GPU.

Its loader is `load_extern_object` in verl/utils/import_utils.py; its callers are
verl/experimental/reward_loop/reward_manager/ and verl/workers/reward_manager/.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from RLVE_Gym import RlveGymClient, Submission, Verified
from RLVE_Gym.integrations import verl
from RLVE_Gym.integrations.verl import compute_score, compute_scores

pytestmark = pytest.mark.usefixtures("shared_clients")

ID = "Sorting@2/1/5"
WRONG = {"score": -1.0, "acc": 0.0, "format_score": 0.0, "verified": 1.0}
RIGHT = {"score": 1.0, "acc": 1.0, "format_score": 1.0, "verified": 1.0}


@pytest.fixture
def right(base_url: str) -> str:
    with RlveGymClient(base_url) as client:
        [problem] = client.generate([ID], include=["reference_answer"])
    return f"<think>?</think><answer>{problem.reference_answer}</answer>"


def test_a_response(base_url: str, right: str) -> None:
    # What the managers `naive`, `dapo` and `limited` pass, all by name.
    row = {
        "data_source": "rlve-gym/Sorting",
        "ground_truth": ID,
        "extra_info": {"index": 0, "num_turns": 2, "rollout_reward_scores": {}},
    }
    assert compute_score(solution_str=right, **row, base_url=base_url) == RIGHT  # type: ignore[arg-type]
    assert compute_score(solution_str="?", **row, base_url=base_url) == WRONG  # type: ignore[arg-type]
    # `prime` passes them in order.
    assert compute_score("", right, ID, None, base_url=base_url) == RIGHT
    # The id is in extra_info, too; with a reward model there are further keywords.
    extra = {"problem_id": ID}
    assert (
        compute_score("", right, "42", extra, base_url=base_url, reward_router_address="here:1")
        == RIGHT
    )


def test_a_batch(base_url: str, right: str) -> None:
    scores = compute_scores(
        data_sources=["a", "a", "a"],
        solution_strs=[right, "?", right],
        ground_truths=[ID, ID, "Sorting@2/1/6"],
        extra_infos=[{}, {"rollout_reward_scores": {}}, None],
        base_url=base_url,
    )
    assert scores[:2] == [RIGHT, WRONG]
    assert scores[2]["acc"] == 0


def test_a_curriculum_is_told(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        main = client.curriculum("verl")
        main.load({"environments": ["Sorting"], "min_samples": 100})
        [problem] = main.draw()
        extra = {"curriculum": "verl"}
        compute_score("", "?", problem.problem_id, extra, base_url=base_url)
        ids = [problem.problem_id, ID]
        compute_scores(["", ""], ["?", "?"], ids, [extra, None], base_url=base_url)
        assert main.state()["environments"]["Sorting"]["total_samples"] == 2


def test_the_file_can_be_loaded_by_its_path(base_url: str, right: str) -> None:
    """As `custom_reward_function.path` names it; `pkg://` is an import by name."""
    spec = importlib.util.spec_from_file_location("custom_module_1", str(Path(verl.__file__)))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert isinstance(module, ModuleType)
    assert "custom_module_1" not in sys.modules
    assert module.compute_score("", right, ID, base_url=base_url) == RIGHT


def test_a_row_without_a_problem() -> None:
    with pytest.raises(ValueError, match="rlve-gym export --format verl"):
        compute_score("openai/gsm8k", "#### 72", "72", {"index": 3})


def test_a_response_that_could_not_be_verified(
    base_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def verify(self: RlveGymClient, submissions: list[Submission], **_: object) -> list[Verified]:
        return [Verified([None], [None], [None]) for _ in submissions]

    monkeypatch.setattr(RlveGymClient, "verify", verify)
    score = compute_score("", "?", ID, base_url=base_url)
    assert score == {"score": 0.0, "acc": 0.0, "format_score": 0.0, "verified": 0.0}
