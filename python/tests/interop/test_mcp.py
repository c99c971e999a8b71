"""MCP: OpenEnv's client, and the official SDK's."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from mcp import ClientSession, McpError
from mcp.client.streamable_http import streamable_http_client
from mcp.types import TextContent
from openenv.core.generic_client import GenericEnvClient
from openenv.core.mcp_client import MCPToolClient
from websockets.sync.client import connect

from RLVE_Gym import RlveGymClient

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from conftest import StartServer

TOOLS = ["get_problem", "submit_answer"]


def run(session: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a test's session within the time that no test should need."""
    asyncio.run(asyncio.wait_for(session(), 60))


@pytest.fixture
def solved(base_url: str) -> tuple[str, str]:
    """The prompt of a problem, and an answer to it that earns 1."""
    with RlveGymClient(base_url) as client:
        [problem] = client.generate(["Sorting@2/2/5"], include=["reference_answer"])
    return problem.problem_input, str(problem.reference_answer)


def test_openenv_client(base_url: str, solved: tuple[str, str]) -> None:
    """The trainer resets over the socket; the agent's tools work on the same session."""
    prompt, answer = solved

    async def session() -> None:
        env = MCPToolClient(base_url=base_url)
        async with env:
            tools = await env.list_tools()
            assert [tool.name for tool in tools] == TOOLS
            assert all(tool.description for tool in tools)
            assert tools[1].input_schema["required"] == ["answer"]
            await env.reset(environment="Sorting", difficulty=2, seed=5, episode_id="e-1")
            assert await env.call_tool("get_problem") == {"problem_input": prompt}
            right = {"reward": 1, "accuracy": 1, "format_score": 1}
            assert await env.call_tool("submit_answer", answer=answer) == right
            wrong = await env.call_tool("submit_answer", answer="?")
            assert wrong == {"reward": -1, "accuracy": 0, "format_score": 0}
            state = await env.state()
            assert (state.episode_id, state.step_count) == ("e-1", 2)

            for name, message in [
                ("submit_answer", "answer: Field required"),
                ("reset", "Tool not found: reset"),
            ]:
                with pytest.raises(RuntimeError, match=f"Tool '{name}' failed: .*{message}"):
                    await env.call_tool(name)

    run(session)


def test_openenv_client_in_blocking_code(base_url: str) -> None:
    with MCPToolClient(base_url=base_url).sync() as env:
        assert [tool.name for tool in env.list_tools()] == TOOLS
        with pytest.raises(RuntimeError, match="call get_problem first"):
            env.call_tool("submit_answer", answer="1")
        # Never reset: the session draws its first problem.
        assert env.call_tool("get_problem")["problem_input"]
        assert env.call_tool("submit_answer", answer="1")["format_score"] == 1


def test_openenv_client_gives_its_slot_back(start_server: StartServer) -> None:
    base_url = start_server(MAX_CONCURRENT_ENVS="1")

    async def session() -> None:
        for _ in range(3):
            env = MCPToolClient(base_url=base_url)
            async with env:
                assert len(await env.list_tools()) == 2
                with pytest.raises(RuntimeError, match="at capacity: 1/1"):
                    await MCPToolClient(base_url=base_url).connect()

    run(session)


def test_official_client(base_url: str) -> None:
    async def session() -> None:
        async with (
            streamable_http_client(f"{base_url}/mcp") as (read, write, session_id),
            ClientSession(read, write) as client,
        ):
            information = await client.initialize()
            assert information.serverInfo.name == "rlve-gym-server"
            await client.send_ping()
            assert [tool.name for tool in (await client.list_tools()).tools] == TOOLS
            early = await client.call_tool("submit_answer", {"answer": "1"})
            assert early.isError
            problem = await client.call_tool("get_problem", {})
            assert problem.structuredContent is not None
            [content] = problem.content
            assert isinstance(content, TextContent)
            assert content.text == problem.structuredContent["problem_input"]
            # The client checks structured content against the tool's schema.
            result = await client.call_tool("submit_answer", {"answer": "?"})
            assert result.structuredContent == {"reward": -1, "accuracy": 0, "format_score": 0}
            # Hosts that read JSON in a text make a number of it.
            number = await client.call_tool("submit_answer", {"answer": 5})
            assert number.structuredContent is not None
            assert number.structuredContent["format_score"] == 1
            assert (await client.call_tool("submit_answer", {"answer": {}})).isError
            with pytest.raises(McpError, match="Tool not found"):
                await client.call_tool("reset", {})

            # A trainer that knows the session attaches to it, and poses the problem.
            url = f"{base_url}/ws?session_id={session_id()}".replace("http", "ws")
            with connect(url) as trainer:
                data = {"environment": "Sorting", "seed": 3}
                trainer.send(json.dumps({"type": "reset", "data": data}))
                prompt = json.loads(trainer.recv())["data"]["observation"]["problem_input"]
            problem = await client.call_tool("get_problem", {})
            assert problem.structuredContent == {"problem_input": prompt}

    run(session)


def test_official_client_gives_its_slot_back(start_server: StartServer) -> None:
    base_url = start_server(MAX_CONCURRENT_ENVS="1", RLVEGYM_API_KEY="secret")
    headers = {"Authorization": "Bearer secret"}

    async def session() -> None:
        async with httpx.AsyncClient(headers=headers) as http:
            for _ in range(3):
                async with (
                    streamable_http_client(f"{base_url}/mcp", http_client=http) as (read, write, _),
                    ClientSession(read, write) as client,
                ):
                    await client.initialize()
                    await client.list_tools()
                    async with (
                        streamable_http_client(f"{base_url}/mcp", http_client=http) as other,
                        ClientSession(other[0], other[1]) as refused,
                    ):
                        with pytest.raises(McpError, match="at capacity: 1/1"):
                            await refused.initialize()

    run(session)


def test_frames_of_mcp(base_url: str) -> None:
    """Bare JSON-RPC over a WebSocket, as OpenEnv's production mode has it."""
    with connect(f"{base_url}/mcp".replace("http", "ws")) as socket:

        def ask(method: str, **params: Any) -> Any:
            request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
            socket.send(json.dumps(request))
            return json.loads(socket.recv())

        assert [tool["name"] for tool in ask("tools/list")["result"]["tools"]] == TOOLS
        assert ask("tools/call", name="get_problem")["result"]["data"]["problem_input"]
        session_id = ask("openenv/session/create")["result"]["session_id"]
        assert ask("openenv/session/close", session_id=session_id)["error"]["code"] == -32600


def test_messages_of_a_session(base_url: str) -> None:
    """`{"type": "mcp"}` on the socket of a session, sent the way OpenEnv's client sends."""

    async def session() -> None:
        async with GenericEnvClient(base_url=base_url) as env:
            prompt = (await env.reset(seed=8)).observation["problem_input"]
            request = {
                "jsonrpc": "2.0",
                "id": 1,
                "method": "tools/call",
                "params": {"name": "get_problem"},
            }
            reply = await env._send_and_receive({"type": "mcp", "data": request})
            assert reply["data"]["result"]["data"] == {"problem_input": prompt}

    run(session)
