"""RLVE-Gym in TRL: a reward function, and an environment whose tool submits the answer.

Both verify by the dataset's column `problem_id` (see `RLVE_Gym.integrations.datasets`): rows
without one are of other tasks. Neither imports TRL.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal

from ..messages import Submission
from .chat import MODEL_READING, to_output, to_text
from .shared import BASE_URL, shared_client

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..messages import Reading

_Figure = Literal["reward", "accuracy", "format_score"]

_START, _END = "<answer>", "</answer>"


class RlveGymReward:
    """A reward function for `GRPOTrainer(reward_funcs=…)`.

    Completions of one step are verified in one batch. A completion whose verification failed
    inside the server gets `None`, which TRL leaves out of the reward, and not a false -1. The
    trainer's log shows the mean of each figure.

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
        log_metric: Callable[[str, float], None] | None = None,
        **kwargs: Any,
    ) -> list[float | None]:
        """Return one reward a completion, `None` for rows of other tasks.

        Args:
            completions: Texts, or conversations as lists of messages, of which the assistant's
                last is scored.
            problem_id: The dataset's column of that name.
            log_metric: TRL's, to log a figure with.
            **kwargs: Whatever else TRL passes: prompts, further columns, ….

        Raises:
            ProblemError: A row names no problem of the server: a newer version of the environment
                may have other problems.
            RlveGymError: The server cannot be reached, or refuses.
        """
        groups: dict[str, list[int]] = defaultdict(list)
        for index, name in enumerate(problem_id):
            if name:
                groups[name].append(index)
        submissions = (
            Submission(
                problem_id=name, outputs=[to_output(completions[index]) for index in indices]
            )
            for name, indices in groups.items()
        )
        client = shared_client(self._base_url, self._api_key)
        figures: dict[_Figure, list[float | None]] = {
            "reward": [None] * len(completions),
            "accuracy": [None] * len(completions),
            "format_score": [None] * len(completions),
        }
        results = client.verify_many(
            submissions, answer_markers=self._answer_markers, reading=self._reading
        )
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


reward_func = RlveGymReward()
"""The reward function of the server in `RLVEGYM_BASE_URL`, to pass to TRL as it is."""


class RlveGymToolEnv:
    """An environment for `GRPOTrainer(environment_factory=…)`: the model submits by a tool.

    The first answer of an episode counts. Pass the class itself for the server in
    `RLVEGYM_BASE_URL`, or `functools.partial(RlveGymToolEnv, base_url=…)`: both can be pickled,
    as `AsyncGRPOTrainer` needs.

    Args:
        base_url: Where the server is.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
    """

    def __init__(self, base_url: str = BASE_URL, *, api_key: str | None = None) -> None:
        self._base_url = base_url
        self._api_key = api_key
        self._problem_id: str | None = None
        self._reward: float | None = None
        self._answered = False

    def reset(
        self, problem_id: str | None = None, prompt: Sequence[Any] = (), **kwargs: Any
    ) -> str | None:
        """Start an episode with the problem that a dataset row names.

        Args:
            problem_id: The row's column of that name; `None` in a row of another task.
            prompt: The row's prompt.
            **kwargs: The row's further columns.

        Returns:
            The problem as text, for TRL to append to the prompt; `None` where it is there already.

        Raises:
            ProblemError: The row names no problem of the server.
        """
        # Until the problem is known to be there, nothing is to be learned from the episode.
        self._problem_id, self._reward, self._answered = None, None, False
        if not problem_id:
            return None
        client = shared_client(self._base_url, self._api_key)
        [problem] = client.generate([problem_id])
        self._problem_id, self._reward = problem_id, -1.0
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
        self._reward = None
        output = f"{_START}{_without_markers(str(answer))}{_END}"
        submission = Submission(problem_id=self._problem_id, outputs=[output])
        client = shared_client(self._base_url, self._api_key)
        [result] = client.verify([submission], answer_markers=[_START, _END], reading=MODEL_READING)
        self._reward, self._answered = result.reward[0], True
        return "The answer was taken."

    def get_reward(self) -> float | None:
        """Return the episode's reward: -1 without an answer, `None` where verifying failed.

        It also is `None` in a row of another task.
        """
        return self._reward


def _without_markers(answer: str) -> str:
    """Take an answer out of its markers, which models write from habit, even one alone."""
    before, end, _ = answer.rpartition(_END)
    return (before if end else answer).rpartition(_START)[2]
