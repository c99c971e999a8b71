"""Exceptions cross processes, as whatever a worker raises has to."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys

import pytest

from RLVE_Gym import ProblemError, errors

CLASSES = [
    value
    for _, value in inspect.getmembers(errors, inspect.isclass)
    if issubclass(value, errors.RlveGymError)
]


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_survives_pickling_and_copying(kind: type[errors.RlveGymError]) -> None:
    if issubclass(kind, ProblemError):
        error: errors.RlveGymError = kind("What happened", "A_CODE", 7)
    elif issubclass(kind, errors.ServerError):
        error = kind("What happened", "A_CODE", {"errors": [1]})
    else:
        error = kind("What happened", "A_CODE")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is kind
        assert str(again) == str(error) == "What happened (code: A_CODE)"
        assert vars(again) == vars(error)


def test_an_error_comes_out_of_a_pool() -> None:
    script = """
from multiprocessing import get_context
from RLVE_Gym import ProblemError
from RLVE_Gym.errors import or_raise

if __name__ == "__main__":
    with get_context("spawn").Pool(1) as pool:
        try:
            pool.apply(or_raise, (ProblemError("What happened", "A_CODE", 3),))
        except ProblemError as error:
            print(error.index)
"""
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.strip() == "3"
