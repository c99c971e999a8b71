"""What samples come to: accuracy with its interval, pass@k, rewards and faults."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import comb, sqrt
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

from .sample import FORMAT_FAULTS, Fault, Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Column = Literal["family", "environment", "level"]
"""What samples may be grouped by."""

_Z = 1.959963984540054
"""The normal distribution's quantile for a two-sided interval of 95 %."""


class Interval(NamedTuple):
    """The bounds of a confidence interval."""

    low: float
    high: float


class Tally(NamedTuple):
    """How many of a problem's samples are right."""

    right: int
    samples: int


class Figures(Struct, frozen=True, kw_only=True):
    """A row of the table."""

    group: dict[Column, str | int]
    """What its samples have in common."""
    problems: int
    samples: int
    right: int
    accuracy: float
    interval: Interval
    """Of the accuracy, at 95 %."""
    pass_at: dict[int, float | None]
    """How likely one of so many samples is right; `None` where no problem has so many."""
    reward: float
    """The mean."""
    faults: dict[Fault, int]
    """How many samples earned -1, by why."""
    tokens: float | None
    """The mean, where the endpoint tells."""

    @property
    def format_errors(self) -> int:
        """How many samples have no well-formed answer."""
        return sum(self.faults.get(fault, 0) for fault in FORMAT_FAULTS)


def to_rows(scores: Iterable[Score], by: Sequence[Column], pass_at: Sequence[int]) -> list[Figures]:
    """Group samples and measure each group, in the order of the groups."""
    groups: defaultdict[tuple[str | int, ...], list[Score]] = defaultdict(list)
    for score in scores:
        groups[tuple(_value(score, column) for column in by)].append(score)
    return [
        measure(members, dict(zip(by, group, strict=True)), pass_at)
        for group, members in sorted(groups.items(), key=lambda item: item[0])
    ]


def measure(
    scores: Sequence[Score], group: dict[Column, str | int], pass_at: Sequence[int]
) -> Figures:
    """Measure samples, of which there is at least one."""
    by_problem: defaultdict[str, list[int]] = defaultdict(list)
    for score in scores:
        by_problem[score.key.problem_id].append(score.accuracy)
    tallies = [Tally(sum(accuracies), len(accuracies)) for accuracies in by_problem.values()]
    right = sum(tally.right for tally in tallies)
    tokens = [score.tokens for score in scores if score.tokens is not None]
    return Figures(
        group=group,
        problems=len(tallies),
        samples=len(scores),
        right=right,
        accuracy=right / len(scores),
        interval=wilson(right / len(scores), effective_samples(tallies)),
        pass_at={k: estimate_pass(tallies, k) for k in pass_at},
        reward=sum(score.reward for score in scores) / len(scores),
        faults=dict(Counter(score.fault for score in scores if score.fault is not None)),
        tokens=sum(tokens) / len(tokens) if tokens else None,
    )


def estimate_pass(tallies: Iterable[Tally], k: int) -> float | None:
    """Estimate pass@k: the mean, over problems, of how likely k of their samples hold a right one.

    Without bias, from all samples of a problem (Chen et al., Evaluating Large Language Models
    Trained on Code, 2021). Problems with fewer than k samples are left out.
    """
    estimates = [
        1 - comb(samples - right, k) / comb(samples, k)
        for right, samples in tallies
        if samples >= k
    ]
    return sum(estimates) / len(estimates) if estimates else None


def wilson(accuracy: float, samples: float) -> Interval:
    """Compute Wilson's interval (1927): also near 0 and 1, and for few samples, what it says."""
    shrink = 1 + _Z**2 / samples
    middle = (accuracy + _Z**2 / (2 * samples)) / shrink
    spread = _Z * sqrt(accuracy * (1 - accuracy) / samples + (_Z / (2 * samples)) ** 2) / shrink
    return Interval(max(0.0, middle - spread), min(1.0, middle + spread))


def effective_samples(tallies: Sequence[Tally]) -> float:
    """How many independent samples tell as much: those of one problem are much alike.

    Their number over the design effect, the variance of the mean by problems over that of
    independent samples (Kish, Survey Sampling, 1965). Where all are right or all are wrong, nothing
    tells how alike they are, and each problem counts once.
    """
    samples = sum(tally.samples for tally in tallies)
    accuracy = sum(tally.right for tally in tallies) / samples
    if accuracy in {0, 1}:
        return len(tallies)
    by_problems = sum((right - count * accuracy) ** 2 for right, count in tallies)
    effect = by_problems / (samples * accuracy * (1 - accuracy))
    return samples / max(1.0, effect)


def _value(score: Score, column: Column) -> str | int:
    if column == "level":
        return score.difficulty
    return score.family if column == "family" else score.environment
