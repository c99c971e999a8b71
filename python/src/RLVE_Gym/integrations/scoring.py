"""One output, verified: what adapters of one output at a time have in common."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from ..messages import Submission
from .chat import MODEL_READING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..client import RlveGymClient
    from ..messages import Verified

_log = logging.getLogger("RLVE_Gym")


class Figures(NamedTuple):
    """How an output was scored."""

    reward: float
    accuracy: int
    format_score: int
    reason: str | None = None
    """Why it earned less than full reward, where that was asked for."""


def score(
    client: RlveGymClient,
    problem_id: str,
    output: str,
    *,
    answer_markers: Sequence[str] | None = None,
    curriculum: str | None = None,
    explain: bool = False,
) -> Figures | None:
    """Verify a model's output, and tell the curriculum that drew its problem.

    Returns:
        `None` where verifying it failed inside the server, which the log tells: whoever trains is
        to leave such a sample out, and not to take it for a wrong one.

    Raises:
        ProblemError: There is no such problem: a newer version of the environment may have others.
        RlveGymError: The server cannot be reached, or refuses.
    """
    submission = Submission(problem_id=problem_id, outputs=[output])
    [result] = client.verify(
        [submission],
        answer_markers=answer_markers,
        reading=MODEL_READING,
        curriculum=curriculum,
        explain=explain,
    )
    return to_figures(result, submission)


def to_figures(result: Verified, submission: Submission) -> Figures | None:
    """Return the figures of a submission's one output; `None` as `score` does."""
    [reward], [accuracy], [format_score] = result.reward, result.accuracy, result.format_score
    if reward is None or accuracy is None or format_score is None:
        _log.warning("An output for %s could not be verified by the server", submission.problem_id)
        return None
    return Figures(reward, accuracy, format_score, result.reason[0] if result.reason else None)
