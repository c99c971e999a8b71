"""Cutting what is asked for into batches that the server takes and that keep the pipe full."""

from __future__ import annotations

import itertools
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

# Python 3.10's own cannot be generic.
from typing_extensions import NamedTuple

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence

    from .messages import ProblemReference, Submission

_T = TypeVar("_T")

_MAX_CHARACTERS = 2**20
"""Text in a batch: at four bytes a character still well below the server's limit of 16 MiB."""

_MAX_MESSAGE_CHARACTERS = 4 * _MAX_CHARACTERS
"""Text that is sent at once even where a caller wants one request: about the server's limit."""

_MAX_BATCH = 4096
"""Problems of a batch, and outputs of a problem: the server's limit, where it has its default."""


class Halves(NamedTuple, Generic[_T]):
    """A batch as two."""

    first: Sequence[_T]
    second: Sequence[_T]
    is_split: bool
    """Whether the last of the first half and the first of the second are of one submission."""


def is_large(batch: Sequence[Submission]) -> bool:
    """Whether submissions are more than a server takes at once that has its default limits."""
    characters = 0
    for submission in batch:
        if len(submission.outputs) > _MAX_BATCH:
            return True
        characters += sum(map(len, submission.outputs))
    return len(batch) > _MAX_BATCH or characters > _MAX_MESSAGE_CHARACTERS


def is_many(batch: Sequence[ProblemReference | str]) -> bool:
    """Whether problems are more than a server takes at once that has its default limits."""
    return len(batch) > _MAX_BATCH


def halve(batch: Sequence[_T]) -> Halves[_T] | None:
    """Cut a batch, or the outputs of its only submission, in two; `None` where it is too small."""
    if len(batch) > 1:
        middle = len(batch) // 2
        return Halves(batch[:middle], batch[middle:], is_split=False)
    outputs = getattr(batch[0], "outputs", ()) if batch else ()
    if len(outputs) < 2:
        return None
    middle = len(outputs) // 2
    first, second = (
        msgspec.structs.replace(batch[0], outputs=half)  # type: ignore[type-var]  # a Submission
        for half in (outputs[:middle], outputs[middle:])
    )
    return Halves([first], [second], is_split=True)


_MAX_DRAW = 256
"""Problems that are drawn at once: a reply that does not fit would lose some of them."""


def cut_count(count: int) -> list[int]:
    """Cut a number of draws into numbers that fit a reply. What is none is for the server."""
    if count <= _MAX_DRAW:
        return [count]
    rest = count % _MAX_DRAW
    return [_MAX_DRAW] * (count // _MAX_DRAW) + ([rest] if rest else [])


def cut_groups(group_ids: Sequence[str]) -> list[Sequence[str]]:
    """Cut groups into batches whose draws fit a reply. None at all is for the server."""
    return list(by_count(group_ids, _MAX_DRAW)) or [group_ids]


def part_ids(report_id: str) -> Iterator[str]:
    """Name the parts that a report is sent in."""
    yield report_id
    for part in itertools.count(1):
        yield f"{report_id}/{part}"


def batch_ids(report_id: str | None) -> Iterator[str | None]:
    """Name the batches of a stream that is one report; each may be sent in parts."""
    return (report_id and f"{report_id}.{batch}" for batch in itertools.count())


class _Batch:
    """Submissions, gathered until there are enough outputs or enough text."""

    def __init__(self, outputs: int) -> None:
        self._room = (outputs, _MAX_CHARACTERS)
        self._outputs_left, self._characters_left = self._room
        self._submissions: list[Submission] = []

    def add(self, submission: Submission) -> list[Submission]:
        """Add a submission and return the batch if it is full now, else nothing."""
        self._submissions.append(submission)
        # One without outputs still is a problem to name.
        self._outputs_left -= len(submission.outputs) or 1
        self._characters_left -= sum(map(len, submission.outputs))
        return self.take() if self._outputs_left <= 0 or self._characters_left <= 0 else []

    def take(self) -> list[Submission]:
        """Return what is gathered and begin anew."""
        full, self._submissions = self._submissions, []
        self._outputs_left, self._characters_left = self._room
        return full


def by_outputs(submissions: Iterable[Submission], outputs: int) -> Iterator[list[Submission]]:
    """Cut submissions into batches of about that many outputs."""
    batch = _Batch(outputs)
    for submission in submissions:
        if full := batch.add(submission):
            yield full
    if rest := batch.take():
        yield rest


async def by_outputs_async(
    submissions: Iterable[Submission] | AsyncIterable[Submission], outputs: int
) -> AsyncIterator[list[Submission]]:
    """Cut submissions, which may come asynchronously, into batches of about that many outputs."""
    if not hasattr(submissions, "__aiter__"):
        for full in by_outputs(submissions, outputs):
            yield full
        return
    batch = _Batch(outputs)
    async for submission in submissions:
        if full := batch.add(submission):
            yield full
    if rest := batch.take():
        yield rest


def by_count(items: Iterable[_T], count: int) -> Iterator[list[_T]]:
    """Cut items into batches of that many."""
    iterator = iter(items)
    while batch := list(islice(iterator, count)):
        yield batch
