"""RLVE-Gym in TRL: a reward function, and an environment whose tool submits the answer.

Both verify by the dataset's column `problem_id` (see `RLVE_Gym.integrations.datasets`): rows
without one are of other tasks. What rows with a column `curriculum` come to, the curriculum is
told. Neither imports TRL.
"""

from __future__ import annotations

import os
from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal
from uuid import uuid4

from ..messages import Outcome, Submission
from .chat import ANSWER_MARKERS, MODEL_READING, mark_answer, to_output, to_text
from .shared import BASE_URL, shared_client

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..messages import Reading, Verified

_Figure = Literal["reward", "accuracy", "format_score"]


class RlveGymReward:
    """A reward function for `GRPOTrainer(reward_funcs=…)`.

    Completions of one step are verified in one batch. A completion whose verification failed
    inside the server gets `None`, which TRL leaves out of the reward, and not a false -1. The
    trainer's log shows the mean of each figure.

    Rows that a curriculum has drawn (`stream_curriculum`) are told to it, all of a step in one
    report, which counts once however often the same completions of a step are scored.

    Args:
        base_url: Where the server is; without one that in `RLVEGYM_BASE_URL`.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
        answer_markers: What stands before and after the answer in a completion.
        reading: How completions are read: as the model's alone, and without its thoughts.
        figure: What to reward: the verifier's reward, accuracy or format score.
    """

    def __init__(
        self,
        base_url: str = BASE_URL,
        *,
        api_key: str | None = None,
        answer_markers: Sequence[str] | None = None,
        reading: Reading = MODEL_READING,
        figure: _Figure = "reward",
    ) -> None:
        self._base_url = base_url
        self._api_key = api_key
        self._answer_markers = answer_markers
        self._reading = reading
        self._figure: _Figure = figure
        self.__name__ = f"rlve_gym_{figure}"
        """What TRL names the reward in its log."""

    def __call__(
        self,
        completions: Sequence[Any],
        problem_id: Sequence[str | None] = (),
        *,
        curriculum: Sequence[str | None] = (),
        trainer_state: Any = None,
        log_metric: Callable[[str, float], None] | None = None,
        **kwargs: Any,
    ) -> list[float | None]:
        """Return one reward a completion, `None` for rows of other tasks.

        Args:
            completions: Texts, or conversations as lists of messages, of which the assistant's
                last is scored.
            problem_id: The dataset's column of that name.
            curriculum: The dataset's column of that name: what has drawn the row's problem.
            trainer_state: TRL's, with the number of the step.
            log_metric: TRL's, to log a figure with.
            **kwargs: Whatever else TRL passes: prompts, further columns, ….

        Raises:
            ProblemError: A row names no problem of the server: a newer version of the environment
                may have other problems.
            RlveGymError: The server cannot be reached, or refuses.
        """
        groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for index, name in enumerate(problem_id):
            if name:
                groups[name, curriculum[index] if curriculum else None].append(index)
        submissions = [
            Submission(
                problem_id=name, outputs=[to_output(completions[index]) for index in indices]
            )
            for (name, _), indices in groups.items()
        ]
        client = shared_client(self._base_url, self._api_key)
        figures: dict[_Figure, list[float | None]] = {
            "reward": [None] * len(completions),
            "accuracy": [None] * len(completions),
            "format_score": [None] * len(completions),
        }
        results = list(
            client.verify_many(
                submissions, answer_markers=self._answer_markers, reading=self._reading
            )
        )
        report_id = _name_report(getattr(trainer_state, "global_step", None), submissions)
        drawn_by = [drawer for _, drawer in groups]
        for name, outcomes in _to_outcomes(drawn_by, submissions, results).items():
            client.curriculum(name).report(outcomes, report_id=report_id)
        for indices, result in zip(groups.values(), results, strict=True):
            for place, index in enumerate(indices):
                figures["reward"][index] = result.reward[place]
                figures["accuracy"][index] = result.accuracy[place]
                figures["format_score"][index] = result.format_score[place]
        if log_metric is not None:
            for name, values in figures.items():
                known = [value for value in values if value is not None]
                if known:
                    log_metric(f"rlve_gym/{name}", sum(known) / len(known))
        return figures[self._figure]


def _to_outcomes(
    drawn_by: Sequence[str | None], submissions: Sequence[Submission], results: Sequence[Verified]
) -> dict[str, list[Outcome]]:
    """Tell what each curriculum is to be told: all that was verified."""
    outcomes: dict[str, list[Outcome]] = defaultdict(list)
    for name, submission, result in zip(drawn_by, submissions, results, strict=True):
        known = [accuracy for accuracy in result.accuracy if accuracy is not None]
        if name and known:
            problem_id = str(submission.problem_id)
            outcomes[name].append(Outcome(problem_id, correct=sum(known), samples=len(known)))
    return outcomes


def _name_report(step: int | None, submissions: Sequence[Submission]) -> str:
    """Name a step's report by what it is of: the same completions of the same step count once.

    Each process tells of its own part of a step, also where it is equal to another's.
    """
    text = repr((step, os.environ.get("RANK"), [(s.problem_id, s.outputs) for s in submissions]))
    return sha256(text.encode(errors="replace")).hexdigest()


reward_func = RlveGymReward()
"""The reward function of the server in `RLVEGYM_BASE_URL`, to pass to TRL as it is."""


class RlveGymToolEnv:
    """An environment for `GRPOTrainer(environment_factory=…)`: the model submits by a tool.

    The first answer of an episode counts, also for the curriculum that drew the problem; no answer
    is a wrong one. Pass the class itself for the server in `RLVEGYM_BASE_URL`, or
    `functools.partial(RlveGymToolEnv, base_url=…)`: both can be pickled, as `AsyncGRPOTrainer`
    needs.

    Args:
        base_url: Where the server is.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
    """

    def __init__(self, base_url: str = BASE_URL, *, api_key: str | None = None) -> None:
        self._base_url = base_url
        self._api_key = api_key
        self._problem_id: str | None = None
        self._curriculum: str | None = None
        self._report_id = ""
        self._reward: float | None = None
        self._accuracy: int | None = None
        self._answered = False

    def reset(
        self,
        problem_id: str | None = None,
        prompt: Sequence[Any] = (),
        curriculum: str | None = None,
        **kwargs: Any,
    ) -> str | None:
        """Start an episode with the problem that a dataset row names.

        Args:
            problem_id: The row's column of that name; `None` in a row of another task.
            prompt: The row's prompt.
            curriculum: The row's column of that name: what has drawn the problem.
            **kwargs: The row's further columns.

        Returns:
            The problem as text, for TRL to append to the prompt; `None` where it is there already.

        Raises:
            ProblemError: The row names no problem of the server.
        """
        # Until the problem is known to be there, nothing is to be learned from the episode.
        self._problem_id, self._reward, self._accuracy, self._answered = None, None, None, False
        self._curriculum, self._report_id = curriculum, uuid4().hex
        if not problem_id:
            return None
        client = shared_client(self._base_url, self._api_key)
        [problem] = client.generate([problem_id])
        self._problem_id, self._reward, self._accuracy = problem_id, -1.0, 0
        is_there = any(problem.problem_input in to_text(message) for message in prompt)
        return None if is_there else problem.problem_input

    def submit_answer(self, answer: str) -> str:
        """Submit the final answer to the problem. Only the first answer counts.

        Args:
            answer: The answer alone, in exactly the form that the problem asks for.

        Returns:
            Whether the answer was taken.
        """
        if self._problem_id is None:
            return "There is no problem to submit an answer to."
        if self._answered:
            return "An answer was submitted before; only the first one counts."
        # TRL tells the model of an exception and goes on: an outage is not to cost it a reward.
        self._reward = self._accuracy = None
        submission = Submission(problem_id=self._problem_id, outputs=[mark_answer(str(answer))])
        client = shared_client(self._base_url, self._api_key)
        [result] = client.verify([submission], answer_markers=ANSWER_MARKERS, reading=MODEL_READING)
        self._reward, self._accuracy, self._answered = result.reward[0], result.accuracy[0], True
        return "The answer was taken."

    def get_reward(self) -> float | None:
        """Return the episode's reward: -1 without an answer, `None` where verifying failed.

        It also is `None` in a row of another task. The problem's curriculum is told of the episode,
        once.
        """
        if self._curriculum and self._problem_id is not None and self._accuracy is not None:
            outcome = Outcome(self._problem_id, correct=self._accuracy, samples=1)
            client = shared_client(self._base_url, self._api_key)
            client.curriculum(self._curriculum).report([outcome], report_id=self._report_id)
        return self._reward
