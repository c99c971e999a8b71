"""Verifications a second: the fast path beside OpenEnv's client, on the same server.

Run it with `python bench/verifications.py`; `--json` prints one object instead of the table.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from typing import TYPE_CHECKING, NamedTuple

from openenv.core.generic_client import GenericEnvClient

from RLVE_Gym import (
    AsyncRlveGymClient,
    LocalServer,
    RlveGymAction,
    RlveGymClient,
    RlveGymEnv,
    Submission,
)
from RLVE_Gym.messages import encode_verify

if TYPE_CHECKING:
    from collections.abc import Callable

OUTPUT_BYTES = 400
BATCH = 256
PROBLEM_ID = "Multiplication@2/3/7"


def outputs() -> list[str]:
    """Make a batch of different outputs of the same length."""
    answers = [f"<answer>{number:06}</answer>" for number in range(BATCH)]
    return ["Let me think. ".ljust(OUTPUT_BYTES - len(answer), ".") + answer for answer in answers]


class Figure(NamedTuple):
    """What one way to verify costs."""

    a_second: float
    """Verifications a second."""
    cpu_us: float
    """Processor time that this process spends on one, in microseconds."""


def rate(work: Callable[[int], None], size: int, seconds: float) -> Figure:
    """Measure rounds of `work(n)`, which verifies n times `size` outputs."""
    rounds = 1
    while True:
        started, cpu_before = time.perf_counter(), time.process_time()
        work(rounds)
        spent, cpu = time.perf_counter() - started, time.process_time() - cpu_before
        if spent >= seconds:
            return Figure(rounds * size / spent, 1e6 * cpu / (rounds * size))
        rounds = max(2 * rounds, round(1.2 * seconds * rounds / spent) if spent > 0.1 else 0)


def encoding(seconds: float) -> Figure:
    """Measure the client's own part of sending: encoding, without a socket."""
    submissions = [Submission(problem_id=PROBLEM_ID, outputs=outputs())]

    def work(rounds: int) -> None:
        for _ in range(rounds):
            encode_verify(submissions, None, explain=False)

    return rate(work, BATCH, seconds)


def fast_path(base_url: str, submissions: list[Submission], seconds: float) -> Figure:
    """Measure `RlveGymClient.verify_many`; the submissions together are one batch."""
    with RlveGymClient(base_url) as client:

        def work(rounds: int) -> None:
            stream = (submission for _ in range(rounds) for submission in submissions)
            verified = sum(len(r.reward) for r in client.verify_many(stream, batch_size=BATCH))
            assert verified == rounds * BATCH

        return rate(work, BATCH, seconds)


def fast_path_async(base_url: str, seconds: float) -> Figure:
    """Measure `AsyncRlveGymClient.verify_many`."""
    submission = Submission(problem_id=PROBLEM_ID, outputs=outputs())

    async def verify(rounds: int) -> None:
        async with AsyncRlveGymClient(base_url) as client:
            stream = (submission for _ in range(rounds))
            async for result in client.verify_many(stream, batch_size=BATCH):
                assert len(result.reward) == BATCH

    return rate(lambda rounds: asyncio.run(verify(rounds)), BATCH, seconds)


def single_requests(base_url: str, seconds: float) -> Figure:
    """Measure `RlveGymClient.verify`, a request at a time."""
    submissions = [Submission(problem_id=PROBLEM_ID, outputs=outputs())]
    with RlveGymClient(base_url) as client:

        def work(rounds: int) -> None:
            for _ in range(rounds):
                client.verify(submissions)

        return rate(work, BATCH, seconds)


def openenv_blocking(base_url: str, seconds: float) -> Figure:
    """Measure steps of OpenEnv's own client, `GenericEnvClient(…).sync()`."""
    texts = outputs()
    with GenericEnvClient(base_url).sync() as env:
        env.reset(problem_id=PROBLEM_ID)

        def work(rounds: int) -> None:
            for index in range(rounds):
                env.step({"output": texts[index % BATCH]})

        return rate(work, 1, seconds)


def openenv_async(base_url: str, sessions: int, seconds: float) -> Figure:
    """Measure steps of many of OpenEnv's own clients in one event loop."""
    texts = outputs()

    async def session(rounds: int) -> None:
        async with GenericEnvClient(base_url) as env:
            await env.reset(problem_id=PROBLEM_ID)
            for index in range(rounds):
                await env.step({"output": texts[index % BATCH]})

    async def all_sessions(rounds: int) -> None:
        await asyncio.gather(*(session(rounds) for _ in range(sessions)))

    return rate(lambda rounds: asyncio.run(all_sessions(rounds)), sessions, seconds)


def rlve_gym_env(base_url: str, seconds: float) -> Figure:
    """Measure steps of `RlveGymEnv` in a plain script."""
    texts = outputs()
    with RlveGymEnv(base_url) as env:
        env.reset(problem_id=PROBLEM_ID)

        def work(rounds: int) -> None:
            for index in range(rounds):
                env.step(RlveGymAction(output=texts[index % BATCH]))

        return rate(work, 1, seconds)


def measure(seconds: float) -> dict[str, Figure]:
    """Run everything against one server."""
    grouped = [Submission(problem_id=PROBLEM_ID, outputs=outputs())]
    single = [
        Submission(environment="Multiplication", difficulty=3, seed=seed, outputs=[output])
        for seed, output in enumerate(outputs())
    ]
    with LocalServer() as server:
        base_url = server.start()
        return {
            "encoding alone, without a server": encoding(seconds),
            "RlveGymClient.verify_many, 1 problem a batch": fast_path(base_url, grouped, seconds),
            "RlveGymClient.verify_many, 256 problems a batch": fast_path(base_url, single, seconds),
            "AsyncRlveGymClient.verify_many, 1 problem a batch": fast_path_async(base_url, seconds),
            "RlveGymClient.verify, a batch at a time": single_requests(base_url, seconds),
            "OpenEnv's client, 1 session, blocking": openenv_blocking(base_url, seconds),
            "OpenEnv's client, 64 sessions, one event loop": openenv_async(base_url, 64, seconds),
            "RlveGymEnv, 1 session, blocking": rlve_gym_env(base_url, seconds),
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="time for each figure")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    figures = measure(arguments.seconds)
    if arguments.json:
        print(json.dumps({name: figure._asdict() for name, figure in figures.items()}))
        return
    baseline = figures["OpenEnv's client, 1 session, blocking"].a_second
    print(f"Outputs of {OUTPUT_BYTES} bytes in batches of {BATCH}, one Python process.\n")
    print(f"{'':50} {'a second':>11} {'to OpenEnv':>11} {'client CPU':>13}")
    for name, figure in figures.items():
        share = f"{figure.a_second / baseline:,.1f}x"
        print(f"{name:50} {figure.a_second:11,.0f} {share:>11} {figure.cpu_us:10,.2f} us")


if __name__ == "__main__":
    main()
