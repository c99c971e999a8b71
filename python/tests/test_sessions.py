"""A session outlives its connections: nothing is lost, mixed or counted twice."""

from __future__ import annotations

import asyncio
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from fakes import FlakyProxy, free_port, random_cuts
from RLVE_Gym import (
    ConnectionLostError,
    LocalServer,
    RequestTimeoutError,
    RlveGymAction,
    RlveGymClient,
    RlveGymEnv,
    ServerError,
    SessionLostError,
)

if TYPE_CHECKING:
    from conftest import StartServer


def wrong(text: str) -> RlveGymAction:
    return RlveGymAction(output=f"<answer>{text}</answer>")


@pytest.fixture(scope="module")
def answers(base_url: str) -> list[str]:
    """Right answers of Sorting at level 1, by seed."""
    with RlveGymClient(base_url) as client:
        problems = client.problems("Sorting", 1, range(40), include=["reference_answer"])
        return [str(problem.reference_answer) for problem in problems]


def test_calls_at_once_get_their_own_replies_in_an_event_loop(
    base_url: str, answers: list[str]
) -> None:
    async def session() -> None:
        async with RlveGymEnv(base_url) as env:
            await env.reset(environment="Sorting", difficulty=1, seed=0)
            outputs = [answers[0] if index % 3 == 0 else "x" for index in range(60)]
            results = await asyncio.gather(*(env.step(wrong(output)) for output in outputs))
            rewards = [result.reward for result in results]
            assert rewards == [1 if index % 3 == 0 else -1 for index in range(60)]
            state = await env.state()
            assert (state.num_samples, state.sum_accuracy) == (60, 20)

    asyncio.run(session())


def test_calls_at_once_get_their_own_replies_in_threads(base_url: str, answers: list[str]) -> None:
    with RlveGymEnv(base_url) as env, ThreadPoolExecutor(8) as pool:
        env.reset(environment="Sorting", difficulty=1, seed=0)

        def step(index: int) -> Any:
            return env.step(wrong(answers[0] if index % 3 == 0 else "x")).reward

        rewards = list(pool.map(step, range(60)))
        assert rewards == [1 if index % 3 == 0 else -1 for index in range(60)]
        assert env.state().num_samples == 60


def test_the_first_calls_of_threads_share_a_session(base_url: str) -> None:
    with closing(RlveGymEnv(base_url)) as env, ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: env.reset(), range(8)))
        assert sorted(result.metadata["seed"] for result in results) == list(range(8))


def test_event_loops_at_once_get_their_own_replies(base_url: str, answers: list[str]) -> None:
    env = RlveGymEnv(base_url)

    async def steps(share: int) -> list[float]:
        outputs = [answers[0] if index % 2 == share else "x" for index in range(10)]
        return [(await env.step(wrong(output))).reward for output in outputs]

    async def start() -> None:
        await env.connect()
        await env.reset(environment="Sorting", difficulty=1, seed=0)

    asyncio.run(start())
    rewards: dict[int, list[float]] = {}

    def work(share: int) -> None:
        rewards[share] = asyncio.run(steps(share))

    threads = [threading.Thread(target=work, args=(share,)) for share in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rewards == {0: [1, -1] * 5, 1: [-1, 1] * 5}

    async def end() -> None:
        state = await env.state()
        assert (state.num_samples, state.sum_accuracy) == (20, 10)
        await env.close()

    asyncio.run(end())


def test_a_reply_that_nobody_waits_for_is_not_taken_for_the_next(
    base_url: str, answers: list[str]
) -> None:
    async def session() -> None:
        async with RlveGymEnv(base_url) as env:
            await env.reset(environment="Sorting", difficulty=1, seed=0)
            done = 0
            for turns in range(8):
                step = asyncio.ensure_future(env.step(wrong(answers[0])))
                for _ in range(turns):
                    await asyncio.sleep(0)
                step.cancel()
                assert (await env.step(wrong("x"))).reward == -1
                # On a busy machine the reply may be there before it is given up.
                done += not step.cancelled()
            # What was given up does not count.
            state = await env.state()
            assert (state.num_samples, state.sum_accuracy) == (8 + done, done)

    asyncio.run(session())


def test_a_time_out_does_not_count_and_ends_nothing(base_url: str, answers: list[str]) -> None:
    async def session() -> None:
        async with FlakyProxy(base_url) as proxy:
            env = RlveGymEnv(proxy.base_url, message_timeout_s=0.5)
            async with env:
                await env.reset(environment="Sorting", difficulty=1, seed=0)
                await env.step(wrong("x"))
                proxy.is_silent = True
                with pytest.raises(RequestTimeoutError, match="does not count"):
                    await env.step(wrong(answers[0]))
                proxy.is_silent = False
                assert (await env.step(wrong(answers[0]))).reward == 1
                assert (await env.state()).num_samples == 2

    asyncio.run(session())


def everything(env: RlveGymEnv) -> dict[str, Any]:
    state: dict[str, Any] = env.state().model_dump()
    return state


def test_a_restarted_server_has_the_session_again(answers: list[str]) -> None:
    port = free_port()
    with closing(RlveGymEnv(f"http://127.0.0.1:{port}")) as env:
        with LocalServer(port=port):
            env.reset(
                environment="Sorting",
                difficulty=1,
                seed=3,
                answer_markers=("[[", "]]"),
                explain=True,
                episode_id="mine",
            )
            env.step(RlveGymAction(output="[[x]]"))
            env.step(RlveGymAction(output=f"[[{answers[3]}]]"))
            before = everything(env)
        restart = threading.Timer(1, (server := LocalServer(port=port)).start)
        restart.start()
        try:
            assert everything(env) == before
            assert env.step(RlveGymAction(output=f"[[{answers[3]}]]")).reward == 1
            state = env.state()
            assert (state.episode_id, state.num_samples, state.sum_accuracy) == ("mine", 3, 2)
            assert env.step(RlveGymAction(output="[[x]]")).metadata["reason"]
            result = env.reset()
            assert result.metadata["environment"] == "Sorting"
            assert result.metadata["seed"] == 4
        finally:
            restart.join()
            server.stop()


def test_an_idle_end_is_no_end(start_server: StartServer) -> None:
    base_url = start_server(RLVEGYM_SESSION_IDLE_TIMEOUT_S="0.3")
    with RlveGymEnv(base_url) as env:
        env.reset(environment="Sorting", difficulty=1, seed=3)
        env.step(wrong("x"))
        before = everything(env)
        threading.Event().wait(1.5)
        assert everything(env) == before
        threading.Event().wait(1.5)
        assert env.reset().metadata["problem_id"].endswith("/1/4")


def test_one_event_loop_after_another_has_the_same_session(base_url: str) -> None:
    env = RlveGymEnv(base_url)

    async def start() -> None:
        await env.connect()
        await env.reset(environment="Sorting", difficulty=1, seed=3)
        await env.step(wrong("x"))

    async def go_on(samples: int) -> None:
        await env.step(wrong("x"))
        state = await env.state()
        assert (state.environment, state.num_samples, state.seed) == ("Sorting", samples, 4)

    asyncio.run(start())
    asyncio.run(go_on(2))
    asyncio.run(go_on(3))
    env.close()


def test_a_stored_problem_is_restored_from_its_config(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        [problem] = client.problems("Sorting", 2, [3], include=["config", "reference_answer"])

    async def session() -> None:
        async with FlakyProxy(base_url) as proxy, RlveGymEnv(proxy.base_url) as env:
            await env.reset(environment="Sorting", config=problem.config)
            for count in range(1, 4):
                proxy.drop()
                assert (await env.step(wrong(str(problem.reference_answer)))).reward == 1
                state = await env.state()
                assert (state.num_samples, state.problem_input) == (count, problem.problem_input)

    asyncio.run(session())


def test_what_cannot_be_restored_is_said_once(base_url: str) -> None:
    async def session() -> None:
        async with FlakyProxy(base_url) as proxy, RlveGymEnv(proxy.base_url) as env:
            await env.reset(environment="Sorting", difficulty=1, seed=3)
            state = env._session._state
            assert state is not None
            # As if the server's version of it had moved on.
            state["problem_id"] = state["problem_id"].replace("@", "@9")
            proxy.drop()
            with pytest.raises(SessionLostError, match="Its settings are"):
                await env.step(wrong("x"))
            assert not (await env.step(wrong("x"))).observation.success
            result = await env.reset()
            assert (result.metadata["environment"], result.metadata["seed"]) == ("Sorting", 4)
            # A reset leaves the problem behind by itself.
            state = env._session._state
            assert state is not None
            state["problem_id"] = state["problem_id"].replace("@", "@9")
            proxy.drop()
            assert (await env.reset()).metadata["seed"] == 5
            state["environment"] = "No longer there"
            env._session._state = state
            proxy.drop()
            with pytest.raises(SessionLostError, match="begins a new one"):
                await env.reset()
            assert (await env.reset()).metadata["seed"] == 0

    asyncio.run(session())


def test_an_error_ends_no_session(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        env.reset(environment="Sorting", difficulty=1, seed=3)
        env.step(wrong("x"))
        before = everything(env)
        for _ in range(2):
            with pytest.raises(ServerError):
                env.reset(environment="Sortng")
            with pytest.raises(ServerError):
                env.reset(seed=-1)
            with pytest.raises(ServerError):
                env.reset(config={"seed": float("nan"), "parameter": {}})
            assert everything(env) == before


def test_closing_ends_what_runs(base_url: str) -> None:
    async def session() -> None:
        async with FlakyProxy(base_url) as proxy:
            env = await RlveGymEnv(proxy.base_url)
            await env.reset()
            proxy.is_silent = True
            step = asyncio.ensure_future(env.step(wrong("x")))
            await asyncio.sleep(0.1)
            await env.close()
            with pytest.raises(ConnectionLostError, match="closed"):
                await step

    asyncio.run(session())


def test_a_thousand_cuts(base_url: str, answers: list[str]) -> None:
    draw = random.Random(2)

    async def session() -> int:
        episodes = 0
        async with FlakyProxy(base_url, random_cuts(1)) as proxy, RlveGymEnv(proxy.base_url) as env:
            await env.reset(environment="Sorting", difficulty=1, seed=0)
            while proxy.cuts < 1000:
                seed = episodes % len(answers)
                result = await env.reset(seed=seed) if seed == 0 else await env.reset()
                assert result.metadata["problem_id"].endswith(f"/1/{seed}")
                right = 0
                for steps in range(1, 5):
                    is_right = draw.random() < 0.5
                    right += is_right
                    output = answers[seed] if is_right else "x"
                    assert (await env.step(wrong(output))).reward == (1 if is_right else -1)
                    state = await env.state()
                    assert (state.num_samples, state.sum_accuracy) == (steps, right)
                    assert (state.step_count, state.seed) == (steps, seed + 1)
                episodes += 1
        return episodes

    assert asyncio.run(session()) > 10
