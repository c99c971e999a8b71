"""The fast path inside an event loop: batches of problems and verifications over one socket."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload
from uuid import uuid4

from .address import to_base_urls, to_socket_url
from .batches import (
    batch_ids,
    by_count,
    by_outputs_async,
    cut_count,
    cut_groups,
    halve,
    is_large,
    is_many,
    part_ids,
)
from .connecting import Outage, is_temporary
from .curriculum import AsyncCurriculum
from .errors import ProblemError, RequestTimeoutError, RlveGymError, ServerError, or_raise
from .fleet import Fleet
from .local_server import LocalServer
from .messages import (
    Answer,
    Problem,
    ProblemReference,
    Reading,
    Split,
    Submission,
    Verified,
    decode_generated,
    decode_verified,
    encode_generate,
    encode_verify,
    is_too_large,
    to_references,
)
from .over_http import ask, to_environments_path
from .pipe import Pipe
from .pipelining import in_order
from .servers import OnlyServer

if TYPE_CHECKING:
    from collections.abc import (
        AsyncIterable,
        AsyncIterator,
        Callable,
        Coroutine,
        Iterable,
        Mapping,
        Sequence,
    )

    from typing_extensions import Self

    from .servers import ServerStatus

_T = TypeVar("_T")


class AsyncRlveGymClient:
    """Problems and verifications in batches, as MessagePack, over one socket.

    Calls may run concurrently: they share the connection and are pipelined on it. The connection
    is opened by the first call; one that drops is opened anew, and what was unanswered is asked
    again.

    With several addresses each batch goes to the server that has the fewest requests under way.
    What a server that is lost has not answered is asked of another, and it is taken back when it
    answers again.

    Args:
        base_url: Where the server is, such as `http://localhost:8000`; or where several are, which
            share the batches.
        api_key: The server's `RLVEGYM_API_KEY`, when it has one.
        headers: Further HTTP headers to connect with.
        timeout_s: How long one request may take, connecting included.
        connect_timeout_s: How long opening the connection may take.
        reconnect_timeout_s: How long to try to re-open a connection that dropped; with several
            servers, how long to wait for one of them where none is in reach.

    Example:
        >>> async with AsyncRlveGymClient("http://localhost:8000") as client:
        ...     [problem] = await client.generate(["Sorting@2/3/42"])
        ...     [result] = await client.verify([problem.submission(["<answer>1 2</answer>"])])
        ...     print(result.reward)
    """

    def __init__(
        self,
        base_url: str | Sequence[str],
        *,
        api_key: str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout_s: float = 60.0,
        connect_timeout_s: float = 10.0,
        reconnect_timeout_s: float = 30.0,
    ) -> None:
        authorization = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._base_urls = to_base_urls(base_url)
        self._urls = [to_socket_url(url) for url in self._base_urls]
        self._headers = {**(headers or {}), **authorization}
        self._timeout_s = timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._reconnect_timeout_s = reconnect_timeout_s
        self._route: OnlyServer | Fleet | None = None
        self._server: LocalServer | None = None

    @classmethod
    def from_local(cls, env_vars: Mapping[str, str] | None = None, **options: Any) -> Self:
        """Start a server process of its own, ended by `close()`, and return its client.

        Args:
            env_vars: The server's configuration, such as `{"RLVEGYM_EXPOSE_ANSWERS": "true"}`.
            **options: The constructor's, such as `timeout_s`.
        """
        server = LocalServer(env_vars)
        client = cls(server.start(), api_key=(env_vars or {}).get("RLVEGYM_API_KEY"), **options)
        client._server = server
        return client

    async def close(self) -> None:
        """Close the connection, and the server if it is the client's own. Always succeeds."""
        route, self._route = self._route, None
        if route is not None and route.loop is asyncio.get_running_loop():
            await route.close()
        if self._server is not None:
            await asyncio.to_thread(self._server.stop)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @overload
    async def verify(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        curriculum: str | None = None,
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
        curriculum: str | None = None,
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
        curriculum: str | None = None,
        report_id: str | None = None,
        return_errors: bool = False,
    ) -> list[Verified] | list[Verified | ProblemError]:
        """Verify outputs, in one request or, where the server does not take that, in several.

        Args:
            submissions: Problems, each with its outputs.
            answer_markers: What stands before and after the answer in an output; without them
                the server's.
            reading: How outputs are read; without it by the default rule.
            explain: Whether results carry the reasons of their verdicts.
            curriculum: The name of a curriculum that drew the problems and is told what the
                outputs come to.
            report_id: What a curriculum is told again under the same id (of up to 100 characters)
                counts once. Without it each call has its own, so that a connection that ends
                makes nothing count twice.
            return_errors: Whether the error of a problem takes the place of its result, instead
                of being raised.

        Returns:
            One result a submission, in order.

        Raises:
            ProblemError: A problem cannot be verified against: it is unknown, for example.
            RlveGymError: The request failed as a whole.
        """
        answers = await self.ask_verify(
            list(submissions), answer_markers, explain, reading, curriculum, report_id
        )
        results = decode_verified(answers, 0)
        return results if return_errors else [or_raise(result) for result in results]

    @overload
    def verify_many(
        self,
        submissions: Iterable[Submission] | AsyncIterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        curriculum: str | None = None,
        report_id: str | None = None,
        batch_size: int = 256,
        window: int = 8,
        return_errors: Literal[False] = False,
    ) -> AsyncIterator[Verified]: ...
    @overload
    def verify_many(
        self,
        submissions: Iterable[Submission] | AsyncIterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        curriculum: str | None = None,
        report_id: str | None = None,
        batch_size: int = 256,
        window: int = 8,
        return_errors: Literal[True],
    ) -> AsyncIterator[Verified | ProblemError]: ...
    async def verify_many(
        self,
        submissions: Iterable[Submission] | AsyncIterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        curriculum: str | None = None,
        report_id: str | None = None,
        batch_size: int = 256,
        window: int = 8,
        return_errors: bool = False,
    ) -> AsyncIterator[Verified] | AsyncIterator[Verified | ProblemError]:
        """Verify a stream of any length, keeping the pipe full.

        Args:
            submissions: Problems, each with its outputs; may be asynchronous.
            answer_markers: As in `verify`.
            reading: As in `verify`.
            explain: As in `verify`.
            curriculum: As in `verify`; what a request comes to is counted at once.
            report_id: As in `verify`, for the whole stream, which is cut in the same way again.
            batch_size: About how many outputs to send in one request.
            window: How many requests to keep unanswered. No more than `batch_size` times
                `window` outputs are read ahead of the results.
            return_errors: As in `verify`.

        Yields:
            One result a submission, in order.

        Raises:
            ProblemError: A problem cannot be verified against; its `index` is its place in the
                stream.
            RlveGymError: A request failed as a whole.
        """
        ids = batch_ids(report_id)
        requests = (
            self.ask_verify(batch, answer_markers, explain, reading, curriculum, next(ids))
            async for batch in by_outputs_async(submissions, batch_size)
        )
        index = 0
        async with aclosing(in_order(requests, window)) as replies:
            async for reply in replies:
                results = decode_verified(reply, index)
                index += len(results)
                for result in results:
                    yield result if return_errors else or_raise(result)

    @overload
    async def generate(
        self,
        problems: Iterable[ProblemReference | str] = (),
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        curriculum: str | None = None,
        count: int | None = None,
        group_ids: Sequence[str] | None = None,
        return_errors: Literal[False] = False,
    ) -> list[Problem]: ...
    @overload
    async def generate(
        self,
        problems: Iterable[ProblemReference | str] = (),
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        curriculum: str | None = None,
        count: int | None = None,
        group_ids: Sequence[str] | None = None,
        return_errors: Literal[True],
    ) -> list[Problem | ProblemError]: ...
    async def generate(
        self,
        problems: Iterable[ProblemReference | str] = (),
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        curriculum: str | None = None,
        count: int | None = None,
        group_ids: Sequence[str] | None = None,
        return_errors: bool = False,
    ) -> list[Problem] | list[Problem | ProblemError]:
        """Generate problems, in one request or, where the server does not take that, in several.

        Args:
            problems: References, or problem ids such as `"Sorting@2/3/42"`.
            include: `"config"` and `"reference_answer"`, where the server gives them out
                (`RLVEGYM_EXPOSE_ANSWERS`), and `"picture"` on any server.
            split: `"train"` or `"test"`: instead of a problem of the other split comes the next
                seed's. Problem ids name their problem in any case.
            curriculum: The name of a curriculum that draws the problems, in place of `problems`.
            count: How many problems it draws.
            group_ids: In place of `count`: a problem a group, the same one for an hour whoever
                names the group.
            return_errors: Whether the error of a problem takes its place, instead of being
                raised.

        Returns:
            The problems, in order.

        Raises:
            ProblemError: A problem cannot be generated.
            RlveGymError: The request failed as a whole.
        """
        answers = await self.ask_generate(
            list(problems), include, split, curriculum, count, group_ids
        )
        generated = decode_generated(answers, 0)
        return generated if return_errors else [or_raise(problem) for problem in generated]

    @overload
    def generate_many(
        self,
        problems: Iterable[ProblemReference | str],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        batch_size: int = 64,
        window: int = 4,
        return_errors: Literal[False] = False,
    ) -> AsyncIterator[Problem]: ...
    @overload
    def generate_many(
        self,
        problems: Iterable[ProblemReference | str],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        batch_size: int = 64,
        window: int = 4,
        return_errors: Literal[True],
    ) -> AsyncIterator[Problem | ProblemError]: ...
    async def generate_many(
        self,
        problems: Iterable[ProblemReference | str],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        batch_size: int = 64,
        window: int = 4,
        return_errors: bool = False,
    ) -> AsyncIterator[Problem] | AsyncIterator[Problem | ProblemError]:
        """Generate a stream of problems of any length, keeping the pipe full.

        Args:
            problems: References, or problem ids; may be endless.
            include: As in `generate`.
            split: As in `generate`.
            batch_size: How many problems to ask for in one request.
            window: How many requests to keep unanswered.
            return_errors: As in `generate`.

        Yields:
            The problems, in order.

        Raises:
            ProblemError: A problem cannot be generated; its `index` is its place in the stream.
            RlveGymError: A request failed as a whole.
        """

        async def requests() -> AsyncIterator[Coroutine[Any, Any, list[Answer]]]:
            for batch in by_count(problems, batch_size):
                yield self.ask_generate(batch, include, split)

        index = 0
        async with aclosing(in_order(requests(), window)) as replies:
            async for reply in replies:
                generated = decode_generated(reply, index)
                index += len(generated)
                for problem in generated:
                    yield problem if return_errors else or_raise(problem)

    @overload
    def problems(
        self,
        environment: str,
        difficulty: int,
        seeds: Iterable[int],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        return_errors: Literal[False] = False,
    ) -> AsyncIterator[Problem]: ...
    @overload
    def problems(
        self,
        environment: str,
        difficulty: int,
        seeds: Iterable[int],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        return_errors: Literal[True],
    ) -> AsyncIterator[Problem | ProblemError]: ...
    def problems(
        self,
        environment: str,
        difficulty: int,
        seeds: Iterable[int],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        return_errors: bool = False,
    ) -> AsyncIterator[Problem] | AsyncIterator[Problem | ProblemError]:
        """Generate the problems of many seeds, keeping the pipe full.

        Args:
            environment: The kind of problem, such as `"Sorting"`.
            difficulty: The level of the problems.
            seeds: A seed a problem; may be endless.
            include: As in `generate`.
            split: As in `generate`.
            return_errors: As in `generate`.

        Returns:
            The problems, in the order of the seeds; errors as in `generate_many`.
        """
        references = to_references(environment, difficulty, seeds)
        if return_errors:
            return self.generate_many(references, include=include, split=split, return_errors=True)
        return self.generate_many(references, include=include, split=split)

    async def ask_verify(
        self,
        batch: Sequence[Submission],
        answer_markers: Sequence[str] | None,
        explain: bool,
        reading: Reading | None,
        curriculum: str | None = None,
        report_id: str | None = None,
    ) -> list[Answer]:
        """Have a batch verified and return the replies, undecoded."""
        encode = partial(
            encode_verify, answer_markers=answer_markers, explain=explain, reading=reading
        )
        if curriculum is None:
            return await self._ask(batch, is_large, partial(encode, report_id=report_id))
        # A batch is cut in the same way whenever it is sent, so each part has its own id again.
        report_ids = part_ids(report_id or uuid4().hex)
        return await self._ask(
            batch,
            is_large,
            lambda part: encode(part, curriculum=curriculum, report_id=next(report_ids)),
            may_repeat=False,
        )

    async def ask_generate(
        self,
        batch: Sequence[ProblemReference | str],
        include: Sequence[str],
        split: Split | None,
        curriculum: str | None = None,
        count: int | None = None,
        group_ids: Sequence[str] | None = None,
    ) -> list[Answer]:
        """Have a batch generated and return the replies, undecoded."""
        encode = partial(encode_generate, include=include, split=split, curriculum=curriculum)
        if curriculum is None or batch or (count is None) == (group_ids is None):
            whole = partial(encode, count=count, group_ids=group_ids)
            return await self._ask(batch, is_many, whole)
        frames = (
            [encode((), count=part) for part in cut_count(count)]
            if count is not None
            else [encode((), group_ids=part) for part in cut_groups(group_ids or ())]
        )
        return [Answer(await self.exchange(frame), False) for frame in frames]

    async def _ask(
        self,
        batch: Sequence[_T],
        is_excessive: Callable[[Sequence[_T]], bool],
        encode: Callable[[Sequence[_T]], bytes],
        goes_on: bool = False,
        may_repeat: bool = True,
    ) -> list[Answer]:
        """Ask for a batch, and for its halves where it is more than the server takes at once.

        Where nothing may be asked for twice, a reply that holds something is the last word.
        """
        halves = halve(batch) if is_excessive(batch) else None
        if halves is None:
            try:
                frame = await self.exchange(encode(batch))
            except ServerError as error:
                halves = halve(batch) if error.code == "MESSAGE_TOO_LARGE" else None
                if halves is None:
                    raise
            else:
                halves = halve(batch) if is_too_large(frame, in_part=may_repeat) else None
                if halves is None:
                    return [Answer(frame, goes_on)]
        first = await self._ask(halves.first, is_excessive, encode, goes_on, may_repeat)
        second = await self._ask(halves.second, is_excessive, encode, halves.is_split, may_repeat)
        return first + second

    def curriculum(self, name: str) -> AsyncCurriculum:
        """Return a curriculum, which its `load` makes where the server has none of that name."""
        return AsyncCurriculum(name, self)

    async def list_environments(
        self, names: str | Iterable[str] | None = None, *, difficulty: int | Iterable[int] = 0
    ) -> list[str]:
        """Return the identifiers of environments that are named in whichever way.

        Args:
            names: Identifiers, families (`"family:graphs"`) and presets (`"no-guessing"`), one or
                several; `"family:graphs+no-guessing"` are those that are in both. Without it, all.
            difficulty: The level at which presets must hold, or several.

        Raises:
            ServerError: The server knows no such name.
        """
        environments = await self.ask_http("GET", to_environments_path(names, difficulty))
        return [environment["id"] for environment in environments]

    async def ask_http(self, method: str, path: str, body: Any = None) -> Any:
        """Return the JSON that a path gives. What may pass is tried again, as a connection is."""
        outage = Outage(self._reconnect_timeout_s)
        while True:
            failures: list[RlveGymError] = []
            for base_url in self._base_urls_by_health():
                try:
                    return await asyncio.to_thread(
                        ask,
                        base_url,
                        method,
                        path,
                        headers=self._headers,
                        timeout_s=self._timeout_s,
                        body=body,
                    )
                except RlveGymError as error:  # noqa: PERF203  # far less than the request
                    if not is_temporary(error):
                        raise
                    failures.append(error)
            await outage.wait(failures[0])

    def _base_urls_by_health(self) -> list[str]:
        """Return the servers' addresses, those in reach before others."""
        if self._route is None:
            return self._base_urls
        servers = zip(self._route.servers, self._base_urls, strict=True)
        return [url for _, url in sorted(servers, key=lambda server: not server[0].is_up)]

    @property
    def servers(self) -> list[ServerStatus]:
        """How each server fares, in the order of the addresses: empty before the first request."""
        return [] if self._route is None else [server.status for server in self._route.servers]

    async def exchange(self, frame: bytes) -> bytes:
        """Send an encoded request and return its encoded reply, within the time-out.

        Raises:
            RequestTimeoutError: The reply did not come in time.
            RlveGymError: The server cannot be reached, refuses, or keeps dropping the connection.
        """
        route = self._route
        if route is None or route.loop is not asyncio.get_running_loop():
            # A connection of another loop, one that has ended, is of no use here.
            route = self._route = self._open_route()
        try:
            return await asyncio.wait_for(route.exchange(frame), self._timeout_s)
        except asyncio.TimeoutError as error:
            raise RequestTimeoutError(
                f"{', '.join(self._urls)} did not reply within {self._timeout_s} s. Send smaller "
                "batches, or allow more time with timeout_s=…",
                "TIMEOUT",
            ) from error

    def _open_route(self) -> OnlyServer | Fleet:
        if len(self._urls) > 1:
            return Fleet(
                self._urls,
                headers=self._headers,
                connect_timeout_s=self._connect_timeout_s,
                reconnect_timeout_s=self._reconnect_timeout_s,
            )
        [url] = self._urls
        pipe = Pipe(
            url,
            headers=self._headers,
            connect_timeout_s=self._connect_timeout_s,
            reconnect_timeout_s=self._reconnect_timeout_s,
        )
        return OnlyServer(url, pipe)
