from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from RLVE_Gym.integrations.chat import to_chat, to_output


def test_a_problem_as_messages() -> None:
    assert to_chat("1 + 1?", None) == [{"role": "user", "content": "1 + 1?"}]
    assert to_chat("1 + 1?", "Think.")[0] == {"role": "system", "content": "Think."}


@pytest.mark.parametrize(
    "completion",
    [
        "two",
        [{"role": "assistant", "content": "two"}],
        [{"role": "assistant", "content": "one"}, {"role": "assistant", "content": "two"}],
        [{"role": "assistant", "content": "two"}, {"role": "assistant", "content": None}],
        [{"role": "assistant", "content": [{"type": "text", "text": "t"}, {"text": "wo"}]}],
        [SimpleNamespace(role="assistant", content="two")],
        [{"role": "assistant", "content": "two"}, {"role": "tool", "content": "three"}],
        [{"role": "assistant", "content": "two"}, {"role": "user", "content": "three"}],
    ],
)
def test_the_output_in_a_completion(completion: Any) -> None:
    assert to_output(completion) == "two"


def test_an_empty_completion() -> None:
    assert to_output([]) == ""
    assert to_output([{"role": "user", "content": "<answer>7</answer>"}]) == ""
