"""Curricula: problems whose difficulty follows the measured accuracy, kept by the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload
from urllib.parse import quote
from uuid import uuid4

from .messages import Outcome, Reported, decode_reported, encode_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .async_client import AsyncRlveGymClient
    from .errors import ProblemError
    from .loop_thread import LoopThread
    from .messages import Problem, Reading, Submission, Verified


class AsyncCurriculum:
    """A curriculum on the server, inside an event loop: `AsyncRlveGymClient.curriculum`.

    Example:
        >>> main = client.curriculum("main")
        >>> await main.load({"environments": ["Sorting"], "min_samples": 32})
        >>> problems = await main.draw(16)
        >>> await main.verify([problem.submission(sample(problem)) for problem in problems])
    """

    def __init__(self, name: str, client: AsyncRlveGymClient) -> None:
        self.name = name
        self._client = client

    @overload
    async def draw(
        self,
        count: int | None = None,
        *,
        group_ids: Sequence[str] | None = None,
        include: Sequence[str] = (),
        return_errors: Literal[False] = False,
    ) -> list[Problem]: ...
    @overload
    async def draw(
        self,
        count: int | None = None,
        *,
        group_ids: Sequence[str] | None = None,
        include: Sequence[str] = (),
        return_errors: Literal[True],
    ) -> list[Problem | ProblemError]: ...
    async def draw(
        self,
        count: int | None = None,
        *,
        group_ids: Sequence[str] | None = None,
        include: Sequence[str] = (),
        return_errors: bool = False,
    ) -> list[Problem] | list[Problem | ProblemError]:
        """Draw problems.

        Args:
            count: How many; without it, and without groups, one.
            group_ids: In place of `count`: a problem a group, the same one for an hour whoever
                names the group, on whichever server.
            include: As in the client's `generate`.
            return_errors: As in the client's `generate`.
        """
        return await self._client.generate(  # type: ignore[call-overload,no-any-return]
            curriculum=self.name,
            count=1 if count is None and group_ids is None else count,
            group_ids=group_ids,
            include=include,
            return_errors=return_errors,
        )

    @overload
    async def verify(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        report_id: str | None = None,
        return_errors: Literal[False] = False,
    ) -> list[Verified]: ...
    @overload
    async def verify(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        report_id: str | None = None,
        return_errors: Literal[True],
    ) -> list[Verified | ProblemError]: ...
    async def verify(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        report_id: str | None = None,
        return_errors: bool = False,
    ) -> list[Verified] | list[Verified | ProblemError]:
        """Verify outputs of problems that it drew, and count them; else as the client's `verify`.

        Args:
            submissions: Problems that it drew, each with its outputs.
            answer_markers: As in the client's `verify`.
            reading: As in the client's `verify`.
            explain: As in the client's `verify`.
            report_id: What is sent again under the same id counts once. Without it each call has
                its own, so that a connection that ends makes nothing count twice.
            return_errors: As in the client's `verify`.
        """
        return await self._client.verify(  # type: ignore[call-overload,no-any-return]
            submissions,
            answer_markers=answer_markers,
            reading=reading,
            explain=explain,
            curriculum=self.name,
            report_id=report_id,
            return_errors=return_errors,
        )

    async def report(
        self, outcomes: Iterable[Outcome], *, report_id: str | None = None
    ) -> Reported:
        """Count outputs that were verified elsewhere, all or none.

        Args:
            outcomes: What the outputs of problems that it drew came to.
            report_id: As in `verify`.
        """
        frame = encode_report(self.name, outcomes, report_id or uuid4().hex)
        return decode_reported(await self._client.exchange(frame))

    async def state(self) -> dict[str, Any]:
        """Return all that it is: what `load` takes back, here or on another server."""
        state: dict[str, Any] = await self._client.ask_http("GET", self._path)
        return state

    async def load(self, source: Mapping[str, Any], *, replace: bool = False) -> dict[str, Any]:
        """Make it of a definition, or what it was of a state, and return its state.

        Args:
            source: A definition such as `{"environments": ["Sorting"]}`, or what `state` gave.
            replace: Whether to replace another curriculum of this name, which is an error
                otherwise.
        """
        path = f"{self._path}?replace=true" if replace else self._path
        state: dict[str, Any] = await self._client.ask_http("PUT", path, dict(source))
        return state

    @property
    def _path(self) -> str:
        return f"/curricula/{quote(self.name, safe='')}"


class Curriculum:
    """A curriculum on the server, for blocking code: `RlveGymClient.curriculum`.

    Example:
        >>> main = client.curriculum("main")
        >>> main.load({"environments": ["Sorting"], "min_samples": 32})
        >>> problems = main.draw(16)
        >>> main.verify([problem.submission(sample(problem)) for problem in problems])
    """

    def __init__(self, curriculum: AsyncCurriculum, thread: LoopThread) -> None:
        self.name = curriculum.name
        self._async = curriculum
        self._thread = thread

    @overload
    def draw(
        self,
        count: int | None = None,
        *,
        group_ids: Sequence[str] | None = None,
        include: Sequence[str] = (),
        return_errors: Literal[False] = False,
    ) -> list[Problem]: ...
    @overload
    def draw(
        self,
        count: int | None = None,
        *,
        group_ids: Sequence[str] | None = None,
        include: Sequence[str] = (),
        return_errors: Literal[True],
    ) -> list[Problem | ProblemError]: ...
    def draw(
        self,
        count: int | None = None,
        *,
        group_ids: Sequence[str] | None = None,
        include: Sequence[str] = (),
        return_errors: bool = False,
    ) -> list[Problem] | list[Problem | ProblemError]:
        """Draw problems.

        Args:
            count: How many; without it, and without groups, one.
            group_ids: In place of `count`: a problem a group, the same one for an hour whoever
                names the group, on whichever server.
            include: As in the client's `generate`.
            return_errors: As in the client's `generate`.
        """
        return self._thread.run(  # type: ignore[no-any-return]
            self._async.draw(  # type: ignore[call-overload]
                count, group_ids=group_ids, include=include, return_errors=return_errors
            )
        )

    @overload
    def verify(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        report_id: str | None = None,
        return_errors: Literal[False] = False,
    ) -> list[Verified]: ...
    @overload
    def verify(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        report_id: str | None = None,
        return_errors: Literal[True],
    ) -> list[Verified | ProblemError]: ...
    def verify(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        report_id: str | None = None,
        return_errors: bool = False,
    ) -> list[Verified] | list[Verified | ProblemError]:
        """Verify outputs of problems that it drew, and count them; else as the client's `verify`.

        Args:
            submissions: Problems that it drew, each with its outputs.
            answer_markers: As in the client's `verify`.
            reading: As in the client's `verify`.
            explain: As in the client's `verify`.
            report_id: What is sent again under the same id counts once. Without it each call has
                its own, so that a connection that ends makes nothing count twice.
            return_errors: As in the client's `verify`.
        """
        return self._thread.run(  # type: ignore[no-any-return]
            self._async.verify(  # type: ignore[call-overload]
                submissions,
                answer_markers=answer_markers,
                reading=reading,
                explain=explain,
                report_id=report_id,
                return_errors=return_errors,
            )
        )

    def report(self, outcomes: Iterable[Outcome], *, report_id: str | None = None) -> Reported:
        """Count outputs that were verified elsewhere, all or none.

        Args:
            outcomes: What the outputs of problems that it drew came to.
            report_id: As in `verify`.
        """
        return self._thread.run(self._async.report(outcomes, report_id=report_id))

    def state(self) -> dict[str, Any]:
        """Return all that it is: what `load` takes back, here or on another server."""
        return self._thread.run(self._async.state())

    def load(self, source: Mapping[str, Any], *, replace: bool = False) -> dict[str, Any]:
        """Make it of a definition, or what it was of a state, and return its state.

        Args:
            source: A definition such as `{"environments": ["Sorting"]}`, or what `state` gave.
            replace: Whether to replace another curriculum of this name, which is an error
                otherwise.
        """
        return self._thread.run(self._async.load(source, replace=replace))
