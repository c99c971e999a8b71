"""The fast path for blocking code: `AsyncRlveGymClient`, driven from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from .async_client import AsyncRlveGymClient
from .batches import batch_ids, by_count, by_outputs
from .curriculum import Curriculum
from .errors import ProblemError, or_raise
from .local_server import LocalServer
from .loop_thread import LoopThread
from .messages import (
    Problem,
    ProblemReference,
    Reading,
    Split,
    Submission,
    Verified,
    decode_generated,
    decode_verified,
    to_references,
)
from .pipelining import in_order_sync

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable, Iterator, Mapping, Sequence

    from typing_extensions import Self

    from .messages import Answer
    from .servers import ServerStatus


class RlveGymClient:
    """Problems and verifications in batches, as MessagePack, over one socket.

    May be shared by threads: their calls share the connection and are pipelined on it. The
    connection is opened by the first call; one that drops is opened anew, and what was
    unanswered is asked again.

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
        >>> with RlveGymClient("http://localhost:8000") as client:
        ...     [problem] = client.generate(["Sorting@2/3/42"])
        ...     [result] = client.verify([problem.submission(["<answer>1 2</answer>"])])
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
        self._async = AsyncRlveGymClient(
            base_url,
            api_key=api_key,
            headers=headers,
            timeout_s=timeout_s,
            connect_timeout_s=connect_timeout_s,
            reconnect_timeout_s=reconnect_timeout_s,
        )
        self._thread = LoopThread()
        self._server: LocalServer | None = None

    @classmethod
    def from_local(cls, env_vars: Mapping[str, str] | None = None, **options: Any) -> Self:
        """Start a server process of its own, ended by `close()`, and return its client.

        Args:
            env_vars: The server's configuration, such as `{"RLVEGYM_EXPOSE_ANSWERS": "true"}`.
            **options: The constructor's, such as `timeout_s`.

        Raises:
            ServerStartError: The server is missing or does not start.
        """
        server = LocalServer(env_vars)
        client = cls(server.start(), api_key=(env_vars or {}).get("RLVEGYM_API_KEY"), **options)
        client._server = server
        return client

    def close(self) -> None:
        """Close the connection, and the server if it is the client's own. Always succeeds."""
        try:
            self._thread.run(self._async.close())
        finally:
            self._thread.stop()
            if self._server is not None:
                self._server.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @overload
    def verify(
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
    def verify(
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
    def verify(
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
        answers = self._thread.run(
            self._async.ask_verify(
                list(submissions), answer_markers, explain, reading, curriculum, report_id
            )
        )
        results = decode_verified(answers, 0)
        return results if return_errors else [or_raise(result) for result in results]

    @overload
    def verify_many(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        curriculum: str | None = None,
        report_id: str | None = None,
        batch_size: int = 256,
        window: int = 8,
        return_errors: Literal[False] = False,
    ) -> Iterator[Verified]: ...
    @overload
    def verify_many(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        curriculum: str | None = None,
        report_id: str | None = None,
        batch_size: int = 256,
        window: int = 8,
        return_errors: Literal[True],
    ) -> Iterator[Verified | ProblemError]: ...
    def verify_many(
        self,
        submissions: Iterable[Submission],
        *,
        answer_markers: Sequence[str] | None = None,
        reading: Reading | None = None,
        explain: bool = False,
        curriculum: str | None = None,
        report_id: str | None = None,
        batch_size: int = 256,
        window: int = 8,
        return_errors: bool = False,
    ) -> Iterator[Verified] | Iterator[Verified | ProblemError]:
        """Verify a stream of any length, keeping the pipe full.

        Args:
            submissions: Problems, each with its outputs.
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
            self._async.ask_verify(batch, answer_markers, explain, reading, curriculum, next(ids))
            for batch in by_outputs(submissions, batch_size)
        )
        index = 0
        for reply in self._replies(requests, window):
            results = decode_verified(reply, index)
            index += len(results)
            yield from results if return_errors else map(or_raise, results)

    @overload
    def generate(
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
    def generate(
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
    def generate(
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
        answers = self._thread.run(
            self._async.ask_generate(list(problems), include, split, curriculum, count, group_ids)
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
    ) -> Iterator[Problem]: ...
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
    ) -> Iterator[Problem | ProblemError]: ...
    def generate_many(
        self,
        problems: Iterable[ProblemReference | str],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        batch_size: int = 64,
        window: int = 4,
        return_errors: bool = False,
    ) -> Iterator[Problem] | Iterator[Problem | ProblemError]:
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
        requests = (
            self._async.ask_generate(batch, include, split)
            for batch in by_count(problems, batch_size)
        )
        index = 0
        for reply in self._replies(requests, window):
            generated = decode_generated(reply, index)
            index += len(generated)
            yield from generated if return_errors else map(or_raise, generated)

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
    ) -> Iterator[Problem]: ...
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
    ) -> Iterator[Problem | ProblemError]: ...
    def problems(
        self,
        environment: str,
        difficulty: int,
        seeds: Iterable[int],
        *,
        include: Sequence[str] = (),
        split: Split | None = None,
        return_errors: bool = False,
    ) -> Iterator[Problem] | Iterator[Problem | ProblemError]:
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

    def curriculum(self, name: str) -> Curriculum:
        """Return a curriculum, which its `load` makes where the server has none of that name."""
        return Curriculum(self._async.curriculum(name), self._thread)

    def list_environments(
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
        return self._thread.run(self._async.list_environments(names, difficulty=difficulty))

    @property
    def servers(self) -> list[ServerStatus]:
        """How each server fares, in the order of the addresses: empty before the first request."""
        return self._async.servers

    def _replies(
        self, requests: Iterable[Coroutine[Any, Any, list[Answer]]], window: int
    ) -> Iterator[list[Answer]]:
        """Send requests, up to `window` ahead, and yield their replies, undecoded."""
        return in_order_sync((self._thread.submit(request) for request in requests), window)
