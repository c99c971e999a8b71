"""Curricula: drawn from, told, counted once, looked at and moved."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Literal

import pytest

from fakes import FlakyProxy, free_port, running, tcp_server
from RLVE_Gym import (
    AsyncRlveGymClient,
    Curriculum,
    LocalServer,
    Outcome,
    Problem,
    ProblemError,
    ProblemReference,
    Reported,
    RequestTimeoutError,
    RlveGymClient,
    ServerError,
    ServerUnreachableError,
    Submission,
    WrongServerError,
)
from RLVE_Gym.messages import to_references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import StartServer

DEFINITION = {"environments": ["Sorting"], "min_samples": 4}


@pytest.fixture
def client(base_url: str) -> Iterator[RlveGymClient]:
    with RlveGymClient(base_url) as client:
        yield client


def right(problem: Problem) -> Submission:
    return problem.submission([f"<answer>{problem.reference_answer}</answer>"])


def progress(curriculum: Curriculum) -> dict[str, Any]:
    sorting: dict[str, Any] = curriculum.state()["environments"]["Sorting"]
    return sorting


def test_is_made_drawn_from_told_and_moved(
    client: RlveGymClient, start_server: StartServer
) -> None:
    main = client.curriculum("blocking")
    with pytest.raises(ServerError, match="blocking"):
        main.state()
    assert main.load(DEFINITION)["draws"] == 0
    problems = main.draw(3, include=["reference_answer"])
    assert {problem.environment for problem in problems} == {"Sorting"}
    results = main.verify([right(problem) for problem in problems], explain=True)
    assert [result.accuracy for result in results] == [[1]] * 3
    outcomes = [Outcome(problems[0].problem_id, correct=1, samples=1)]
    told = main.report(outcomes, report_id="a")
    assert told.counted
    assert [(rise.environment, rise.top, rise.draws) for rise in told.rises] == [("Sorting", 1, 3)]
    assert main.report(outcomes, report_id="a") == Reported(counted=False, rises=[])
    with RlveGymClient(start_server()) as other_client:
        other = other_client.curriculum("blocking")
        other.load({"environments": ["Knapsack"]})
        with pytest.raises(ServerError, match="another"):
            other.load(main.state())
        assert other.load(main.state(), replace=True) == main.state()
        assert [p.problem_id for p in other.draw(2)] == [p.problem_id for p in main.draw(2)]
        with pytest.raises(ServerError, match="environments"):
            other.load({"environments": ["Sortng"]}, replace=True)


def test_in_an_event_loop(base_url: str) -> None:
    async def work() -> None:
        async with AsyncRlveGymClient(base_url) as client:
            main = client.curriculum("async")
            await main.load(DEFINITION)
            problems = await main.draw(2, include=["reference_answer"])
            results = await main.verify([right(problem) for problem in problems])
            assert [result.accuracy for result in results] == [[1]] * 2
            told = await main.report([Outcome(problems[0].problem_id, 1, 2)])
            assert [rise.top for rise in told.rises] == []
            assert (await main.state())["environments"]["Sorting"]["total_samples"] == 4

    asyncio.run(work())


def test_errors_take_their_places_in_an_event_loop(base_url: str) -> None:
    async def work() -> None:
        async with AsyncRlveGymClient(base_url) as client:
            main = client.curriculum("async-errors")
            with pytest.raises(ServerError, match="async-errors"):
                await main.draw()
            await main.load(DEFINITION)
            with pytest.raises(ServerError, match="another"):
                await main.load({"environments": ["Knapsack"]})
            assert (await main.load({"environments": ["Knapsack"]}, replace=True))["draws"] == 0
            await main.load(DEFINITION, replace=True)
            [problem] = await main.draw()
            first, second = await main.verify(
                [Submission(outputs=["x"]), problem.submission(["x"])],
                explain=True,
                return_errors=True,
            )
            assert isinstance(first, ProblemError)
            assert not isinstance(second, ProblemError)
            assert second.reason is not None
            with pytest.raises(ServerError, match="Knapsack"):
                await main.report([Outcome("Knapsack@1/0/0", 0, 1)])
            for _ in range(2):
                await main.verify([problem.submission(["x", "y"])], report_id="step 1")
            assert not (
                await main.report([Outcome(problem.problem_id, 0, 1)], report_id="step 1")
            ).counted
            assert (await main.state())["environments"]["Sorting"]["total_samples"] == 3

    asyncio.run(work())


@pytest.mark.parametrize("split", ["train", "test"])
def test_splits_in_an_event_loop(base_url: str, split: Literal["train", "test"]) -> None:
    async def work() -> None:
        async with AsyncRlveGymClient(base_url) as client:
            seeds = range(40)
            problems = [p async for p in client.problems("Sorting", 2, seeds, split=split)]
            references = to_references("Sorting", 2, seeds)
            assert problems == [p async for p in client.generate_many(references, split=split)]
            asked = list(to_references("Sorting", 2, seeds))
            assert problems == await client.generate(asked, split=split)
            # A seed of the other split leads on to one of this.
            seen = {problem.seed for problem in problems}
            assert len(problems) == 40
            assert 0 < len(seen) < 40
            main = client.curriculum(f"split-{split}")
            await main.load({"environments": ["Sorting"], "start": 2, "split": split})
            drawn = await main.draw(8)
            again = await client.generate(
                [
                    ProblemReference(environment="Sorting", difficulty=2, seed=problem.seed)
                    for problem in drawn
                ],
                split=split,
            )
            assert again == drawn

    asyncio.run(work())


def test_streams_are_told_batch_by_batch(base_url: str) -> None:
    def counted() -> int:
        samples: int = progress(main)["total_samples"]
        return samples

    with RlveGymClient(base_url) as client:
        main = client.curriculum("streams")
        main.load({**DEFINITION, "min_samples": 1000})
        submissions = [problem.submission(["x"] * 3) for problem in main.draw(5)]

        def verify(**options: Any) -> None:
            results = client.verify_many(submissions, batch_size=6, curriculum="streams", **options)
            assert [result.reward for result in results] == [[-1] * 3] * 5

        async def verify_async(**options: Any) -> None:
            async with AsyncRlveGymClient(base_url) as client:
                stream = client.verify_many(
                    submissions, batch_size=6, curriculum="streams", **options
                )
                assert [result.reward async for result in stream] == [[-1] * 3] * 5

        verify()
        asyncio.run(verify_async())
        assert counted() == 30
        # What one has begun the other may go on with: batches are cut alike.
        verify(report_id="step 1")
        asyncio.run(verify_async(report_id="step 1"))
        assert counted() == 45
        with pytest.raises(ServerError, match="report id"):
            list(client.verify_many(submissions, report_id="step 2"))


def test_groups_share_draws(base_url: str, client: RlveGymClient) -> None:
    main = client.curriculum("groups")
    main.load(DEFINITION)
    first, second, third = main.draw(group_ids=["a", "b", "a"])
    assert first == third
    assert first != second

    async def draw() -> list[Problem]:
        async with AsyncRlveGymClient(base_url) as client:
            return await client.curriculum("groups").draw(group_ids=["b", "c"])

    assert asyncio.run(draw())[0] == second
    assert main.state()["draws"] == 3
    many = [str(number) for number in range(600)]
    assert len(main.draw(group_ids=many)) == 600
    assert main.state()["draws"] == 603
    with pytest.raises(ServerError, match="not both"):
        main.draw(2, group_ids=["a"])
    with pytest.raises(ServerError, match="group_ids"):
        main.draw(group_ids=[])


def test_errors_take_their_places(client: RlveGymClient) -> None:
    main = client.curriculum("errors")
    with pytest.raises(ServerError, match="errors"):
        main.draw()
    main.load(DEFINITION)
    with pytest.raises(ServerError, match="count"):
        main.draw(0)
    with pytest.raises(ServerError, match="Knapsack"):
        main.verify([Submission(problem_id="Knapsack@1/0/0", outputs=["x"])])
    # What names no problem is told in its place, and does not count.
    drawn = main.draw()[0].submission(["x"])
    nameless = Submission(outputs=["x"])
    first, second = main.verify([nameless, drawn], return_errors=True)
    assert isinstance(first, ProblemError)
    assert not isinstance(second, ProblemError)
    assert progress(main)["total_samples"] == 1
    with pytest.raises(ServerError, match="report id"):
        client.verify([drawn], report_id="a")
    with pytest.raises(ServerError, match="not both"):
        client.generate(["Sorting@2/1/5"], curriculum="errors", count=1)
    assert len(main.draw(600, return_errors=True)) == 600
    assert main.state()["draws"] == 601


def test_what_is_sent_again_counts_once(base_url: str, client: RlveGymClient) -> None:
    watched = client.curriculum("again")
    watched.load(DEFINITION)
    [problem] = watched.draw()
    submission = problem.submission(["x", "y"])
    with (
        running(FlakyProxy(base_url)) as proxy,
        RlveGymClient(proxy.base_url) as behind,
    ):
        main = behind.curriculum("again")
        tell: list[Callable[[], object]] = [
            lambda: main.verify([submission]),
            lambda: behind.verify([submission], curriculum="again"),
            lambda: main.report([Outcome(problem.problem_id, 0, 2)]),
        ]
        for calls, call in enumerate(tell, start=1):
            behind.generate([problem.problem_id])
            proxy.is_silent = True
            with _InThread(call) as told:
                _expect_soon(lambda: progress(watched)["total_samples"] == 2 * calls)  # noqa: B023
                proxy.is_silent = False
                proxy.drop()
                told()
            assert progress(watched)["total_samples"] == 2 * calls


def test_what_is_told_in_parts_counts_once(start_server: StartServer) -> None:
    with RlveGymClient(start_server(RLVEGYM_MAX_BATCH="8")) as client:
        main = client.curriculum("main")
        main.load(DEFINITION)
        submissions = [problem.submission(["x"] * 20) for problem in main.draw(5)]
        for _ in range(2):
            results = main.verify(submissions, report_id="step 7")
            assert [len(result.reward) for result in results] == [20] * 5
            assert progress(main)["total_samples"] == 100
        main.verify(submissions)
        main.verify(submissions)
        assert progress(main)["total_samples"] == 300


def test_a_reply_that_is_too_large_is_not_asked_for_again(start_server: StartServer) -> None:
    with RlveGymClient(start_server(RLVEGYM_MAX_MESSAGE_BYTES="20000")) as client:
        main = client.curriculum("main")
        main.load(DEFINITION)
        [problem] = main.draw()
        results = main.verify(
            [problem.submission(["x"] * 200)] * 9, explain=True, return_errors=True
        )
        done = [result for result in results if not isinstance(result, ProblemError)]
        assert 0 < len(done) < 9
        assert progress(main)["total_samples"] == 200 * len(done)


def test_a_server_that_is_away_for_a_while_is_asked_again() -> None:
    port = free_port()
    with RlveGymClient(f"ws://127.0.0.1:{port}/ws") as client:
        main = client.curriculum("main")
        with _InThread(lambda: main.load(DEFINITION)) as loaded:
            time.sleep(0.3)
            with LocalServer(port=port) as server:
                server.start()
                assert loaded()["draws"] == 0


@pytest.mark.parametrize(
    ("greeting", "error"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n<html>", WrongServerError),
        (b"HTTP/1.1 404 Not Found\r\n\r\n<html>", WrongServerError),
        (b'HTTP/1.1 404 Not Found\r\n\r\n{"error": 1}', WrongServerError),
        (b"HTTP/1.1 503 Service Unavailable\r\n\r\n", ServerUnreachableError),
        (b"nonsense\r\n\r\n", ServerUnreachableError),
        (b"", RequestTimeoutError),
    ],
)
def test_what_gives_no_state_is_said(greeting: bytes, error: type[Exception]) -> None:
    with (
        tcp_server(greeting) as url,
        RlveGymClient(url, timeout_s=0.3, reconnect_timeout_s=0.2) as client,
        pytest.raises(error),
    ):
        client.curriculum("main").state()


def _expect_soon(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


class _InThread:
    """Runs a call on a thread of its own; what it gives is called for its outcome."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self._call = call

    def __enter__(self) -> Callable[[], Any]:
        self._executor = ThreadPoolExecutor(1)
        future = self._executor.submit(self._call)
        return lambda: future.result(30)

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown()
