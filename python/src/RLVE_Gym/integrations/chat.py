"""Problems and outputs as chat messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..messages import Reading

SYSTEM_PROMPT = (
    "Solve the problem. Think as long as you need to, then give your final answer between "
    "<answer> and </answer>, in exactly the form that the problem asks for."
)
"""What tells a model about the server's default answer markers: problems never mention them."""

TOOL_SYSTEM_PROMPT = (
    "Solve the problem. Think as long as you need to, then call the tool submit_answer once with "
    "your final answer, in exactly the form that the problem asks for."
)
"""What tells a model to answer with the tool of `RLVE_Gym.integrations.trl.RlveGymToolEnv`."""

MODEL_READING: Reading = {"completion": True, "think": "strip"}
"""How trainers' outputs are read: they are the model's alone, and thoughts are no answers."""

ANSWER_MARKERS = ("<answer>", "</answer>")
"""The markers that these prompts name, and the server's by default."""


def to_chat(problem_input: str, system_prompt: str | None) -> list[dict[str, str]]:
    """Write a problem as the messages that a model is prompted with."""
    system = [{"role": "system", "content": system_prompt}] if system_prompt else []
    return [*system, {"role": "user", "content": problem_input}]


def to_output(completion: str | Sequence[Any]) -> str:
    """Read a model's output from a completion: a text, or the messages of a conversation.

    Of several messages the assistant's last with text counts: with tools, earlier ones only call
    them, and what tools and users say is not the model's.
    """
    if isinstance(completion, str):
        return completion
    for message in reversed(completion):
        if _get(message, "role") == "assistant" and (text := to_text(message)):
            return text
    return ""


def mark_answer(answer: str) -> str:
    """Write an answer alone as an output, between the markers.

    Markers that it has already are left away: models write them from habit, even one alone.
    """
    start, end = ANSWER_MARKERS
    before, found, _ = answer.rpartition(end)
    bare = (before if found else answer).rpartition(start)[2]
    return f"{start}{bare}{end}"


def to_text(message: Any) -> str:
    """Read the text of a message.

    A message is a dictionary or an object with the same fields, its content a text or its parts.
    """
    content = _get(message, "content")
    if isinstance(content, str):
        return content
    return "".join(_get(part, "text") or "" for part in content or ())


def _get(message: Any, field: str) -> Any:
    if isinstance(message, dict):
        return message.get(field)
    return getattr(message, field, None)
