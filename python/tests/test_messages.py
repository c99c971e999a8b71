"""What crosses the wire, where it is not plain."""

from __future__ import annotations

import msgspec
import pytest

from RLVE_Gym import Problem, ProblemError, Submission, WrongServerError
from RLVE_Gym.batches import by_count, by_outputs
from RLVE_Gym.messages import Answer, decode_generated, decode_verified, encode_verify

LARGE = 10**30


def test_only_what_is_given_is_sent() -> None:
    frame = encode_verify([Submission(problem_id="a", outputs=["b"])], None, explain=False)
    assert msgspec.msgpack.decode(frame) == {
        "type": "verify",
        "data": {"problems": [{"problem_id": "a", "outputs": ["b"]}]},
    }


def test_level_and_seed_zero_are_sent() -> None:
    submission = Submission(environment="a", difficulty=0, seed=0, outputs=[])
    [sent] = msgspec.msgpack.decode(encode_verify([submission], None, explain=False))["data"][
        "problems"
    ]
    assert sent == {"environment": "a", "difficulty": 0, "seed": 0, "outputs": []}


def test_integers_beyond_64_bits_are_sent_as_digits() -> None:
    config = {"parameter": {"a": [LARGE, -LARGE, 2**64 - 1, True], "b": "c"}}
    submission = Submission(environment="a", config=config, outputs=[])
    [sent] = msgspec.msgpack.decode(encode_verify([submission], None, explain=False))["data"][
        "problems"
    ]
    assert sent["config"]["parameter"]["a"] == [str(LARGE), str(-LARGE), 2**64 - 1, True]


def test_an_output_that_could_not_be_verified_has_no_figures() -> None:
    columns = {"reward": [None, 1], "accuracy": [None, 1], "format_score": [None, 1]}
    reply = {"type": "verified", "data": {"results": [columns]}}
    [verified] = decode_verified([Answer(msgspec.msgpack.encode(reply), False)], 0)
    assert not isinstance(verified, ProblemError)
    assert verified.reward == [None, 1.0]


def test_a_failed_problem_becomes_an_error_in_its_place() -> None:
    failed = {"problem_input": None, "error": {"code": "EXECUTION_ERROR", "message": "too slow"}}
    reply = {"type": "generated", "data": {"problems": [{"problem_input": "?"}, failed]}}
    good, bad = decode_generated([Answer(msgspec.msgpack.encode(reply), False)], 10)
    assert isinstance(good, Problem)
    assert isinstance(bad, ProblemError)
    assert (bad.index, bad.code, str(bad)) == (
        11,
        "EXECUTION_ERROR",
        "too slow (code: EXECUTION_ERROR)",
    )


@pytest.mark.parametrize("reply", [b"", b"\xc1", msgspec.msgpack.encode({"type": "verified"})])
def test_a_reply_of_another_kind(reply: bytes) -> None:
    with pytest.raises(WrongServerError, match="matching versions"):
        decode_verified([Answer(reply, False)], 0)


def test_batches_hold_about_as_many_outputs() -> None:
    sizes = [1, 1, 1, 5, 0, 0, 2]
    submissions = [Submission(outputs=["x"] * size) for size in sizes]
    batches = [[len(s.outputs) for s in batch] for batch in by_outputs(submissions, 3)]
    assert batches == [[1, 1, 1], [5], [0, 0, 2]]


def test_batches_hold_no_more_text_than_a_message_may() -> None:
    submissions = [Submission(outputs=["x" * 600_000])] * 4
    assert [len(batch) for batch in by_outputs(submissions, 256)] == [2, 2]


def test_batches_by_count() -> None:
    assert list(by_count(range(5), 2)) == [[0, 1], [2, 3], [4]]
