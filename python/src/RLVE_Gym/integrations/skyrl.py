"""RLVE-Gym as the environment `rlve_gym` of SkyRL, for rows of `rlve-gym export --format skyrl`.

SkyRL makes an environment for each trajectory, by a row's `env_class`, with the row's columns as
`extras` (https://docs.skyrl.ai/docs/tutorials/new_env); `register` makes that name known to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..rows import find_problem_id
from .chat import SYSTEM_PROMPT, to_chat
from .needing import needing
from .scoring import Figures, score
from .shared import BASE_URL, shared_client

with needing("skyrl_gym", extra="skyrl"):
    from skyrl_gym.envs.base_text_env import BaseTextEnv, BaseTextEnvStepOutput
    from skyrl_gym.envs.registration import register as register_environment
    from skyrl_gym.envs.registration import registry

if TYPE_CHECKING:
    from collections.abc import Mapping

ID = "rlve_gym"
"""The name in a row's `env_class`."""


class RlveGymTextEnv(BaseTextEnv):  # type: ignore[misc]  # untyped here
    """One problem, one output.

    Args:
        env_config: The settings under `environment.skyrl_gym.rlve_gym`, all optional: `base_url`
            (without it that in `RLVEGYM_BASE_URL`), `api_key`, and `system_prompt`, of what a
            curriculum draws.
        extras: The row: its problem's id in any of the places of `rlve-gym export`. A row with
            `curriculum` and `group` has its problem drawn when its trajectory begins, and the
            curriculum is told what comes of it; the trajectories of one group share the draw.

    Raises:
        ValueError: The row names neither a problem nor a curriculum.
    """

    def __init__(
        self, env_config: Mapping[str, Any] | None = None, extras: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__()
        config, row = env_config or {}, extras or {}
        self._client = shared_client(config.get("base_url") or BASE_URL, config.get("api_key"))
        self._system_prompt = config.get("system_prompt", SYSTEM_PROMPT)
        self._curriculum: str | None = row.get("curriculum")
        self._group: str | None = row.get("group")
        self._problem_id = find_problem_id(row)
        self._figures: Figures | None = None
        if self._problem_id is None and not (self._curriculum and self._group):
            raise ValueError(
                "A row for rlve_gym has a problem's id (in reward_spec.ground_truth, as "
                "`rlve-gym export --format skyrl` writes it), or `curriculum` and `group`"
            )

    def init(self, prompt: list[dict[str, str]]) -> tuple[list[dict[str, str]], dict[str, Any]]:
        """Return the row's prompt, or that of the problem that its curriculum draws.

        Raises:
            RlveGymError: A draw failed.
        """
        if self._problem_id is None and self._curriculum is not None:
            curriculum = self._client.curriculum(self._curriculum)
            [problem] = curriculum.draw(group_ids=[str(self._group)])
            self._problem_id = problem.problem_id
            prompt = to_chat(problem.problem_input, self._system_prompt)
        return prompt, {"problem_id": self._problem_id}

    def step(self, action: str) -> BaseTextEnvStepOutput:
        """Score a model's whole output, which ends the episode.

        An output that could not be verified inside the server earns 0, and its metadata have no
        figures: SkyRL has no way of leaving it out.

        Raises:
            RlveGymError: The server cannot be reached, refuses, or knows no such problem.
        """
        figures = self._figures = score(
            self._client, str(self._problem_id), action, curriculum=self._curriculum
        )
        return BaseTextEnvStepOutput(
            observations=[],
            reward=0.0 if figures is None else figures.reward,
            done=True,
            metadata={"problem_id": self._problem_id, **self.get_metrics()},
        )

    def get_metrics(self) -> dict[str, Any]:
        """Return the episode's accuracy and format score, which SkyRL logs the means of."""
        if self._figures is None:
            return {}
        return {"accuracy": self._figures.accuracy, "format_score": self._figures.format_score}


def register() -> None:
    """Make `rlve_gym` known to SkyRL, in the process that calls it. Again, it does nothing."""
    if ID not in registry:
        register_environment(ID, f"{__name__}:{RlveGymTextEnv.__name__}")
