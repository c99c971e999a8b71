"""Problems and outputs as chat messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

SYSTEM_PROMPT = (
    "Solve the problem. Think as long as you need to, then give your final answer between "
    "<answer> and </answer>, in exactly the form that the problem asks for."
)
"""What tells a model about the server's default answer markers: problems never mention them."""


def to_chat(problem_input: str, system_prompt: str | None) -> list[dict[str, str]]:
    """Write a problem as the messages that a model is prompted with."""
    system = [{"role": "system", "content": system_prompt}] if system_prompt else []
    return [*system, {"role": "user", "content": problem_input}]


def to_output(completion: str | Sequence[Any]) -> str:
    """Read a model's output from a completion: a text, or the messages of a conversation.

    Of several messages the last with text counts: with tools, earlier ones only call them. A
    message is a dictionary or an object with the same fields, its content a text or its parts.
    """
    if isinstance(completion, str):
        return completion
    for message in reversed(completion):
        content = _get(message, "content")
        if not isinstance(content, str):
            content = "".join(_get(part, "text") or "" for part in content or ())
        if content:
            return content
    return ""


def _get(message: Any, field: str) -> Any:
    if isinstance(message, dict):
        return message.get(field)
    return getattr(message, field, None)
