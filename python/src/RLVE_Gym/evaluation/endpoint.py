"""A model behind an OpenAI-compatible endpoint."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from functools import partial
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from ..errors import EndpointError, InvalidRequestError
from .completion import Completion, Messages
from .http_connection import KeptConnection, UnreachableError
from .in_thread import in_thread
from .refusal import is_temporary_status, seconds_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .http_connection import Reply

SCHEME = "openai:"
"""What stands before an endpoint's URL, where a text may name something else."""

_REFUSALS = {401, 403, 404, 405}
"""Statuses that any other request would get too."""


class Endpoint:
    """A model behind an OpenAI-compatible endpoint: `POST …/chat/completions`.

    It is an asynchronous callable, from messages to a `Completion`; each call is one request.

    Args:
        url: Such as `http://localhost:8000/v1`, with or without `openai:` before it.
        model: The model's name; may be left out where the endpoint has only one.
        temperature: The endpoint's own unless it is given.
        max_tokens: The most tokens of an output; the endpoint's own limit unless it is given.
        options: Further keys of each request, such as `{"top_p": 0.95}`.
        api_key: The key; without one that in `OPENAI_API_KEY`.
        headers: Further HTTP headers.
        timeout_s: How long one output may take.

    Example:
        >>> endpoint = Endpoint("http://localhost:8000/v1", temperature=0.6, max_tokens=4096)
        >>> print(evaluate(endpoint, ["Sorting"], levels=[0, 3], n=20, k=4))
    """

    def __init__(
        self,
        url: str,
        model: str | None = None,
        *,
        temperature: float | None = None,
        max_tokens: int | None = None,
        options: Mapping[str, Any] | None = None,
        api_key: str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout_s: float = 600.0,
    ) -> None:
        self.url = _to_base(url)
        self.model = model
        given = {"temperature": temperature, "max_tokens": max_tokens}
        self._options = {
            **{key: value for key, value in given.items() if value is not None},
            **(options or {}),
        }
        key = api_key or os.environ.get("OPENAI_API_KEY")
        authorization = {"Authorization": f"Bearer {key}"} if key else {}
        self._headers = {"Content-Type": "application/json", **authorization, **(headers or {})}
        self._timeout_s = timeout_s
        self._idle: deque[KeptConnection] = deque()

    async def settings(self) -> dict[str, Any]:
        """Return what an output depends on, the model's name included: asked for if need be."""
        if self.model is None:
            self.model = await self._find_model()
        return {"model": self.model, **self._options}

    async def __call__(self, messages: Messages) -> Completion:
        """Have the model answer.

        Raises:
            EndpointError: It did not; `is_temporary` says whether the same may yet succeed.
        """
        body = msgspec.json.encode({**await self.settings(), "messages": messages})
        reply = await self._ask("POST", f"{self.url}/chat/completions", body)
        return self._to_completion(reply.body)

    def close(self) -> None:
        """Let go of idle connections. Later calls open new ones."""
        while self._idle:
            self._idle.pop().close()

    async def _find_model(self) -> str:
        url = f"{self.url}/models"
        reply = await self._ask("GET", url, None)
        try:
            names = [str(model["id"]) for model in msgspec.json.decode(reply.body)["data"]]
        except (msgspec.DecodeError, KeyError, TypeError) as error:
            raise self._unlike(f"{url} gives no list of models", reply.body) from error
        if len(names) == 1:
            return names[0]
        known = f"It has {', '.join(names[:10])}" if names else "It names none"
        raise InvalidRequestError(
            f"{self.url} does not have one model only. {known}: say which, by model=… or --model",
            "INVALID_REQUEST",
        )

    async def _ask(self, method: str, url: str, body: bytes | None) -> Reply:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = KeptConnection(url)
        exchange = partial(connection.exchange, method, url, self._headers, body)
        try:
            reply = await asyncio.wait_for(in_thread(exchange), self._timeout_s)
        except asyncio.TimeoutError as error:
            connection.give_up()
            message = f"{self.url} gave no output within {self._timeout_s} s"
            raise EndpointError(message, "TIMEOUT", is_temporary=True) from error
        except (OSError, HTTPException) as error:
            raise self._failed(error) from error
        except asyncio.CancelledError:
            connection.give_up()
            raise
        self._idle.append(connection)
        if reply.status != 200:
            raise self._refused(reply)
        return reply

    def _to_completion(self, body: bytes) -> Completion:
        try:
            reply = msgspec.json.decode(body)
            [choice, *_] = reply["choices"]
            message = choice["message"]
            content = message.get("content")
        except (msgspec.DecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._unlike("its reply is no chat completion", body) from error
        if isinstance(content, list):
            content = "".join(part.get("text") or "" for part in content)
        return Completion(
            output=content or "",
            reasoning=message.get("reasoning_content") or message.get("reasoning") or None,
            finish_reason=choice.get("finish_reason"),
            tokens=(reply.get("usage") or {}).get("completion_tokens"),
        )

    def _failed(self, error: Exception) -> EndpointError:
        why = str(error) or type(error).__name__
        if isinstance(error, UnreachableError):
            message = f"{self.url} cannot be reached ({why}). Check that the endpoint runs there"
            return EndpointError(message, "UNREACHABLE", is_temporary=True)
        message = f"{self.url} broke off before its reply ({why})"
        return EndpointError(message, "CONNECTION_LOST", is_temporary=True)

    def _refused(self, reply: Reply) -> EndpointError:
        message = f"{self.url} replies with status {reply.status}: {words_of(reply.body)}"
        if reply.status in {401, 403}:
            message += ". The key is taken from OPENAI_API_KEY, or from api_key=…"
        return EndpointError(
            message,
            f"STATUS_{reply.status}",
            is_temporary=is_temporary_status(reply.status),
            is_final=reply.status in _REFUSALS,
            retry_after_s=seconds_of(reply.headers.get("Retry-After")),
        )

    def _unlike(self, why: str, body: bytes) -> EndpointError:
        message = f"{self.url} is not OpenAI-compatible: {why} ({words_of(body)})"
        return EndpointError(message, "NOT_COMPATIBLE", is_final=True)


def _to_base(url: str) -> str:
    base = url.removeprefix(SCHEME).rstrip("/").removesuffix("/chat/completions")
    parts = urlsplit(base)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InvalidRequestError(
            f"{url!r} is no endpoint. One looks like {SCHEME}http://localhost:8000/v1",
            "INVALID_REQUEST",
        )
    return base
