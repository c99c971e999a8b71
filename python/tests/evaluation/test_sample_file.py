"""The file of samples is mended, and what is not its own is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from RLVE_Gym import InvalidRequestError, load_evaluations
from RLVE_Gym.evaluation.sample import Sample, SampleKey
from RLVE_Gym.evaluation.sample_file import SampleFile

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = {"model": "m", "reading": {"think": "strip", "completion": True}}
SAME = {"reading": {"completion": True, "think": "strip"}, "model": "m"}


def sample(number: int, **settings: str) -> Sample:
    return Sample(
        problem_id="Sorting@2/0/1",
        sample=number,
        environment="Sorting",
        family="sorting",
        difficulty=0,
        settings={**SETTINGS, **settings},
        prompt="Sort\n1 2",
        output=f"\u2028 output {number} 😀",
        reasoning=None,
        finish_reason=None,
        tokens=3,
        seconds=0.5,
        answer=None,
        reward=-1.0,
        accuracy=0,
        format_score=0,
        fault="no answer",
        reason=None,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "samples.jsonl"
    with SampleFile(path) as file:
        for number in range(3):
            file.append(sample(number))
        file.append(sample(0, model="other"))
    return path


@pytest.mark.parametrize("cut", [1, 2, 40, 200])
def test_a_half_line_is_cut_off(path: Path, cut: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    with SampleFile(path) as file:
        # Without its line feed alone, a line is whole.
        assert len(file.scores({**SETTINGS, "model": "other"})) == (1 if cut == 1 else 0)
        assert list(file.scores(SAME)) == [SampleKey("Sorting@2/0/1", n) for n in range(3)]
        file.append(sample(0, model="other"))
        file.append(sample(3))
    with SampleFile(path) as file:
        keys = [SampleKey("Sorting@2/0/1", n) for n in (3, 1)]
        assert list(file.samples(SAME, keys)) == [sample(3), sample(1)]
        assert file.settings == [SETTINGS, {**SETTINGS, "model": "other"}]


def test_reading_alone_changes_nothing(path: Path) -> None:
    half = path.read_bytes()[:-40]
    path.write_bytes(half)
    [evaluation] = load_evaluations(path)
    with evaluation:
        assert [it.sample for it in evaluation.samples()] == [0, 1, 2]
    assert path.read_bytes() == half


@pytest.mark.parametrize(
    "content", [b"Notes", b"Notes\n", b'{"a":1}', b'{"problem_id":"Sorting@2/0/1"}', b"\xff\n"]
)
def test_another_file_is_left_alone(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_bytes(content)
    with pytest.raises(InvalidRequestError, match="notes, line 1: no sample of an evaluation"):
        SampleFile(path)
    assert path.read_bytes() == content


def test_places_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequestError, match=r"none\.jsonl: No such file"):
        load_evaluations(tmp_path / "none.jsonl")
    with pytest.raises(InvalidRequestError, match="Is a directory"):
        SampleFile(tmp_path)
