"""RLVE-Gym as an environment of Gymnasium: observations and actions are texts.

An episode is one problem: the observation is the problem's text, the action a model's whole output,
and the step that scores it the last. `import RLVE_Gym.integrations.gymnasium` registers the
environment `RlveGym-v0`.
"""

from __future__ import annotations

import string
from functools import partial
from typing import TYPE_CHECKING, Any

from ..messages import ProblemReference
from .needing import needing
from .problems import to_kinds, to_reference
from .scoring import score
from .shared import BASE_URL, shared_client

with needing("gymnasium", extra="gymnasium"):
    import gymnasium
    from gymnasium import spaces
    from gymnasium.error import ResetNeeded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..messages import Problem, Split

ID = "RlveGym-v0"
"""The name for `gymnasium.make`."""

_LONGEST = 2**24
"""Characters: a text that is longer is longer than what a server reads."""
_SEEDS = 2**32


class AnyText(spaces.Text):  # type: ignore[misc]  # untyped here
    """All texts, in all characters; samples are short ones of ASCII."""

    def __init__(self) -> None:
        super().__init__(_LONGEST, min_length=0, charset=string.printable)

    def contains(self, x: Any) -> bool:
        """Whether this is a text."""
        return isinstance(x, str) and len(x) <= _LONGEST

    def sample(self, mask: Any = None, probability: Any = None) -> str:
        """Draw a text of up to 64 characters, or of the length that a mask asks for."""
        if mask is None and probability is None:
            mask = (int(self.np_random.integers(65)), None)
        return str(super().sample(mask, probability))


class RlveGymTextEnv(gymnasium.Env[str, str]):  # type: ignore[misc]  # untyped here
    """One problem an episode, of environments and levels at random or as a reset names it.

    `reset(seed=n)` gives the problem of the server's seed n; later resets without a seed give
    others, at random, the same ones again after the same seed.

    Args:
        environments: One environment or several, families (`"family:graphs"`) and presets
            (`"no-guessing"`) too.
        difficulty: One level or several.
        split: `"train"` or `"test"`: problems of the other split are passed over.
        curriculum: A curriculum of the server, which draws in place of the above and is told what
            outputs come to.
        explain: Whether `info` has the reason of a verdict.
        base_url: Where the server is; without one that in `RLVEGYM_BASE_URL`.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
    """

    def __init__(
        self,
        environments: str | Sequence[str] = "Multiplication",
        difficulty: int | Sequence[int] = 0,
        *,
        split: Split | None = None,
        curriculum: str | None = None,
        explain: bool = False,
        base_url: str = BASE_URL,
        api_key: str | None = None,
    ) -> None:
        self.observation_space = AnyText()
        self.action_space = AnyText()
        self._kinds = to_kinds(environments, difficulty, partial(shared_client, base_url, api_key))
        self._split: Split | None = split
        self._curriculum = curriculum
        self._explain = explain
        self._base_url = base_url
        self._api_key = api_key
        self._problem: Problem | None = None
        self._drawn_by: str | None = None

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[str, dict[str, Any]]:
        """Start an episode.

        Args:
            seed: The server's seed for the problem, and the start of those that follow.
            options: `problem_id`, to name the problem; or `group_id`, with a curriculum, so that
                all environments that name the group get the same draw.

        Returns:
            The problem's text, and `info` with `problem_id`, `environment_id`, `difficulty`, `seed`
            and `parameters`.

        Raises:
            ProblemError: The problem cannot be generated.
            RlveGymError: The server cannot be reached, or refuses.
        """
        super().reset(seed=seed)
        self._problem = None
        options = options or {}
        self._drawn_by = None if "problem_id" in options else self._curriculum
        self._problem = problem = self._draw(seed, options)
        return problem.problem_input, {**to_reference(problem), "parameters": problem.parameters}

    def step(self, action: str) -> tuple[str, float, bool, bool, dict[str, Any]]:
        """Score a model's whole output, which ends the episode.

        Returns:
            An empty observation; the reward; `terminated`; `truncated`, which is true in its place
            where the server could not verify the output; and `info` with `accuracy` and
            `format_score`, and `reason` where that was asked for.

        Raises:
            ResetNeeded: There is no problem, or its output was scored already.
            RlveGymError: The server cannot be reached, or refuses.
        """
        problem, self._problem = self._problem, None
        if problem is None:
            raise ResetNeeded("An episode is one problem and one output: call reset() first")
        client = shared_client(self._base_url, self._api_key)
        figures = score(
            client,
            problem.problem_id,
            action,
            curriculum=self._drawn_by,
            explain=self._explain,
        )
        info = to_reference(problem)
        if figures is None:
            return "", 0.0, False, True, info
        info |= {"accuracy": figures.accuracy, "format_score": figures.format_score}
        if self._explain:
            info["reason"] = figures.reason
        return "", figures.reward, True, False, info

    def _draw(self, seed: int | None, options: dict[str, Any]) -> Problem:
        client = shared_client(self._base_url, self._api_key)
        if "problem_id" in options:
            [problem] = client.generate([options["problem_id"]])
        elif self._drawn_by is not None:
            group = options.get("group_id")
            curriculum = client.curriculum(self._drawn_by)
            [problem] = curriculum.draw(group_ids=[group]) if group else curriculum.draw()
        else:
            environment, difficulty = self._kinds[self.np_random.integers(len(self._kinds))]
            drawn = int(self.np_random.integers(_SEEDS)) if seed is None else seed
            reference = ProblemReference(environment=environment, difficulty=difficulty, seed=drawn)
            [problem] = client.generate([reference], split=self._split)
        return problem


if ID not in gymnasium.registry:
    gymnasium.register(ID, entry_point=RlveGymTextEnv)
