"""What docs/trainers.md shows of these libraries runs with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documented import TEXT, examples_of, run

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = [
    pytest.param(example, id=f"{section} {index}")
    for section in ["verl", "SkyRL", "reasoning-gym", "Gymnasium", "Inspect"]
    for index, example in enumerate(examples_of(section))
]

# A model that answers without a network.
MODEL = """
from inspect_ai.model import ModelOutput, ModelUsage, get_model
def answer():
    output = ModelOutput.from_content("mockllm/model", "<answer>3 1 2</answer>")
    output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
    return output
MODEL = get_model("mockllm/model", custom_outputs=[answer() for _ in range(4)])
"""


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: str, base_url: str, tmp_path: Path) -> None:
    if "inspect_ai" in example:
        example = MODEL + example.replace('"openai/gpt-5-mini"', "MODEL")
    run(example, base_url, tmp_path)


def test_every_section_has_examples() -> None:
    sections = TEXT.partition("\n# In a trainer\n")[2].split("\n## ")[1:]
    names = [section.partition("\n")[0] for section in sections]
    # NeMo Gym's is run by test_readers.py, the first two by tests/integrations.
    tested = ["TRL", "verifiers", "verl", "SkyRL", "reasoning-gym", "Gymnasium", "Inspect"]
    assert names == [*tested, "NeMo Gym"]
    assert all(examples_of(name) for name in names)
