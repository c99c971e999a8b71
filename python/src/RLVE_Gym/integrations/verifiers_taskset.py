"""RLVE-Gym as a taskset of `verifiers.v1`, the stack of verifiers 0.3 and later.

`vf-eval rlve-gym-taskset` and every other place that takes a taskset's id find it by the package
of that name.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

import verifiers.v1 as vf
from pydantic import Field

from ..errors import ProblemError
from ..messages import Submission
from .chat import MODEL_READING, SYSTEM_PROMPT
from .problems import draw_some, generate_split, name_problems, to_kinds
from .shared import BASE_URL, shared_client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..messages import Problem


class RlveGymData(vf.TaskData):  # type: ignore[misc]  # verifiers is untyped
    """A problem, named by its id; nothing in it gives the answer away."""

    problem_id: str
    curriculum: str | None = None
    """What drew it, and is told what its traces come to."""


class RlveGymTaskConfig(vf.TaskConfig):  # type: ignore[misc]
    """Where the problems come from and outputs are verified, under `--env.taskset.task.*`.

    The server's key, when it has one, is read from `RLVEGYM_API_KEY`.
    """

    base_url: str = BASE_URL
    """The server; without one that in `RLVEGYM_BASE_URL`."""


class RlveGymTask(vf.Task[RlveGymData, vf.State, RlveGymTaskConfig]):  # type: ignore[misc]
    """Scores a trace by verifying its last reply."""

    @vf.reward  # type: ignore[untyped-decorator]
    async def reward(self, trace: vf.Trace) -> float:
        """Return the verifier's reward, and record accuracy and format score as metrics.

        Raises:
            ProblemError: The reply could not be verified, so that the trace counts as failed.
        """
        submission = Submission(problem_id=self.data.problem_id, outputs=[trace.last_reply])
        client = shared_client(self.config.base_url, None)
        curriculum = self.data.curriculum
        [result] = await asyncio.to_thread(
            client.verify,
            [submission],
            reading=MODEL_READING,
            curriculum=curriculum,
            report_id=trace.id if curriculum else None,
        )
        [reward], [accuracy], [format_score] = result.reward, result.accuracy, result.format_score
        if reward is None or accuracy is None or format_score is None:
            raise ProblemError("The server could not verify this output", "EXECUTION_ERROR", 0)
        trace.record_metrics({"accuracy": accuracy, "format_score": format_score})
        return reward


class RlveGymTasksetConfig(vf.TasksetConfig):  # type: ignore[misc]
    """Which problems, under `--env.taskset.*`: every environment at every level with every seed."""

    environments: list[str] = Field(default=["Multiplication"])
    """The kinds of problem."""
    difficulties: list[int] = Field(default=[0])
    """Their levels."""
    first_seed: int = 0
    """The first seed; evaluations begin far away from training."""
    seeds: int = 1000
    """How many seeds."""
    split: Literal["train", "test"] | None = None
    """Leave out problems of the other split: the two never share a prompt."""
    curriculum: str | None = None
    """A curriculum of the server, which draws endlessly in place of all of the above."""
    task: RlveGymTaskConfig = RlveGymTaskConfig()


class RlveGymTaskset(vf.Taskset[RlveGymTask, RlveGymTasksetConfig]):  # type: ignore[misc]
    """Problems in the order of their seeds, generated while they are read."""

    def __init__(self, config: RlveGymTasksetConfig) -> None:
        super().__init__(config)
        self.INFINITE = config.curriculum is not None

    def load(self) -> Iterator[RlveGymTask]:
        """Yield the tasks."""
        config: RlveGymTasksetConfig = self.config
        problems = self._draws(config.curriculum) if config.curriculum else self._problems()
        for index, problem in enumerate(problems):
            data = RlveGymData(
                idx=index,
                name=problem.problem_id,
                prompt=problem.problem_input,
                system_prompt=SYSTEM_PROMPT,
                problem_id=problem.problem_id,
                curriculum=config.curriculum,
            )
            yield RlveGymTask(data, config.task)

    def _draws(self, name: str) -> Iterator[Problem]:
        """Draw one by one: the levels are of the moment at which a task is asked for."""
        curriculum = shared_client(self.config.task.base_url, None).curriculum(name)
        while True:
            yield from draw_some(curriculum, 1)

    def _problems(self) -> Iterator[Problem]:
        config: RlveGymTasksetConfig = self.config
        client = shared_client(config.task.base_url, None)
        kinds = to_kinds(config.environments, config.difficulties, lambda: client)
        seeds = range(config.first_seed, config.first_seed + config.seeds)
        return generate_split(client, name_problems(kinds, seeds), config.split)
