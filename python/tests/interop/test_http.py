"""HTTP: the same field names and status codes as OpenEnv's own server, which is asked the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from fastapi.testclient import TestClient
from openenv.core.env_server.types import (
    EnvironmentMetadata,
    HealthResponse,
    ResetResponse,
    SchemaResponse,
    State,
    StepResponse,
)
from oracle import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

STEP = {"action": {"output": "<answer>1</answer>"}, "environment": "Sorting", "seed": 3}


@pytest.fixture
def ours(base_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=base_url, timeout=30) as client:
        yield client


@pytest.fixture
def theirs() -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "body", "model"),
    [
        ("GET", "/health", None, HealthResponse),
        ("GET", "/metadata", None, EnvironmentMetadata),
        ("GET", "/schema", None, SchemaResponse),
        ("GET", "/state", None, State),
        ("POST", "/reset", None, ResetResponse),
        ("POST", "/reset", {}, ResetResponse),
        ("POST", "/reset", {"seed": 3, "episode_id": "e", "other": 1}, ResetResponse),
        ("POST", "/step", STEP, StepResponse),
        ("POST", "/step", {**STEP, "timeout_s": 5, "request_id": "r"}, StepResponse),
    ],
)
def test_answers(
    ours: httpx.Client,
    theirs: TestClient,
    method: str,
    path: str,
    body: Any,
    model: type[BaseModel],
) -> None:
    answer, expected = (client.request(method, path, json=body) for client in (ours, theirs))
    assert answer.status_code == expected.status_code == 200
    assert expected.json().keys() <= answer.json().keys()
    model.model_validate(answer.json())


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/reset", {"seed": -1}),
        ("POST", "/reset", {"seed": "x"}),
        ("POST", "/reset", {"episode_id": "x" * 256}),
        ("POST", "/reset", []),
        ("POST", "/step", None),
        ("POST", "/step", {}),
        ("POST", "/step", {"action": {}}),
        ("POST", "/step", {"action": {"output": 5}}),
        ("POST", "/step", {"action": {"output": "", "other": 1}}),
        ("POST", "/step", {"action": {"output": ""}, "timeout_s": 0}),
        ("POST", "/step", {"action": {"output": ""}, "request_id": "x" * 256}),
        ("GET", "/reset", None),
        ("POST", "/state", {}),
        ("GET", "/nothing", None),
        ("POST", "/rlve_gym/tasks", {}),
        ("POST", "/rlve_gym/tasks", {"split": 5}),
        ("POST", "/rlve_gym/tasks", {"split": "test", "other": 1}),
        ("POST", "/rlve_gym/task", {"split": "test"}),
        ("POST", "/rlve_gym/task", {"split": "test", "index": "x"}),
        ("POST", "/rlve_gym/task", {"split": "test", "index": 10**9}),
        ("POST", "/rlve_gym/task", {"split": "test", "index": -1}),
        ("GET", "/rlve_gym/tasks", None),
        ("GET", "/other/splits", None),
        ("POST", "/other/num_tasks", {"split": "test"}),
        ("POST", "/other/num_tasks", {}),
    ],
)
def test_refusals(
    ours: httpx.Client, theirs: TestClient, method: str, path: str, body: Any
) -> None:
    answer, expected = (client.request(method, path, json=body) for client in (ours, theirs))
    assert answer.status_code == expected.status_code
    detail, expected_detail = answer.json()["detail"], expected.json()["detail"]
    if isinstance(expected_detail, str):
        assert detail == expected_detail
    else:
        assert detail[0].keys() <= expected_detail[0].keys()
        # Without a body theirs misses the body, ours what it should hold.
        assert body is None or detail[0]["loc"][-1] == expected_detail[0]["loc"][-1]


def test_malformed_json(ours: httpx.Client, theirs: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    for client in (ours, theirs):
        answer = client.post("/reset", content=b"{", headers=headers)
        assert answer.status_code == 422
        assert answer.json()["detail"][0]["type"] == "json_invalid"


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("tasks", {"split": "test"}),
        ("num_tasks", {"split": "test"}),
        ("task", {"split": "test", "index": 0}),
        ("task_range", {"split": "test", "start": 1, "stop": 3}),
        ("task_range", {"split": "test", "start": -2}),
        ("task_range", {"split": "test", "start": None, "stop": 2}),
        ("task_range", {"split": "test", "start": 3, "stop": 1}),
    ],
)
def test_task_api(ours: httpx.Client, theirs: TestClient, action: str, body: Any) -> None:
    answer, expected = (
        client.post(f"/rlve_gym/{action}", json=body).raise_for_status().json()
        for client in (ours, theirs)
    )
    assert answer.keys() == expected.keys()
    if action == "task_range":
        assert len(answer["tasks"]) == len(expected["tasks"])


def test_task_discovery(ours: httpx.Client, theirs: TestClient) -> None:
    for path in ["/list_environments", "/rlve_gym/splits", "/RLVE_Gym/splits"]:
        assert ours.get(path).json() == theirs.get(path).json()


def test_openapi(ours: httpx.Client, theirs: TestClient) -> None:
    document, expected = (client.get("/openapi.json").json() for client in (ours, theirs))
    assert document["info"]["version"].startswith("1.")
    for path, operations in expected["paths"].items():
        assert operations.keys() <= document["paths"][path].keys()


RPC = {"jsonrpc": "2.0", "id": 1}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"jsonrpc": "2.0"},
        {**RPC, "jsonrpc": "1.0", "method": "tools/list"},
        {**RPC, "method": "tools/list", "params": []},
        {**RPC, "method": "tools/list", "other": 1},
        {**RPC, "method": "nothing"},
        {**RPC, "method": "tools/list", "params": {"session_id": "q"}},
        {**RPC, "method": "openenv/session/close"},
        {**RPC, "method": "openenv/session/close", "params": {"session_id": "q"}},
    ],
)
def test_errors_of_mcp(ours: httpx.Client, theirs: TestClient, body: Any) -> None:
    answers = [client.post("/mcp", json=body) for client in (ours, theirs)]
    assert [answer.status_code for answer in answers] == [200, 200]
    answer, expected = (answer.json() for answer in answers)
    # OpenEnv gives no id where a request is unfit; ours names one that can be read.
    assert answer["id"] == body.get("id")
    assert expected["id"] in (None, answer["id"])
    assert answer["error"]["code"] == expected["error"]["code"]
    if not expected["error"]["message"].startswith("Invalid request"):
        assert answer["error"]["message"] == expected["error"]["message"]


def test_sessions_of_mcp(ours: httpx.Client, theirs: TestClient) -> None:
    """Created, closed, and unknown from then on."""
    create = {**RPC, "method": "openenv/session/create", "params": {}}
    results = []
    for client in (ours, theirs):
        session_id = client.post("/mcp", json=create).json()["result"]["session_id"]
        params = {"session_id": session_id}
        close = {**RPC, "method": "openenv/session/close", "params": params}
        closed = client.post("/mcp", json=close).json()["result"]
        assert closed.pop("session_id") == session_id
        again = client.post("/mcp", json=close).json()["error"]
        results.append((closed, again["code"], again["message"].replace(session_id, "ID")))
    assert results[0] == results[1]
