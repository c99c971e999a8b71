"""What is written of an output."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from msgspec import Struct

Fault = Literal["truncated", "no answer", "malformed", "invalid"]
"""Why an output earned -1.

It was cut off before its answer; it has no answer between the markers; its answer is not of the
form that the problem asks for; or it is of that form, and breaks a rule of the problem.
"""

FORMAT_FAULTS: tuple[Fault, ...] = ("truncated", "no answer", "malformed")
"""The format errors: those of outputs without a well-formed answer."""


class SampleKey(NamedTuple):
    """Which output of which problem."""

    problem_id: str
    sample: int


class Sample(Struct, frozen=True, kw_only=True):
    """An output with its verdict: a line of the file."""

    problem_id: str
    sample: int
    """Which of the problem's outputs, from 0."""
    environment: str
    family: str
    difficulty: int
    settings: dict[str, Any]
    """What outputs depend on: the model, how it is asked and how it is read."""
    prompt: str
    output: str
    reasoning: str | None
    finish_reason: str | None
    tokens: int | None
    seconds: float
    """How long the model took."""
    answer: str | None
    """What was taken as the answer."""
    reward: float
    accuracy: int
    format_score: int
    fault: Fault | None
    reason: str | None
    """Why it earned less than full reward."""

    @property
    def key(self) -> SampleKey:
        """What tells it from all others of the same settings."""
        return SampleKey(self.problem_id, self.sample)


class Score(Struct, frozen=True):
    """What of an output is counted."""

    key: SampleKey
    environment: str
    family: str
    difficulty: int
    reward: float
    accuracy: int
    fault: Fault | None
    tokens: int | None
    lengths: tuple[int, int]
    """How many characters its output and its reasoning have."""


def to_score(sample: Sample) -> Score:
    """Take from a sample what is counted."""
    return Score(
        sample.key,
        sample.environment,
        sample.family,
        sample.difficulty,
        sample.reward,
        sample.accuracy,
        sample.fault,
        sample.tokens,
        (len(sample.output), len(sample.reasoning or "")),
    )
