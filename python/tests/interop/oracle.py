"""OpenEnv's own server around a toy environment: what it answers is what ours should."""

from __future__ import annotations

from typing import Any

from openenv.core.env_server.http_server import create_app
from openenv.core.env_server.interfaces import Environment
from openenv.core.env_server.types import Action, Observation, State

TASKS = [{"id": index} for index in range(5)]


class ToyAction(Action):
    output: str


class ToyObservation(Observation):
    problem_input: str | None = None


class ToyEnvironment(Environment[ToyAction, ToyObservation, State]):
    SUPPORTS_CONCURRENT_SESSIONS = True

    def __init__(self) -> None:
        super().__init__()
        self._state = State()

    def reset(
        self, seed: int | None = None, episode_id: str | None = None, **_: Any
    ) -> ToyObservation:
        self._state = State(episode_id=episode_id)
        return ToyObservation(problem_input="toy", metadata={"seed": seed})

    def step(self, action: ToyAction, timeout_s: float | None = None, **_: Any) -> ToyObservation:
        self._state.step_count += 1
        return ToyObservation(problem_input="toy", reward=1.0, done=True)

    @property
    def state(self) -> State:
        return self._state

    def list_splits(self) -> list[str]:
        return ["train", "test"]

    def list_tasks(self, split: str) -> list[dict[str, int]]:
        return TASKS

    def num_tasks(self, split: str) -> int:
        return len(TASKS)

    def get_task(self, split: str, index: int) -> dict[str, int]:
        if index < 0:
            raise IndexError(index)
        return TASKS[index]

    def get_task_range(
        self, split: str, start: int | None, stop: int | None
    ) -> list[dict[str, int]]:
        return TASKS[start:stop]


app = create_app(ToyEnvironment, ToyAction, ToyObservation, env_name="rlve_gym")
