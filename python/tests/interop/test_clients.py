"""OpenEnv's own clients, unmodified, against the server."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from openenv.core.client_types import StepResult
from openenv.core.env_client import EnvClient
from openenv.core.env_server.types import Action, Observation, State
from openenv.core.generic_client import GenericEnvClient

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from conftest import StartServer

WRONG = {"output": "I guess <answer>-1</answer>"}


def run(session: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a test's session within the time that no test should need."""
    asyncio.run(asyncio.wait_for(session(), 60))


def test_generic_client(base_url: str) -> None:
    async def session() -> None:
        async with GenericEnvClient(base_url=base_url) as env:
            assert (await env.state())["episode_id"] is None
            result = await env.reset(seed=7, environment="Sorting", episode_id="e-1")
            assert result.observation["problem_input"]
            assert (result.reward, result.done) == (None, False)
            assert result.metadata == result.observation["metadata"]
            assert result.metadata is not None
            assert result.metadata["problem_id"] == "Sorting@2/0/7"
            result = await env.step(WRONG)
            assert result.done
            assert result.reward == result.observation["verifier_result"]["reward"]
            state = await env.state()
            assert (state["episode_id"], state["step_count"]) == ("e-1", 1)
            assert (state["num_samples"], state["sum_accuracy"], state["seed"]) == (1, 0, 8)

    run(session)


def test_generic_client_in_blocking_code(base_url: str) -> None:
    with GenericEnvClient(base_url=base_url).sync() as env:
        assert env.reset(seed=7).observation["problem_input"]
        assert env.step(WRONG).done
        assert env.state()["step_count"] == 1


class SortingAction(Action):
    output: str


class SortingObservation(Observation):
    problem_input: str | None
    verifier_result: dict[str, float] | None


class SortingState(State):
    seed: int


class SortingClient(EnvClient[SortingAction, SortingObservation, SortingState]):
    """A client as environments ship them: pydantic in, pydantic out."""

    def _step_payload(self, action: SortingAction) -> dict[str, Any]:
        return action.model_dump()

    def _parse_result(self, payload: dict[str, Any]) -> StepResult[SortingObservation]:
        fields = payload["observation"]
        observation = SortingObservation(
            problem_input=fields["problem_input"],
            verifier_result=fields["verifier_result"],
            reward=payload["reward"],
            done=payload["done"],
        )
        return StepResult(observation=observation, reward=payload["reward"], done=payload["done"])

    def _parse_state(self, payload: dict[str, Any]) -> SortingState:
        return SortingState.model_validate(payload)


def test_typed_client(base_url: str) -> None:
    async def session() -> None:
        async with SortingClient(base_url=base_url) as env:
            result = await env.reset(environment="Sorting", seed=3)
            assert result.observation.problem_input
            result = await env.step(SortingAction(output="?", metadata={"worker": 5}))
            assert result.observation.verifier_result is not None
            assert result.reward == -1.0
            assert (await env.state()).seed == 4

    run(session)


def test_new_session(base_url: str) -> None:
    async def session() -> None:
        async with GenericEnvClient(base_url=base_url) as env:
            await env.reset(seed=1)
            async with await env.new_session() as other:
                assert (await other.state())["episode_id"] is None
                await other.reset(seed=2)
                assert (await env.state())["seed"] == 2
                assert (await other.state())["seed"] == 3
            assert (await env.state())["seed"] == 2

    run(session)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"environment": "Sortng"}, r"Did you mean 'Sorting'\? \(code: VALIDATION_ERROR\)"),
        ({"seed": -1}, r"seed.*\(code: VALIDATION_ERROR\)"),
        ({"problem_id": "Sorting@99/0/0"}, r"version 99.*\(code: VALIDATION_ERROR\)"),
    ],
)
def test_errors_leave_the_session_as_it_was(
    base_url: str, arguments: dict[str, Any], message: str
) -> None:
    async def session() -> None:
        async with GenericEnvClient(base_url=base_url) as env:
            await env.reset(seed=4)
            with pytest.raises(RuntimeError, match=message):
                await env.reset(**arguments)
            with pytest.raises(RuntimeError, match="VALIDATION_ERROR"):
                await env.step({"output": "", "extra": 1})
            assert (await env.state())["seed"] == 5
            assert (await env.step(WRONG)).done

    run(session)


def test_capacity_and_slots(start_server: StartServer) -> None:
    base_url = start_server(MAX_CONCURRENT_ENVS="1")

    async def session() -> None:
        async with GenericEnvClient(base_url=base_url) as first:
            await first.reset()
            second = GenericEnvClient(base_url=base_url)
            with pytest.raises(RuntimeError, match=r"at capacity: 1/1.*\(code: CAPACITY_REACHED\)"):
                await second.reset()
        # The slot is free as soon as the client has closed; the one that was refused connects anew.
        assert (await second.reset()).observation["success"]
        await second.close()

    run(session)


def test_key(start_server: StartServer) -> None:
    base_url = start_server(RLVEGYM_API_KEY="secret")

    async def session() -> None:
        stranger = GenericEnvClient(base_url=base_url)
        with pytest.raises(RuntimeError, match=r"\(code: UNAUTHORIZED\)"):
            await stranger.reset()
        await stranger.close()
        headers = {"Authorization": "Bearer secret"}
        async with GenericEnvClient(base_url=base_url, headers=headers) as env:
            assert (await env.reset()).observation["success"]

    run(session)


def test_reconnecting_after_a_time_out(start_server: StartServer) -> None:
    """The client drops its socket and opens another, for which the slot must be free by then."""
    base_url = start_server(MAX_CONCURRENT_ENVS="1")

    async def session() -> None:
        async with GenericEnvClient(base_url=base_url) as env:
            await env.reset(seed=9)
            env._message_timeout = 1e-9
            with pytest.raises((TimeoutError, asyncio.TimeoutError)):
                await env.reset(environment="Sorting", difficulty=40)
            env._message_timeout = 30
            # A session of its own: nothing of the old one is left.
            assert (await env.state())["episode_id"] is None
            assert (await env.reset()).observation["success"]
            with pytest.raises((TimeoutError, asyncio.TimeoutError)):
                await asyncio.wait_for(env.step(WRONG), 0)
            assert (await env.reset()).observation["success"]

    run(session)


def test_closing_twice(base_url: str) -> None:
    async def session() -> None:
        env = GenericEnvClient(base_url=base_url)
        await env.reset()
        await env.close()
        await env.close()

    run(session)
