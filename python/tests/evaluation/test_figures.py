"""pass@k and intervals, against their definitions."""

from __future__ import annotations

import random
from itertools import combinations
from statistics import fmean

import pytest

from RLVE_Gym.evaluation.figures import (
    Tally,
    effective_samples,
    estimate_pass,
    measure,
    wilson,
)
from RLVE_Gym.evaluation.sample import Fault, SampleKey, Score


@pytest.mark.parametrize("samples", [1, 2, 5, 7])
def test_pass_at_k_is_the_share_of_draws_that_hold_a_right_one(samples: int) -> None:
    for right in range(samples + 1):
        outcomes = [1] * right + [0] * (samples - right)
        for k in range(1, samples + 1):
            share = fmean(max(draw) for draw in combinations(outcomes, k))
            assert estimate_pass([Tally(right, samples)], k) == pytest.approx(share)


def test_pass_at_k_leaves_out_problems_with_fewer_samples() -> None:
    assert estimate_pass([Tally(1, 1), Tally(0, 2), Tally(2, 2)], 2) == 0.5
    assert estimate_pass([Tally(1, 1)], 2) is None


@pytest.mark.parametrize(
    ("right", "samples", "low", "high"),
    # As R's binom::binom.wilson has them.
    [
        (0, 10, 0.0, 0.277533),
        (10, 10, 0.722467, 1.0),
        (5, 10, 0.236593, 0.763407),
        (81, 263, 0.255256, 0.366216),
    ],
)
def test_wilson(right: int, samples: int, low: float, high: float) -> None:
    assert wilson(right / samples, samples) == pytest.approx((low, high), abs=1e-4)


def test_samples_of_a_problem_count_as_far_as_they_differ() -> None:
    assert effective_samples([Tally(right, 1) for right in (1, 0, 0, 1)]) == 4
    # All alike within a problem: a problem is one sample.
    assert effective_samples([Tally(8, 8), Tally(0, 8), Tally(8, 8)]) == pytest.approx(3)
    # Nothing in common: each sample is one.
    assert effective_samples([Tally(4, 8), Tally(4, 8)]) == 16
    assert effective_samples([Tally(8, 8), Tally(8, 8)]) == 2
    draw = random.Random(1)
    independent = [Tally(sum(draw.random() < 0.4 for _ in range(4)), 4) for _ in range(2000)]
    assert effective_samples(independent) == pytest.approx(8000, rel=0.1)


def test_a_row() -> None:
    def score(problem: int, sample: int, reward: float) -> Score:
        key = SampleKey(f"Sorting@2/0/{problem}", sample)
        fault: Fault | None = "malformed" if reward == -1 else None
        return Score(key, "Sorting", "sorting", 0, reward, int(reward == 1), fault, None, (1, 0))

    row = measure(
        [score(0, 0, 1), score(0, 1, -1), score(1, 0, 0.5), score(1, 1, 0.5)], {"level": 0}, [2]
    )
    assert (row.problems, row.samples, row.right, row.accuracy) == (2, 4, 1, 0.25)
    assert row.pass_at == {2: 0.5}
    assert row.reward == 0.25
    assert (row.faults, row.format_errors) == ({"malformed": 1}, 1)
    assert row.tokens is None
