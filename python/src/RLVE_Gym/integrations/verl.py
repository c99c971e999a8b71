"""RLVE-Gym as verl's reward function, by path:

    reward.custom_reward_function.path=pkg://RLVE_Gym.integrations.verl
    reward.custom_reward_function.name=compute_score

It is called as verl's reward managers call one (`verl/experimental/reward_loop/reward_manager/` and
`verl/workers/reward_manager/` of verl 0.9), and imports nothing of verl. Rows are those of
`rlve-gym export --format verl`. Where the server is says `RLVEGYM_BASE_URL`, or
`reward.custom_reward_function.reward_kwargs`.
"""  # noqa: D415

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

# Not relative: verl may load this file by its path.
from RLVE_Gym.integrations.chat import MODEL_READING
from RLVE_Gym.integrations.scoring import Figures, score, to_figures
from RLVE_Gym.integrations.shared import BASE_URL, shared_client
from RLVE_Gym.messages import Submission
from RLVE_Gym.rows import find_problem_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def compute_score(
    data_source: str,
    solution_str: str,
    ground_truth: str,
    extra_info: Mapping[str, Any] | None = None,
    *,
    base_url: str = BASE_URL,
    api_key: str | None = None,
    **_: Any,
) -> dict[str, float]:
    """Score a response: verl's reward managers `naive`, `dapo`, `limited`, `prime`.

    Args:
        data_source: The row's; not looked at.
        solution_str: The response.
        ground_truth: The row's, which is the problem's id.
        extra_info: The row's; a `curriculum` in it, which drew the problem, is told.
        base_url: Where the server is; without one that in `RLVEGYM_BASE_URL`.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
        **_: Whatever else verl passes.

    Returns:
        `score`, the reward; and to log `acc`, `format_score` and `verified`, which is 0 where the
        server could not verify the response: its score is 0, since verl leaves out none.

    Raises:
        ValueError: The row names no problem.
        RlveGymError: The server cannot be reached, refuses, or knows no such problem.
    """
    problem_id = _find_id(ground_truth, extra_info)
    curriculum = (extra_info or {}).get("curriculum")
    client = shared_client(base_url, api_key)
    return _to_score(score(client, problem_id, solution_str, curriculum=curriculum))


def compute_scores(
    data_sources: Sequence[str],
    solution_strs: Sequence[str],
    ground_truths: Sequence[str],
    extra_infos: Sequence[Mapping[str, Any] | None],
    *,
    base_url: str = BASE_URL,
    api_key: str | None = None,
    **_: Any,
) -> list[dict[str, float]]:
    """Score a batch at once: verl's reward manager `batch`; else as `compute_score`."""
    places: dict[str | None, list[int]] = defaultdict(list)
    for place, extra_info in enumerate(extra_infos):
        places[(extra_info or {}).get("curriculum")].append(place)
    client = shared_client(base_url, api_key)
    scores: list[dict[str, float]] = [{} for _ in solution_strs]
    for curriculum, own in places.items():
        submissions = [
            Submission(
                problem_id=_find_id(ground_truths[place], extra_infos[place]),
                outputs=[solution_strs[place]],
            )
            for place in own
        ]
        results = client.verify_many(submissions, reading=MODEL_READING, curriculum=curriculum)
        for place, submission, result in zip(own, submissions, results, strict=True):
            scores[place] = _to_score(to_figures(result, submission))
    return scores


def _find_id(ground_truth: str, extra_info: Mapping[str, Any] | None) -> str:
    found = find_problem_id({"ground_truth": ground_truth, "extra_info": extra_info})
    if found is None:
        raise ValueError(
            f"Neither ground_truth ({str(ground_truth)[:80]!r}) nor extra_info has a problem's id, "
            "such as Sorting@2/3/42: use the rows of `rlve-gym export --format verl`"
        )
    return found


def _to_score(figures: Figures | None) -> dict[str, float]:
    if figures is None:
        return {"score": 0.0, "acc": 0.0, "format_score": 0.0, "verified": 0.0}
    return {
        "score": figures.reward,
        "acc": float(figures.accuracy),
        "format_score": float(figures.format_score),
        "verified": 1.0,
    }
