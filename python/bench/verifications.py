"""Verifications a second: the fast path beside OpenEnv's client, on the same server.

Run it with `python bench/verifications.py`; `--json` prints one object instead of the table.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from typing import TYPE_CHECKING

from openenv.core import GenericEnvClient

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
PROBLEM = {"environment": "Multiplication", "difficulty": 3, "seed": 7}


def outputs() -> list[str]:
    """Make a batch of different outputs of the same length."""
    answers = [f"<answer>{number:06}</answer>" for number in range(BATCH)]
    return ["Let me think. ".ljust(OUTPUT_BYTES - len(answer), ".") + answer for answer in answers]


def rate(work: Callable[[int], None], size: int, seconds: float) -> float:
    """Measure verifications a second: rounds of `work(n)`, which verifies n times `size`."""
    rounds, spent = 1, 0.0
    while spent < seconds:
        started = time.perf_counter()
        work(rounds)
        spent = time.perf_counter() - started
        measured = rounds * size / spent
        rounds = max(2 * rounds, round(1.2 * seconds * measured / size) if spent > 0.1 else 0)
    return measured


def encoding(seconds: float) -> float:
    """Measure the client's own part of sending: encoding, without a socket."""
    submissions = [Submission(**PROBLEM, outputs=outputs())]

    def work(rounds: int) -> None:
        for _ in range(rounds):
            encode_verify(submissions, None, explain=False)

    return rate(work, BATCH, seconds)


def fast_path(base_url: str, submissions: list[Submission], seconds: float) -> float:
    """Measure `RlveGymClient.verify_many`; the submissions together are one batch."""
    with RlveGymClient(base_url) as client:

        def work(rounds: int) -> None:
            stream = (submission for _ in range(rounds) for submission in submissions)
            verified = sum(len(r.reward) for r in client.verify_many(stream, batch_size=BATCH))
            assert verified == rounds * BATCH

        return rate(work, BATCH, seconds)


def fast_path_async(base_url: str, seconds: float) -> float:
    """Measure `AsyncRlveGymClient.verify_many`."""
    submission = Submission(**PROBLEM, outputs=outputs())

    async def verify(rounds: int) -> None:
        async with AsyncRlveGymClient(base_url) as client:
            stream = (submission for _ in range(rounds))
            async for result in client.verify_many(stream, batch_size=BATCH):
                assert len(result.reward) == BATCH

    return rate(lambda rounds: asyncio.run(verify(rounds)), BATCH, seconds)


def single_requests(base_url: str, seconds: float) -> float:
    """Measure `RlveGymClient.verify`, a request at a time."""
    submissions = [Submission(**PROBLEM, outputs=outputs())]
    with RlveGymClient(base_url) as client:

        def work(rounds: int) -> None:
            for _ in range(rounds):
                client.verify(submissions)

        return rate(work, BATCH, seconds)


def openenv_blocking(base_url: str, seconds: float) -> float:
    """Measure steps of OpenEnv's own client, `GenericEnvClient(…).sync()`."""
    texts = outputs()
    with GenericEnvClient(base_url).sync() as env:
        env.reset(**PROBLEM)

        def work(rounds: int) -> None:
            for index in range(rounds):
                env.step({"output": texts[index % BATCH]})

        return rate(work, 1, seconds)


def openenv_async(base_url: str, sessions: int, seconds: float) -> float:
    """Measure steps of many of OpenEnv's own clients in one event loop."""
    texts = outputs()

    async def session(rounds: int) -> None:
        async with GenericEnvClient(base_url) as env:
            await env.reset(**PROBLEM)
            for index in range(rounds):
                await env.step({"output": texts[index % BATCH]})

    async def all_sessions(rounds: int) -> None:
        await asyncio.gather(*(session(rounds) for _ in range(sessions)))

    return rate(lambda rounds: asyncio.run(all_sessions(rounds)), sessions, seconds)


def rlve_gym_env(base_url: str, seconds: float) -> float:
    """Measure steps of `RlveGymEnv` in a plain script."""
    texts = outputs()
    with RlveGymEnv(base_url) as env:
        env.reset(**PROBLEM)

        def work(rounds: int) -> None:
            for index in range(rounds):
                env.step(RlveGymAction(output=texts[index % BATCH]))

        return rate(work, 1, seconds)


def measure(seconds: float) -> dict[str, float]:
    """Run everything against one server."""
    grouped = [Submission(**PROBLEM, outputs=outputs())]
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
        print(json.dumps(figures))
        return
    baseline = figures["OpenEnv's client, 1 session, blocking"]
    print(f"Outputs of {OUTPUT_BYTES} bytes in batches of {BATCH}, one Python process.\n")
    print(f"{'':50} {'a second':>11} {'to OpenEnv':>11}")
    for name, figure in figures.items():
        print(f"{name:50} {figure:11,.0f} {figure / baseline:10,.1f}x")


if __name__ == "__main__":
    main()
