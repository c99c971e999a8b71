"""The repository's Python examples run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from RLVE_Gym import RlveGymClient

if TYPE_CHECKING:
    from conftest import StartServer

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_curriculum_goes_on_from_its_checkpoint(
    base_url: str, start_server: StartServer, tmp_path: Path
) -> None:
    run = tmp_path / "run-1"

    def train(url: str, steps: int) -> str:
        command = [sys.executable, str(EXAMPLES / "curriculum.py"), url, str(run)]
        ended = subprocess.run(
            [*command, "--steps", str(steps)],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return ended.stdout

    assert "step 7: tops {" in train(base_url, 7)
    saved = json.loads((run / "checkpoint.json").read_text())
    assert (saved["step"], saved["curriculum"]["draws"]) == (5, 40)
    samples = sum(one["total_samples"] for one in saved["curriculum"]["environments"].values())
    assert samples == 5 * 8 * 4
    # Where two steps were since, and where nothing is known of it: the same draws come.
    other = start_server()
    for url in (base_url, other):
        assert train(url, 1).startswith("step 6: tops {")
    with RlveGymClient(base_url) as here, RlveGymClient(other) as there:
        states = [client.curriculum("run-1").state() for client in (here, there)]
    assert states[0] == states[1]
    assert states[0]["draws"] == 48
