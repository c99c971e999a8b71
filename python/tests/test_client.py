"""The fast path against a real server: batches, streams, both kinds of client."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from RLVE_Gym import (
    AsyncRlveGymClient,
    Problem,
    ProblemError,
    ProblemReference,
    Reading,
    RlveGymClient,
    Submission,
    Verified,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from conftest import StartServer

PROBLEM_ID = "Sorting@2/1/5"


@pytest.fixture
def client(base_url: str) -> Iterator[RlveGymClient]:
    with RlveGymClient(base_url) as client:
        yield client


@pytest.fixture
def solved(client: RlveGymClient) -> Problem:
    """A problem with an answer that earns full reward."""
    [problem] = client.generate([PROBLEM_ID], include=["config", "reference_answer"])
    return problem


def test_generates_what_it_is_asked_for(client: RlveGymClient) -> None:
    by_id, by_reference = client.generate(
        [PROBLEM_ID, ProblemReference(environment="Sorting", difficulty=1, seed=5)]
    )
    assert by_id == by_reference
    assert by_id.problem_id == PROBLEM_ID
    assert (by_id.environment, by_id.difficulty, by_id.seed) == ("Sorting", 1, 5)
    assert by_id.problem_input
    assert by_id.parameters
    assert (by_id.config, by_id.reference_answer) == (None, None)


def test_pictures_come_where_they_are_asked_for(client: RlveGymClient) -> None:
    [problem] = client.generate(["ShortestPath@2/0/1"], include=["picture"])
    assert problem.picture is not None
    assert problem.picture["kind"] == "graph"
    assert len(problem.picture["vertices"]) == 4
    [without] = client.generate(["ShortestPath@2/0/1"])
    assert without.picture is None


def test_verifies_in_every_way_to_name_a_problem(client: RlveGymClient, solved: Problem) -> None:
    outputs = [f"<answer>{solved.reference_answer}</answer>", "<answer>?</answer>", "no answer"]
    results = client.verify(
        [
            solved.submission(outputs),
            Submission(environment="Sorting", difficulty=1, seed=5, outputs=outputs),
            Submission(environment="Sorting", config=solved.config, outputs=outputs),
            Submission(problem_id=PROBLEM_ID, outputs=[]),
        ]
    )
    assert results[:3] == [Verified([1.0, -1.0, -1.0], [1, 0, 0], [1, 0, 0])] * 3
    assert results[3] == Verified([], [], [])


def test_takes_answer_markers(client: RlveGymClient, solved: Problem) -> None:
    submission = solved.submission([f"[[{solved.reference_answer}]]"])
    [result] = client.verify([submission], answer_markers=["[[", "]]"])
    assert result.accuracy == [1]
    [result] = client.verify([submission])
    assert result.accuracy == [0]


def test_explains_on_request(client: RlveGymClient, solved: Problem) -> None:
    submission = solved.submission(["no answer", f"<answer>{solved.reference_answer}</answer>"])
    [result] = client.verify([submission], explain=True)
    assert result.reason is not None
    assert result.reason[0]
    assert client.verify([submission])[0].reason is None


def test_text_of_every_kind(client: RlveGymClient) -> None:
    outputs = ["", "🎲 ünïcödé \0", "half a pair: \ud83c", "x" * 1_000_000]
    [result] = client.verify([Submission(problem_id=PROBLEM_ID, outputs=outputs)])
    assert result.format_score == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "limits", [{"RLVEGYM_MAX_BATCH": "8"}, {"RLVEGYM_MAX_MESSAGE_BYTES": "20000"}]
)
def test_what_is_too_large_at_once_is_put_together(
    start_server: StartServer, limits: dict[str, str], solved: Problem
) -> None:
    sizes = [3, 0, 100, 1, *[0] * 30, 7, 9]
    right = f"<answer>{solved.reference_answer}</answer>"
    texts = [right, "x" * 2000]
    submissions = [
        Submission(problem_id=PROBLEM_ID, outputs=[texts[(size + n) % 2] for n in range(size)])
        for size in sizes
    ]
    expected = [[1 - (size + n) % 2 for n in range(size)] for size in sizes]
    with RlveGymClient(start_server(**limits)) as client:
        results = client.verify(submissions, explain=True)
        assert [result.accuracy for result in results] == expected
        assert [len(result.reason or ()) for result in results] == sizes
        stream = client.verify_many(submissions, batch_size=100)
        assert [result.accuracy for result in stream] == expected
        seeds = range(40)
        assert [problem.seed for problem in client.problems("Sorting", 20, seeds)] == list(seeds)
        submissions[2] = Submission(problem_id="Sortng@1/1/1", outputs=["x" * 1000] * 100)
        failed = client.verify(submissions, return_errors=True)[2]
        assert isinstance(failed, ProblemError)
        assert failed.index == 2


def test_more_than_any_server_takes_at_once(client: RlveGymClient) -> None:
    outputs = ["x"] * 10_000
    many = [Submission(problem_id=PROBLEM_ID, outputs=["x"])] * 5000
    first, *others = client.verify([Submission(problem_id=PROBLEM_ID, outputs=outputs), *many])
    assert first.reward == [-1] * 10_000
    assert len(others) == 5000
    text = Submission(problem_id=PROBLEM_ID, outputs=["x" * 1_000_000] * 20)
    assert client.verify([text, text])[1].reward == [-1] * 20
    assert len(client.generate([PROBLEM_ID] * 5000)) == 5000


def test_takes_what_numpy_gives(client: RlveGymClient, solved: Problem) -> None:
    seeds = np.arange(3, dtype=np.int32)
    assert [p.seed for p in client.problems("Sorting", np.int64(1), seeds)] == [0, 1, 2]
    outputs: Any = np.array(["no answer", f"<answer>{solved.reference_answer}</answer>"])
    assert solved.config is not None
    parameter = solved.config["parameter"]
    arrays = {
        name: np.array(value) if isinstance(value, list) else value
        for name, value in parameter.items()
    }
    assert any(isinstance(value, np.ndarray) for value in arrays.values())
    config = {**solved.config, "parameter": arrays}
    submissions = [
        Submission(problem_id=outputs.dtype.type(PROBLEM_ID), outputs=outputs),
        Submission(environment="Sorting", difficulty=1, seed=np.int64(5), outputs=list(outputs)),
        Submission(environment="Sorting", config=config, outputs=outputs),
    ]
    assert [result.accuracy for result in client.verify(submissions)] == [[0, 1]] * 3
    assert [result.accuracy for result in client.verify_many(submissions)] == [[0, 1]] * 3


def test_verifies_a_stream_in_order(client: RlveGymClient) -> None:
    def submissions() -> Iterator[Submission]:
        for index in range(1000):
            yield Submission(problem_id=PROBLEM_ID, outputs=["no answer"] * (index % 5))

    results = client.verify_many(submissions(), batch_size=64)
    assert [len(result.reward) for result in results] == [index % 5 for index in range(1000)]


def test_a_stream_is_read_no_further_than_the_window(client: RlveGymClient) -> None:
    read = 0

    def submissions() -> Iterator[Submission]:
        nonlocal read
        while True:
            read += 1
            yield Submission(problem_id=PROBLEM_ID, outputs=["no answer"])

    results = client.verify_many(submissions(), batch_size=10, window=3)
    for seen in range(1, 100):
        next(results)
        assert read - seen < 10 * 3
    results.close()  # type: ignore[attr-defined]  # a generator, to the type a stream
    assert client.generate([PROBLEM_ID])[0].problem_id == PROBLEM_ID


def test_problems_of_seeds(client: RlveGymClient) -> None:
    problems = list(client.problems("Multiplication", 2, range(150)))
    assert [problem.seed for problem in problems] == list(range(150))
    assert {(p.environment, p.difficulty) for p in problems} == {("Multiplication", 2)}


def test_threads_share_a_client(client: RlveGymClient) -> None:
    seeds: list[int] = []

    def work(seed: int) -> None:
        for _ in range(20):
            reference = ProblemReference(environment="Multiplication", difficulty=0, seed=seed)
            [problem] = client.generate([reference])
            assert problem.seed == seed
        seeds.append(seed)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seeds) == list(range(8))


def test_a_closed_client_opens_again(client: RlveGymClient) -> None:
    client.close()
    assert client.generate([PROBLEM_ID])


def test_a_server_of_its_own() -> None:
    with RlveGymClient.from_local({"RLVEGYM_API_KEY": "secret"}) as client:
        assert client.generate([PROBLEM_ID])


def test_in_an_event_loop(base_url: str) -> None:
    async def work() -> None:
        async with AsyncRlveGymClient(base_url) as client:
            [problem] = await client.generate([PROBLEM_ID])
            [result] = await client.verify([problem.submission(["no answer"])])
            assert result.reward == [-1]

    asyncio.run(work())


def test_concurrent_calls_share_the_pipe(base_url: str) -> None:
    async def work() -> None:
        async with AsyncRlveGymClient(base_url) as client:
            ids = [f"Multiplication@2/0/{seed}" for seed in range(100)]
            generated = await asyncio.gather(*(client.generate([name]) for name in ids))
            assert [problem.problem_id for [problem] in generated] == ids

    asyncio.run(work())


def test_an_asynchronous_stream(base_url: str) -> None:
    async def submissions() -> AsyncIterator[Submission]:
        for index in range(300):
            await asyncio.sleep(0)
            yield Submission(problem_id=PROBLEM_ID, outputs=["no answer"] * (index % 4))

    async def work() -> list[int]:
        async with AsyncRlveGymClient(base_url) as client:
            results = client.verify_many(submissions(), batch_size=50)
            return [len(result.reward) async for result in results]

    assert asyncio.run(work()) == [index % 4 for index in range(300)]


def test_problems_in_an_event_loop(base_url: str) -> None:
    async def work() -> list[int]:
        async with AsyncRlveGymClient.from_local() as client:
            return [problem.seed async for problem in client.problems("Sorting", 0, range(70))]

    assert asyncio.run(work()) == list(range(70))


def test_one_client_in_one_event_loop_after_another(base_url: str) -> None:
    client = AsyncRlveGymClient(base_url)

    async def work() -> None:
        assert await client.generate([PROBLEM_ID])
        await client.close()

    asyncio.run(work())
    asyncio.run(work())


def test_a_reading(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        [problem] = client.generate(["Sorting@2/1/0"], include=["reference_answer"])
        right = f"<answer>{problem.reference_answer}</answer>"
        outputs = [f"{right}<think><answer>?</answer>", f"{right}\nUser: <answer>?</answer>"]
        submission = problem.submission(outputs)
        reading: Reading = {"completion": True, "think": "strip"}
        [strict] = client.verify([submission])
        [read] = client.verify([submission], reading=reading)
        [streamed] = client.verify_many([submission], reading=reading)
    assert strict.reward == [-1, -1]
    assert read.reward == streamed.reward == [1, 1]


def test_what_was_read_is_explained(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        [problem] = client.generate(["Sorting@2/1/0"], include=["reference_answer"])
        submission = problem.submission([f"<answer>**{problem.reference_answer}**</answer>"])
        [result] = client.verify([submission], reading={"lenient": True}, explain=True)
    assert result.reward == [1]
    assert result.reading is not None
    assert result.reading[0]


def test_splits_share_no_prompt(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        train = {p.problem_input for p in client.problems("Sorting", 2, range(40), split="train")}
        test = {p.problem_input for p in client.problems("Sorting", 2, range(40), split="test")}
    assert train
    assert test
    assert not train & test
