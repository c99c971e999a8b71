"""What `RlveGymEnv` sends and returns, as pydantic models on top of OpenEnv's."""

from __future__ import annotations

from openenv.core.env_server.types import Action, Observation, State
from pydantic import ConfigDict, Field
from typing_extensions import TypedDict


class VerifierResult(TypedDict):
    """What scoring one output gives."""

    reward: float
    """In [-1, 1]; -1 for an output without a well-formed answer."""
    accuracy: int
    """1 exactly when the reward reaches the environment's passing threshold, else 0."""
    format_score: int
    """0 exactly when the reward is -1, else 1."""


class RlveGymAction(Action):
    """A model's answer to the current problem."""

    output: str = Field(
        description="The model's whole text; the answer is what stands between the answer markers"
    )


class RlveGymObservation(Observation):
    """The current problem and, after a step, how the output was scored.

    Beside its own fields it has OpenEnv's: `reward` (the verifier's, `None` after a reset),
    `done` (true after every verified step: an episode is one problem) and `metadata`
    (`problem_id`, `environment`, `difficulty`, `seed` and `parameters` of the problem, and the
    `reason` of the verdict when the session explains).
    """

    # A newer server may tell more.
    model_config = ConfigDict(extra="ignore")

    problem_input: str | None = Field(
        default=None, description="The problem as text; null when none could be generated"
    )
    verifier_result: VerifierResult | None = Field(
        default=None, description="Scores of the last output; null before the first step"
    )
    success: bool = Field(description="Whether the last reset or step did what it was asked to")
    message: str = Field(description="What happened, in words")


class RlveGymState(State):
    """The session: its settings, its current episode and what the next reset will draw.

    Beside its own fields it has OpenEnv's `episode_id` and `step_count`.
    """

    seed: int = Field(description="The seed that the next reset without one will use")
    problem_input: str | None = Field(default=None, description="The current problem as text")
    num_samples: int = Field(default=0, ge=0, description="Outputs verified in this episode")
    sum_accuracy: int = Field(default=0, ge=0, description="Sum of their accuracies")
    environment: str = Field(description="Identifier of the session's environment")
    difficulty: int = Field(ge=0, description="Level of the session's problems")
