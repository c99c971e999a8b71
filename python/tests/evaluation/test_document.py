"""What docs/evaluation.md shows works."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import StartStandIn

pytestmark = pytest.mark.usefixtures("evaluating")

DOCUMENT = (Path(__file__).parents[3] / "docs" / "evaluation.md").read_text()
EXAMPLES = re.findall(r"```(python|sh)\n(.*?)```", DOCUMENT, re.DOTALL)


def command(language: str, text: str) -> list[str]:
    if language == "python":
        return [sys.executable, "-c", text]
    return [sys.executable, *shlex.split(text.replace("\\\n", ""))[1:]]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example(language: str, example: str, start_stand_in: StartStandIn, tmp_path: Path) -> None:
    # Of other problems than it knows the answers of, it has none.
    endpoint = start_stand_in(error_rate=1)
    text = example.replace("http://localhost:8001/v1", endpoint.url).replace("family:bits", "Maze")
    ended = subprocess.run(
        command(language, text), capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    if "samples.jsonl" in example:
        assert len((tmp_path / "samples.jsonl").read_text().splitlines()) == 2 * 3 * 20 * 4
        assert len(endpoint.asked) == 2 * 3 * 20 * 4
        assert (tmp_path / "page.html").exists()
        assert re.search(r"^all +120 +480 +0\.\d{3} ", ended.stdout, re.M)
