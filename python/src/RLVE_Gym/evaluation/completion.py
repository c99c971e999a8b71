"""What a model gives for a prompt, and who is asked for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Union

from msgspec import Struct

Messages = list[dict[str, str]]
"""A chat, as OpenAI's API has it: `[{"role": "user", "content": "…"}]`."""


class Completion(Struct, frozen=True):
    """A model's whole text, and what else is known of it."""

    output: str
    reasoning: str | None = None
    """Thoughts that came apart from the output, which are not searched for the answer."""
    finish_reason: str | None = None
    """`"length"` where the output was cut off."""
    tokens: int | None = None
    """How many tokens were generated."""


Generate = Callable[
    [Messages], Union[str, Completion, Awaitable[Union[str, Completion]]]  # noqa: UP007  # 3.10
]
"""A model: from messages to its text. Blocking ones run in threads of their own."""


def to_completion(result: Any) -> Completion:
    """Read what a callable gave.

    Raises:
        TypeError: It is neither a text nor a `Completion`.
    """
    if isinstance(result, str):
        return Completion(result)
    if isinstance(result, Completion):
        return result
    raise TypeError(
        f"generate gave {type(result).__name__}. It takes messages and gives the model's text, "
        "or a RLVE_Gym.Completion"
    )
