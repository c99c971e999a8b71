"""`RlveGymEnv`: one object for blocking code, for event loops and with OpenEnv's wrapper."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import numpy as np
import pytest
from openenv.core.containers.runtime import ContainerProvider

from RLVE_Gym import (
    InvalidRequestError,
    LocalServerProvider,
    RlveGymAction,
    RlveGymClient,
    RlveGymEnv,
    RlveGymObservation,
    RlveGymState,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

if TYPE_CHECKING:
    from conftest import StartServer

WRONG = RlveGymAction(output="<answer>-1</answer>")


def test_blocking(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        result = env.reset(seed=7)
        assert isinstance(result.observation, RlveGymObservation)
        assert result.observation.problem_input
        assert result.observation.success
        assert result.observation.verifier_result is None
        assert (result.reward, result.done) == (None, False)
        result = env.step(WRONG)
        assert result.observation.verifier_result == {
            "reward": result.reward,
            "accuracy": 0,
            "format_score": result.observation.verifier_result["format_score"],
        }
        assert result.done
        state = env.state()
        assert isinstance(state, RlveGymState)
        assert (state.num_samples, state.step_count, state.sum_accuracy, state.seed) == (1, 1, 0, 8)
        assert state.problem_input == result.observation.problem_input


def test_a_reading_holds_for_later_resets(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        [first, second] = client.generate(
            ["Sorting@2/1/0", "Sorting@2/1/1"], include=["reference_answer"]
        )
    with RlveGymEnv(base_url) as env:
        env.reset(problem_id=first.problem_id, reading={"think": "strip"})
        for problem in (first, second):
            env.reset(problem_id=problem.problem_id)
            output = f"<answer>{problem.reference_answer}</answer><think><answer>?</answer>"
            assert env.step(RlveGymAction(output=output)).reward == 1
        env.reset(problem_id=first.problem_id, reading={})
        assert env.step(RlveGymAction(output=output)).reward == -1


def test_a_split_holds_for_later_resets(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        found = [env.reset(environment="Sorting", difficulty=2, seed=0, split="test").metadata]
        found += [env.reset().metadata for _ in range(5)]
    assert {metadata["split"] for metadata in found} == {"test"}
    assert len({metadata["problem_id"] for metadata in found}) == 6


def test_awaiting(base_url: str) -> None:
    async def session() -> None:
        async with RlveGymEnv(base_url=base_url) as env:
            result = await env.reset(seed=7)
            assert result.observation.problem_input
            assert (await env.step(WRONG)).done
            assert (await env.state()).num_samples == 1

    asyncio.run(session())


def test_awaiting_without_a_with_block(base_url: str) -> None:
    async def session() -> None:
        env = RlveGymEnv(base_url)
        try:
            assert (await env.reset()).observation.success
        finally:
            await env.close()

    asyncio.run(session())


def test_many_sessions_in_one_event_loop(base_url: str) -> None:
    async def session(seed: int) -> str:
        async with RlveGymEnv(base_url) as env:
            result = await env.reset(seed=seed)
            await env.step(WRONG)
            problem_id: str = result.metadata["problem_id"]
            return problem_id

    async def sessions() -> list[str]:
        return await asyncio.gather(*map(session, range(20)))

    assert len(set(asyncio.run(sessions()))) == 20


def test_openenvs_blocking_wrapper(base_url: str) -> None:
    with RlveGymEnv(base_url).sync() as env:
        assert env.reset(seed=7).observation.problem_input
        assert env.step(WRONG).done
        assert env.state().num_samples == 1
        with env.new_session() as other:
            assert other.reset(seed=8).observation.problem_input
        assert env.state().num_samples == 1


def test_reset_takes_typed_keywords(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        result = env.reset(
            seed=3,
            episode_id="an episode",
            environment="Sorting",
            difficulty=1,
            answer_markers=("[[", "]]"),
            explain=True,
        )
        assert result.metadata["environment"] == "Sorting"
        state = env.state()
        assert (state.episode_id, state.environment, state.difficulty) == (
            "an episode",
            "Sorting",
            1,
        )
        result = env.step(RlveGymAction(output="[[ no number ]]"))
        assert result.reward == -1
        assert result.observation.metadata["reason"]
        assert env.reset().metadata["seed"] == 4


def test_reset_finds_a_problem_again(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        first = env.reset(environment="Sorting", difficulty=2, seed=5)
        assert env.reset(problem_id=first.metadata["problem_id"]).observation == first.observation
        grouped = env.reset(group_id="a group")
        with RlveGymEnv(base_url) as other:
            same = other.reset(environment="Sorting", difficulty=2, group_id="a group")
            assert same.observation.problem_input == grouped.observation.problem_input


def test_reset_takes_a_stored_problem(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        [problem] = client.generate(["Sorting@2/2/3"], include=["config", "reference_answer"])
    with RlveGymEnv(base_url) as env:
        result = env.reset(environment="Sorting", config=problem.config)
        assert result.observation.problem_input == problem.problem_input
        answer = RlveGymAction(output=f"<answer>{problem.reference_answer}</answer>")
        assert env.step(answer).reward == 1


def test_reset_takes_what_numpy_gives(base_url: str) -> None:
    with RlveGymClient(base_url) as client:
        [problem] = client.problems("Sorting", 2, [3], include=["config"])
    assert problem.config is not None
    parameter = {
        name: np.array(value) if isinstance(value, list) else np.int64(value)
        for name, value in problem.config["parameter"].items()
        if isinstance(value, (list, int))
    }
    config = {**problem.config, "parameter": {**problem.config["parameter"], **parameter}}
    with RlveGymEnv(base_url) as env:
        result = env.reset(environment="Sorting", difficulty=np.int64(1), seed=np.int64(3))
        assert result.metadata["problem_id"].endswith("/1/3")
        result = env.reset(config=config)
        assert result.observation.problem_input == problem.problem_input
        with pytest.raises(InvalidRequestError, match="object"):
            env.reset(config={"parameter": {"N": object()}})
        assert env.reset().metadata["seed"] == 4


def test_step_before_reset_says_so(base_url: str) -> None:
    with RlveGymEnv(base_url) as env:
        result = env.step(WRONG)
        assert not result.observation.success
        assert result.observation.message
        assert (result.reward, result.observation.verifier_result) == (None, None)


def test_further_sessions_end_with_the_first(base_url: str) -> None:
    env = RlveGymEnv(base_url)
    env.reset(seed=1)
    other = env.new_session()
    assert other.reset(seed=2).metadata["seed"] == 2
    assert env.state().seed == 2
    env.close()


def test_further_sessions_in_an_event_loop(base_url: str) -> None:
    async def sessions() -> None:
        async with RlveGymEnv(base_url) as env:
            other = await env.new_session()
            assert (await other.reset(seed=2)).metadata["seed"] == 2

    asyncio.run(sessions())


def test_is_usable_again_after_close(base_url: str) -> None:
    env = RlveGymEnv(base_url)
    for _ in range(2):
        assert env.reset().metadata["seed"] == 0
        env.close()


def test_closes_from_blocking_code_after_an_event_loop(start_server: StartServer) -> None:
    base_url = start_server(MAX_CONCURRENT_ENVS="1")

    async def reset() -> RlveGymEnv:
        env = await RlveGymEnv(base_url)
        await env.reset()
        return env

    env = asyncio.run(reset())
    env.close()
    # The server has the only slot back, and the environment can be used again.
    assert env.reset().observation.success
    env.close()


def test_local_server() -> None:
    with RlveGymEnv.from_local({"RLVEGYM_API_KEY": "secret", "RLVEGYM_DIFFICULTY": "1"}) as env:
        assert env.reset().metadata["difficulty"] == 1


def test_local_server_in_an_event_loop() -> None:
    async def session() -> None:
        async with RlveGymEnv.from_local() as env:
            assert (await env.reset()).observation.success

    asyncio.run(session())


def test_nothing_starts_before_it_is_needed() -> None:
    RlveGymEnv.from_local({"RLVEGYM_DIFFICULTY": "not a number"}).close()
    RlveGymEnv.from_docker_image("no-such-image").close()


def test_the_provider_is_openenvs() -> None:
    provider = LocalServerProvider()
    assert isinstance(provider, ContainerProvider)
    env = RlveGymEnv(provider=provider)
    try:
        assert env.reset().observation.success
    finally:
        env.close()


@pytest.mark.parametrize("model", [RlveGymAction, RlveGymObservation, RlveGymState])
def test_every_field_is_documented(model: type[BaseModel]) -> None:
    assert model.__doc__
    assert all(field.description for field in model.model_fields.values())
