"""The README's examples run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from test_quick_start import QUICK_START, WITHOUT_DOCKER

README = (Path(__file__).parents[1] / "README.md").read_text()
EXAMPLES = [
    example
    for example in re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    if "import ray" not in example  # those run in clusters/
]


def test_the_quick_start_is_the_one_that_is_tested() -> None:
    assert EXAMPLES[0] == QUICK_START


# TRL needs torch: what the trainer is given is there, and takes the trainer's place.
TRAINER = """
import sys, types
class GRPOTrainer:
    def __init__(self, model, train_dataset, reward_funcs=None, environment_factory=None):
        row = train_dataset[0]
        if reward_funcs:
            assert reward_funcs(completions=["?"], problem_id=[row["problem_id"]]) == [-1]
        else:
            assert "submit_answer" in row["prompt"][0]["content"]
            environment_factory(BASE_URL).reset(**row)
sys.modules["trl"] = types.SimpleNamespace(GRPOTrainer=GRPOTrainer)
"""


@pytest.mark.parametrize("example", EXAMPLES[1:])
def test_example(example: str, base_url: str) -> None:
    if "verifiers" in example:
        pytest.importorskip("verifiers")
    trainer = f"BASE_URL = {base_url!r}{TRAINER}" if "GRPOTrainer" in example else ""
    script = WITHOUT_DOCKER + trainer + example.replace("http://localhost:8000", base_url)
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
