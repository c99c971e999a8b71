"""RLVE-Gym in TRL: a reward function, and an environment whose tool submits the answer.

Both verify by reference: the dataset's columns `environment`, `difficulty` and `seed` (see
`RLVE_Gym.integrations.datasets`) name the problem. Neither imports TRL.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal

from ..messages import Submission
from .chat import to_output
from .shared import BASE_URL, shared_client

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Figure = Literal["reward", "accuracy", "format_score"]


class RlveGymReward:
    """A reward function for `GRPOTrainer(reward_funcs=…)`.

    Completions of one step are verified in one batch. A completion whose verification failed
    inside the server gets `None`, which TRL leaves out of the reward, and not a false -1. The
    trainer's log shows the mean of each figure.

    Args:
        base_url: Where the server is; without one that in `RLVEGYM_BASE_URL`.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
        answer_markers: What stands before and after the answer in a completion.
        figure: What to reward: the verifier's reward, accuracy or format score.
    """

    def __init__(
        self,
        base_url: str = BASE_URL,
        *,
        api_key: str | None = None,
        answer_markers: Sequence[str] | None = None,
        figure: _Figure = "reward",
    ) -> None:
        self._base_url = base_url
        self._api_key = api_key
        self._answer_markers = answer_markers
        self._figure: _Figure = figure
        self.__name__ = f"rlve_gym_{figure}"
        """What TRL names the reward in its log."""

    def __call__(
        self,
        completions: Sequence[Any],
        environment: Sequence[str],
        difficulty: Sequence[int],
        seed: Sequence[int],
        *,
        log_metric: Callable[[str, float], None] | None = None,
        **kwargs: Any,
    ) -> list[float | None]:
        """Return one reward a completion.

        Args:
            completions: Texts, or conversations as lists of messages.
            environment: The dataset's column of that name.
            difficulty: The dataset's column of that name.
            seed: The dataset's column of that name.
            log_metric: TRL's, to log a figure with.
            **kwargs: Whatever else TRL passes: prompts, further columns, ….

        Raises:
            ProblemError: A row names no problem of the server.
            RlveGymError: The server cannot be reached, or refuses.
        """
        groups: dict[tuple[str, int, int], list[int]] = defaultdict(list)
        for index, problem in enumerate(zip(environment, difficulty, seed, strict=True)):
            groups[problem].append(index)
        submissions = (
            Submission(
                environment=name,
                difficulty=level,
                seed=number,
                outputs=[to_output(completions[index]) for index in indices],
            )
            for (name, level, number), indices in groups.items()
        )
        client = shared_client(self._base_url, self._api_key)
        figures: dict[_Figure, list[float | None]] = {
            "reward": [None] * len(completions),
            "accuracy": [None] * len(completions),
            "format_score": [None] * len(completions),
        }
        results = client.verify_many(submissions, answer_markers=self._answer_markers)
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
        self._problem: dict[str, Any] = {}
        self._reward: float | None = -1.0
        self._answered = False

    def reset(
        self,
        environment: str,
        difficulty: int,
        seed: int,
        prompt: Sequence[Any] = (),
        **kwargs: Any,
    ) -> str | None:
        """Start an episode with the problem that a dataset row names.

        Args:
            environment: The row's column of that name.
            difficulty: The row's column of that name.
            seed: The row's column of that name.
            prompt: The row's prompt.
            **kwargs: The row's further columns.

        Returns:
            The problem as text, for TRL to append to the prompt; `None` where it is there already.

        Raises:
            ProblemError: The row names no problem of the server.
        """
        self._problem = {"environment": environment, "difficulty": difficulty, "seed": seed}
        self._reward, self._answered = -1.0, False
        client = shared_client(self._base_url, self._api_key)
        [problem] = client.problems(environment, difficulty, [seed])
        return None if problem.problem_input in to_output(prompt) else problem.problem_input

    def submit_answer(self, answer: str) -> str:
        """Submit the final answer to the problem. Only the first answer counts.

        Args:
            answer: The answer alone, in exactly the form that the problem asks for.

        Returns:
            Whether the answer was taken.
        """
        if self._answered:
            return "An answer was submitted before; only the first one counts."
        client = shared_client(self._base_url, self._api_key)
        submission = Submission(outputs=[f"<answer>{answer}</answer>"], **self._problem)
        [result] = client.verify([submission], answer_markers=["<answer>", "</answer>"])
        self._reward, self._answered = result.reward[0], True
        return "The answer was taken."

    def get_reward(self) -> float | None:
        """Return the episode's reward: -1 without an answer, `None` where verifying failed."""
        return self._reward
