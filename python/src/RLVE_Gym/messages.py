"""The batches of the fast path: what a user passes and gets, and how it crosses the wire.

Frames are MessagePack. A verification request holds problems with the outputs to verify against
each; its reply holds one result a problem, in columns, a value an output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec
from msgspec import UNSET, Struct, UnsetType, field
from typing_extensions import TypedDict

from .errors import InvalidRequestError, ProblemError, WrongServerError, to_server_error
from .plain import to_plain
from .rows import name_problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from typing_extensions import Self


class Reading(TypedDict, total=False):
    """How outputs are read, where it is not by the default rule."""

    completion: bool
    """The output is the model's alone: no `Assistant:` is searched, nothing after a run-on turn."""
    innermost: bool
    """Of `start … start … end` the last start counts."""
    think: Literal["strip"]
    """What stands in `<think>…</think>`, also unfinished, is not searched."""
    lenient: bool
    """An answer that is not well-formed is read again without its dress."""


Split = Literal["train", "test"]
"""Which problems: the two splits never share a prompt."""


class ProblemReference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which problem: an environment, a level and a seed determine it completely."""

    environment: str
    difficulty: int
    seed: int


def to_references(
    environment: str, difficulty: int, seeds: Iterable[int]
) -> Iterator[ProblemReference]:
    """Name the problems of these seeds."""
    for seed in seeds:
        yield ProblemReference(environment=environment, difficulty=difficulty, seed=seed)


class Submission(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Outputs to verify against one problem.

    The problem is named in one of three ways: `problem_id`; or `environment`, `difficulty` and
    `seed`; or `environment` and `config`, a stored problem.
    """

    outputs: Sequence[str]
    """Whole texts of a model."""
    problem_id: str | None = None
    environment: str | None = None
    difficulty: int | None = None
    seed: int | None = None
    config: dict[str, Any] | None = None

    @classmethod
    def from_row(cls, row: Mapping[str, Any], outputs: Sequence[str]) -> Self:
        """Return the submission of outputs to the problem of a row, of whatever format.

        Args:
            row: What `rlve-gym export` wrote, or what a trainer kept of it.
            outputs: Whole texts of a model.

        Raises:
            ValueError: The row names no problem.
        """
        return cls(outputs=outputs, **name_problem(row))


class Verified(Struct, frozen=True, gc=False):
    """How the outputs of one submission were scored: columns in the order of the outputs.

    A value is `None` where verifying that output failed inside the server: drop such a sample.
    """

    reward: list[float | None]
    """In [-1, 1]; -1 for an output without a well-formed answer."""
    accuracy: list[int | None]
    """1 exactly where the reward reaches the environment's passing threshold, else 0."""
    format_score: list[int | None]
    """0 exactly where the reward is -1, else 1."""
    reason: list[str | None] | None = None
    """Why an output earned less than full reward, when explanations were asked for."""
    reading: list[str | None] | None = None
    """What was read and by which rule, when explanations were asked for and a reading helped."""


class Outcome(Struct, frozen=True):
    """What outputs of a problem came to that were verified elsewhere, for a curriculum."""

    problem_id: str
    correct: int
    """How many of the outputs were right."""
    samples: int
    """How many outputs there were."""


class Rise(Struct, frozen=True):
    """A change of a curriculum's top level of an environment."""

    environment: str
    top: int
    draws: int
    """How many problems had been drawn by then."""


class Reported(Struct, frozen=True):
    """What a report did."""

    counted: bool
    """False where this report id had been counted before."""
    rises: list[Rise]
    """The tops that it changed."""


class Problem(Struct, frozen=True, kw_only=True):
    """A generated problem."""

    problem_id: str
    """Such as `Sorting@2/3/42`: the same problem on every server with this version of it."""
    environment: str
    difficulty: int
    seed: int
    parameters: dict[str, Any]
    """The numbers that set the problem's size."""
    problem_input: str
    """The problem as text, without a word on answer markers."""
    config: dict[str, Any] | None = None
    """The whole problem to store, where the server gives it out."""
    reference_answer: str | None = None
    """An answer that earns full reward, where the server gives it out."""
    picture: dict[str, Any] | None = None
    """The problem as one would sketch it, as data, where it was asked for and there is one."""

    def submission(self, outputs: Sequence[str]) -> Submission:
        """Return the submission of these outputs to this problem."""
        return Submission(outputs=outputs, problem_id=self.problem_id)


class _VerifyData(Struct, omit_defaults=True):
    problems: Sequence[Submission]
    answer_markers: Sequence[str] | UnsetType = UNSET
    reading: Reading | UnsetType = UNSET
    explain: bool | UnsetType = UNSET
    curriculum: str | UnsetType = UNSET
    report_id: str | UnsetType = UNSET


class _Verify(Struct, tag="verify", tag_field="type"):
    data: _VerifyData


class _PlainId(Struct):
    problem_id: str


class _GenerateData(Struct, omit_defaults=True):
    problems: list[_PlainId | ProblemReference] | UnsetType = UNSET
    include: Sequence[str] | UnsetType = UNSET
    split: Split | UnsetType = UNSET
    curriculum: str | UnsetType = UNSET
    count: int | UnsetType = UNSET
    group_ids: Sequence[str] | UnsetType = UNSET


class _Generate(Struct, tag="generate", tag_field="type"):
    data: _GenerateData


class _ReportData(Struct):
    curriculum: str
    report_id: str
    outcomes: Sequence[Outcome]


class _Report(Struct, tag="report", tag_field="type"):
    data: _ReportData


class _Fault(Struct):
    code: str
    message: str


class _Result(Struct, gc=False):
    reward: list[float | None] = field(default_factory=list)
    accuracy: list[int | None] = field(default_factory=list)
    format_score: list[int | None] = field(default_factory=list)
    reason: list[str | None] | None = None
    reading: list[str | None] | None = None
    error: _Fault | None = None


class _Results(Struct):
    results: list[_Result]


class _Verified(Struct, tag="verified", tag_field="type"):
    data: _Results


class _Generated(Struct):
    problem_id: str = ""
    environment: str = ""
    difficulty: int = 0
    seed: int = 0
    parameters: dict[str, Any] = field(default_factory=dict)
    problem_input: str | None = None
    config: dict[str, Any] | None = None
    reference_answer: str | None = None
    picture: dict[str, Any] | None = None
    error: _Fault | None = None


class _Problems(Struct):
    problems: list[_Generated]


class _GeneratedReply(Struct, tag="generated", tag_field="type"):
    data: _Problems


class _ReportedReply(Struct, tag="reported", tag_field="type"):
    data: Reported


class _ErrorReply(Struct, tag="error", tag_field="type"):
    data: dict[str, Any]


class Answer(NamedTuple):
    """A reply, undecoded."""

    frame: bytes
    goes_on: bool
    """Whether its first result belongs to the submission of the last one before it."""


_encoder = msgspec.msgpack.Encoder(enc_hook=to_plain)
_any_decoder = msgspec.msgpack.Decoder()
_verified_decoder = msgspec.msgpack.Decoder(_Verified | _ErrorReply)
_generated_decoder = msgspec.msgpack.Decoder(_GeneratedReply | _ErrorReply)
_reported_decoder = msgspec.msgpack.Decoder(_ReportedReply | _ErrorReply)


def encode_verify(
    submissions: Sequence[Submission],
    answer_markers: Sequence[str] | None,
    explain: bool,
    reading: Reading | None = None,
    curriculum: str | None = None,
    report_id: str | None = None,
) -> bytes:
    """Encode a request that verifies outputs, and tells a curriculum of them."""
    data = _VerifyData(
        submissions,
        answer_markers or UNSET,
        reading or UNSET,
        explain or UNSET,
        UNSET if curriculum is None else curriculum,
        UNSET if report_id is None else report_id,
    )
    try:
        return _encoder.encode(_Verify(data))
    except (OverflowError, UnicodeEncodeError):
        # Integers beyond 64 bits, or halves of surrogate pairs in a model's text: both are rare.
        data.problems = [_representable(submission) for submission in submissions]
        return _encode(_Verify(data))
    except TypeError as error:
        raise InvalidRequestError(str(error), "INVALID_REQUEST") from error


def encode_generate(
    problems: Iterable[ProblemReference | str],
    include: Sequence[str] = (),
    split: Split | None = None,
    curriculum: str | None = None,
    count: int | None = None,
    group_ids: Sequence[str] | None = None,
) -> bytes:
    """Encode a request that generates problems, which are named or drawn by a curriculum."""
    named = [_PlainId(problem) if isinstance(problem, str) else problem for problem in problems]
    data = _GenerateData(
        UNSET if curriculum is not None and not named else named,
        include or UNSET,
        split or UNSET,
        UNSET if curriculum is None else curriculum,
        UNSET if count is None else count,
        UNSET if group_ids is None else group_ids,
    )
    return _encode(_Generate(data))


def encode_report(curriculum: str, outcomes: Iterable[Outcome], report_id: str) -> bytes:
    """Encode a request that tells a curriculum what outputs came to."""
    return _encode(_Report(_ReportData(curriculum, report_id, list(outcomes))))


def _encode(request: Struct) -> bytes:
    try:
        return _encoder.encode(request)
    except OverflowError as error:
        raise InvalidRequestError(
            "An integer is beyond 64 bits. A seed is an integer from 0, below 2^53",
            "INVALID_REQUEST",
        ) from error
    except (TypeError, UnicodeEncodeError) as error:
        raise InvalidRequestError(str(error), "INVALID_REQUEST") from error


def is_too_large(frame: bytes, *, in_part: bool = True) -> bool:
    """Whether a reply says that less should be asked for at once; `in_part`: of part of it, too."""
    if b"_TOO_LARGE" not in frame:
        return False
    try:
        data = _any_decoder.decode(frame)["data"]
        parts = data.get("results") or data.get("problems")
        results = [{"error": data}] if parts is None or not in_part else parts
        return any(
            str(result.get("error", {}).get("code")).endswith("_TOO_LARGE") for result in results
        )
    except (msgspec.DecodeError, AttributeError, KeyError, TypeError):
        return False


def decode_verified(answers: Sequence[Answer], first_index: int) -> list[Verified | ProblemError]:
    """Decode and put together the results of a batch, the first of which has this index."""
    results: list[Verified | ProblemError] = []
    for answer in answers:
        decoded = _decode(_verified_decoder, answer.frame).data.results
        if answer.goes_on and decoded:
            results[-1] = _join(
                results[-1], _to_result(decoded.pop(0), first_index + len(results) - 1)
            )
        index = first_index + len(results)
        results += [_to_result(result, index + offset) for offset, result in enumerate(decoded)]
    return results


def decode_generated(answers: Sequence[Answer], first_index: int) -> list[Problem | ProblemError]:
    """Decode the problems of a batch, the first of which has this index."""
    problems: list[Problem | ProblemError] = []
    for answer in answers:
        decoded = _decode(_generated_decoder, answer.frame).data.problems
        index = first_index + len(problems)
        problems += [_to_problem(problem, index + offset) for offset, problem in enumerate(decoded)]
    return problems


def decode_reported(frame: bytes) -> Reported:
    """Decode what a report did."""
    reported: Reported = _decode(_reported_decoder, frame).data
    return reported


def _to_result(result: _Result, index: int) -> Verified | ProblemError:
    if result.error is not None:
        return ProblemError(result.error.message, result.error.code, index)
    return Verified(
        result.reward, result.accuracy, result.format_score, result.reason, result.reading
    )


def _join(
    first: Verified | ProblemError, second: Verified | ProblemError
) -> Verified | ProblemError:
    """Put the results of the two parts of a submission together."""
    if isinstance(first, ProblemError):
        return first
    if isinstance(second, ProblemError):
        return second
    return Verified(
        first.reward + second.reward,
        first.accuracy + second.accuracy,
        first.format_score + second.format_score,
        _join_columns(first.reason, len(first.reward), second.reason, len(second.reward)),
        _join_columns(first.reading, len(first.reward), second.reading, len(second.reward)),
    )


def _join_columns(
    first: list[str | None] | None, first_size: int, second: list[str | None] | None, size: int
) -> list[str | None] | None:
    """Put a column's two parts together; a part without the column has nothing to tell."""
    if first is None and second is None:
        return None
    return [*(first or [None] * first_size), *(second or [None] * size)]


def _decode(decoder: msgspec.msgpack.Decoder[Any], frame: bytes) -> Any:
    try:
        reply = decoder.decode(frame)
    except msgspec.DecodeError as error:
        raise WrongServerError(
            f"The reply is not RLVE-Gym's ({error}). Check the address, and that server and "
            "client are of matching versions",
            "WRONG_SERVER",
        ) from error
    if isinstance(reply, _ErrorReply):
        raise to_server_error(reply.data)
    return reply


def _to_problem(generated: _Generated, index: int) -> Problem | ProblemError:
    if generated.error is not None:
        return ProblemError(generated.error.message, generated.error.code, index)
    return Problem(
        problem_id=generated.problem_id,
        environment=generated.environment,
        difficulty=generated.difficulty,
        seed=generated.seed,
        parameters=generated.parameters,
        problem_input=generated.problem_input or "",
        config=generated.config,
        reference_answer=generated.reference_answer,
        picture=generated.picture,
    )


def _representable(submission: Submission) -> Submission:
    """Write a submission with what MessagePack can hold."""
    return msgspec.structs.replace(
        submission,
        outputs=[output.encode(errors="replace").decode() for output in submission.outputs],
        config=_with_short_integers(submission.config),
    )


def _with_short_integers(value: Any) -> Any:
    """Write integers beyond 64 bits as decimal strings, as the protocol says."""
    if isinstance(value, dict):
        return {key: _with_short_integers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_short_integers(item) for item in value]
    if isinstance(value, int) and not -(2**63) <= value < 2**64:
        return str(value)
    return value
