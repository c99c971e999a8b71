"""The examples of docs/trainers.md, by section, run as scripts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TEXT = (Path(__file__).parents[2] / "docs" / "trainers.md").read_text()


def examples_of(section: str) -> list[str]:
    """Return a section's examples in Python."""
    own = TEXT.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return re.findall(r"```python\n(.*?)```", own, re.DOTALL)


def run(example: str, base_url: str, folder: Path) -> None:
    """Run an example against a server, in a folder of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", example.replace("http://localhost:8000", base_url)],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        cwd=folder,
        env={**os.environ, "RLVEGYM_BASE_URL": base_url},
    )
    assert ended.returncode == 0, ended.stderr
