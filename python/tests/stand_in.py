"""A stand-in for an OpenAI-compatible endpoint, which answers from reference answers."""

from __future__ import annotations

import json
import random
import threading
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from typing import TYPE_CHECKING, Any

from RLVE_Gym import ProblemReference, RlveGymClient
from RLVE_Gym.evaluation.drawing import SEEDS_APART

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MODEL = "stand-in"

ENVIRONMENTS = ["Sorting", "Multiplication"]
LEVELS = [2, 4]
N = 6
"""What evaluations of the tests draw from, and how many problems of each level."""

WRONG = {
    "no answer": "I do not know.",
    "truncated": "First, the numbers are compared with each",
    "malformed": "<answer>many</answer>",
    "wrong": "<answer>1</answer>",
}
"""Outputs that are wrong for `Sorting` and `Multiplication`, each in its own way."""


@dataclass
class StandIn:
    """What the endpoint knows, and what it was asked.

    Args:
        answers: The reference answer of each prompt.
        error_rate: Which part of its outputs is wrong.
        failures: What befalls requests, in this order and over and over: a status, "silence",
            "cut" or "" for a reply.
        delay_s: How long each reply takes.
        key: The key that is asked for.
    """

    answers: dict[str, str]
    error_rate: float = 0.0
    failures: Sequence[str] = ("",)
    delay_s: float = 0.0
    key: str | None = None
    models: Sequence[str] = (MODEL,)
    asked: list[dict[str, Any]] = field(default_factory=list)
    connections: int = 0
    replied: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def plan(self, prompt: str, occurrence: int) -> str:
        """Say what the reply to a prompt's n-th request is like: "right", or a key of `WRONG`."""
        draw = random.Random(f"{prompt}/{occurrence}")
        return draw.choice(list(WRONG)) if draw.random() < self.error_rate else "right"

    def expected(self, prompts: Sequence[str], k: int) -> Counter[str]:
        """Count what the first k replies to each of these prompts are like."""
        return Counter(self.plan(prompt, n) for prompt, n in product(prompts, range(k)))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def setup(self) -> None:
        """Count a connection."""
        with self.server.stand_in.lock:
            self.server.stand_in.connections += 1
        super().setup()

    def do_GET(self) -> None:
        self._reply(200, {"data": [{"id": model} for model in self.server.stand_in.models]})

    def do_POST(self) -> None:
        it = self.server.stand_in
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with it.lock:
            failure = it.failures[len(it.asked) % len(it.failures)]
            it.asked.append(body)
        if it.key is not None and self.headers["Authorization"] != f"Bearer {it.key}":
            self._reply(401, {"error": {"message": "Wrong key"}})
        elif failure == "silence":
            it.ended.wait(1.5)
            self.close_connection = True
        elif failure == "cut":
            self._send(200, b'{"choices": [{"mess', length=1000)
            self.close_connection = True
        elif failure:
            self._reply(int(failure), {"error": {"message": "Not now"}})
        else:
            it.ended.wait(it.delay_s)
            self._answer(body["messages"][-1]["content"])

    def _answer(self, prompt: str) -> None:
        it = self.server.stand_in
        with it.lock:
            kind = it.plan(prompt, it.replied[prompt])
            it.replied[prompt] += 1
        output = WRONG.get(kind) or f"So it is <answer>{it.answers[prompt]}</answer>."
        finish_reason = "length" if kind == "truncated" else "stop"
        message = {"role": "assistant", "content": output}
        self._reply(
            200,
            {
                "choices": [{"message": message, "finish_reason": finish_reason}],
                "usage": {"completion_tokens": 7},
            },
        )

    def _reply(self, status: int, body: Any) -> None:
        self._send(status, json.dumps(body).encode())

    def _send(self, status: int, data: bytes, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        if status == 429:
            self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, stand_in: StandIn) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.stand_in = stand_in

    def handle_error(self, *_: object) -> None:
        """A client that went away is none of this."""


@contextmanager
def serving(stand_in: StandIn) -> Iterator[StandIn]:
    """Run the endpoint while the block runs."""
    with _Server(stand_in) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        stand_in.url = f"http://127.0.0.1:{server.server_port}/v1"
        yield stand_in
        stand_in.ended.set()
        server.shutdown()
        thread.join()


def reference_answers(base_url: str) -> dict[str, str]:
    """Return the reference answers of the problems that the tests' evaluations draw, by prompt."""
    references = [
        ProblemReference(environment=environment, difficulty=level, seed=SEEDS_APART * index)
        for environment, level, index in product(ENVIRONMENTS, LEVELS, range(8 * N))
    ]
    with RlveGymClient(base_url) as client:
        problems = client.generate(references, split="test", include=["reference_answer"])
    return {problem.problem_input: problem.reference_answer or "" for problem in problems}
