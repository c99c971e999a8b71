"""A run: outputs asked for, several at a time, verified and written down."""

from __future__ import annotations

import asyncio
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..errors import EndpointError, RlveGymError
from ..integrations.chat import to_chat
from .completion import complete
from .retrying import Patience
from .sample import Sample, SampleKey
from .scoring import score

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator, Sequence

    from ..async_client import AsyncRlveGymClient
    from ..messages import Problem, Reading
    from .completion import Completion, Generate
    from .drawing import Cell
    from .progress import Progress
    from .sample_file import SampleFile

_MOST_FAILURES_IN_A_ROW = 20
"""After so many without a success between, the rest would fail too."""


class Failure(Struct, frozen=True):
    """A sample without an output, or without a verdict: it is in no figure."""

    key: SampleKey
    why: str


class Asking(Struct, frozen=True, kw_only=True):
    """How outputs are asked for and read."""

    settings: dict[str, Any]
    """What is written of it, by which it is known again."""
    system_prompt: str | None
    reading: Reading | None
    answer_markers: tuple[str, str] | None
    concurrency: int
    retries: int


class _Wanted(Struct, frozen=True):
    """An output that is not there yet."""

    cell: Cell
    problem: Problem
    key: SampleKey


class Run:
    """Has the samples that a file lacks.

    Args:
        client: A client of the server, which verifies.
        generate: The model.
        asking: How it is asked.
        file: Where samples are written.
        progress: Told of each.
    """

    def __init__(
        self,
        client: AsyncRlveGymClient,
        generate: Generate,
        asking: Asking,
        file: SampleFile,
        progress: Progress,
    ) -> None:
        self._client = client
        self._generate = generate
        self._asking = asking
        self._file = file
        self._progress = progress
        self._patience = Patience(asking.retries, progress.count_retry)
        self._failed_in_a_row = 0
        self._last_error: Exception | None = None
        self.failures: list[Failure] = []
        """The samples that could not be had."""

    async def take(self, cells: Sequence[Cell], k: int) -> None:
        """Have k samples of each problem.

        Raises:
            Exception: What failed says that the rest would fail too: the last failure of the
                endpoint or the callable, or the server's.
        """
        there = self._file.scores(self._asking.settings)
        wanted = (it for it in _in_turns(cells, k) if it.key not in there)

        async def work() -> None:
            for it in wanted:
                await self._take_one(it)

        await _all_of([work() for _ in range(self._asking.concurrency)])
        if self._last_error is not None and not self._patience.has_succeeded:
            raise self._last_error

    async def _take_one(self, it: _Wanted) -> None:
        messages = to_chat(it.problem.problem_input, self._asking.system_prompt)
        begun = monotonic()
        try:
            completion = await self._patience.ask(partial(complete, self._generate, messages))
        except Exception as error:
            self._failed_in_a_row += 1
            if self._is_hopeless(error) or self._failed_in_a_row >= _MOST_FAILURES_IN_A_ROW:
                raise
            self._last_error = error
            self._fail(it.key, str(error) or type(error).__name__)
        else:
            self._failed_in_a_row = 0
            await self._verify(it, completion, monotonic() - begun)

    async def _verify(self, it: _Wanted, completion: Completion, seconds: float) -> None:
        scored = await score(
            self._client,
            it.problem,
            completion,
            reading=self._asking.reading,
            answer_markers=self._asking.answer_markers,
        )
        if scored is None:
            self._fail(it.key, "its verification failed inside the server")
            return
        self._file.append(
            Sample(
                problem_id=it.key.problem_id,
                sample=it.key.sample,
                environment=it.cell.environment,
                family=it.cell.family,
                difficulty=it.cell.difficulty,
                settings=self._asking.settings,
                prompt=it.problem.problem_input,
                output=completion.output,
                reasoning=completion.reasoning,
                finish_reason=completion.finish_reason,
                tokens=completion.tokens,
                seconds=round(seconds, 3),
                answer=scored.answer,
                reward=scored.reward,
                accuracy=scored.accuracy,
                format_score=scored.format_score,
                fault=scored.fault,
                reason=scored.reason,
            )
        )
        self._progress.count(is_right=scored.accuracy == 1)

    def _is_hopeless(self, error: Exception) -> bool:
        if not isinstance(error, EndpointError):
            # A mistake in the call, not what a model or a network does.
            return isinstance(error, (TypeError, RlveGymError))
        return error.is_final or (error.code == "UNREACHABLE" and not self._patience.has_succeeded)

    def _fail(self, key: SampleKey, why: str) -> None:
        self.failures.append(Failure(key, why))
        self._progress.count_failure()


def plan_keys(cells: Sequence[Cell], k: int) -> list[SampleKey]:
    """Name all samples that a run is to have, problem by problem."""
    return [
        SampleKey(problem.problem_id, sample)
        for cell in cells
        for problem in cell.problems
        for sample in range(k)
    ]


def _in_turns(cells: Sequence[Cell], k: int) -> Iterator[_Wanted]:
    """Go through all levels in turn, so that what there is at any time is of all of them."""
    for index in range(max((len(cell.problems) for cell in cells), default=0)):
        for cell in cells:
            for problem in cell.problems[index : index + 1]:
                for sample in range(k):
                    yield _Wanted(cell, problem, SampleKey(problem.problem_id, sample))


async def _all_of(coroutines: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Run coroutines at once; the first that fails, or a cancellation, ends the others."""
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
