"""Cutting a stream into batches that the server takes and that keep the pipe full."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

    from .messages import Submission

_T = TypeVar("_T")

_MAX_CHARACTERS = 2**20
"""Text in a batch: at four bytes a character still well below the server's limit of 16 MiB."""


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
