"""The README's examples run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from test_quick_start import QUICK_START, WITHOUT_DOCKER

README = (Path(__file__).parents[1] / "README.md").read_text()
EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_the_quick_start_is_the_one_that_is_tested() -> None:
    assert EXAMPLES[0] == QUICK_START


# TRL needs torch; the quick start has tests of its own.
@pytest.mark.parametrize("example", [code for code in EXAMPLES[1:] if "GRPOTrainer" not in code])
def test_example(example: str, base_url: str) -> None:
    if "verifiers" in example:
        pytest.importorskip("verifiers")
    script = WITHOUT_DOCKER + example.replace("http://localhost:8000", base_url)
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
