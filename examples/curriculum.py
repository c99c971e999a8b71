"""A training run whose curriculum is saved beside each checkpoint, and goes on with it.

    python examples/curriculum.py http://localhost:8000 run/ --steps 20

Run it again with the same folder: the curriculum is what it was at the last checkpoint, whatever
the server has drawn since, or on another server. `sample` and `update` stand for a model.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from RLVE_Gym import Curriculum, Problem, RlveGymClient, Verified

DEFINITION = {
    "environments": {"family:sorting": 1, "Multiplication": 4},
    "min_samples": 16,
    "threshold": 0.8,
}
PROBLEMS, OUTPUTS, STEPS_A_CHECKPOINT = 8, 4, 5


def sample(problem: Problem) -> list[str]:
    """Ask the model for outputs: here, the same wrong answer each time."""
    return [f"It is <answer>{problem.seed % 10}</answer>."] * OUTPUTS


def update(problems: list[Problem], results: list[Verified]) -> None:
    """Learn from rewards; `None` is an output that could not be verified."""


def main() -> None:
    """Train for some steps, from the last checkpoint on if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base_url")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=20)
    arguments = parser.parse_args()
    checkpoint = arguments.folder / "checkpoint.json"
    with RlveGymClient(arguments.base_url) as client:
        curriculum = client.curriculum(arguments.folder.name)
        begun = resume(curriculum, checkpoint)
        for step in range(begun + 1, begun + 1 + arguments.steps):
            problems = curriculum.draw(PROBLEMS)
            submissions = [problem.submission(sample(problem)) for problem in problems]
            # What the step comes to counts once, also where it is done again.
            results = curriculum.verify(submissions, report_id=f"step {step}")
            update(problems, results)
            if step % STEPS_A_CHECKPOINT == 0:
                save(curriculum, checkpoint, step)
            tops = {name: one["top"] for name, one in curriculum.state()["environments"].items()}
            print(f"step {step}: tops {tops}")


def resume(curriculum: Curriculum, checkpoint: Path) -> int:
    """Make the curriculum what it was at the checkpoint, or begin; return the step."""
    if not checkpoint.exists():
        curriculum.load(DEFINITION, replace=True)
        return 0
    saved: dict[str, Any] = json.loads(checkpoint.read_text())
    # Also where the server went on without this run, or knows nothing of it.
    curriculum.load(saved["curriculum"], replace=True)
    return int(saved["step"])


def save(curriculum: Curriculum, checkpoint: Path, step: int) -> None:
    """Write the checkpoint as a whole: a model's weights would be beside it."""
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    unfinished = checkpoint.with_suffix(".new")
    unfinished.write_text(json.dumps({"step": step, "curriculum": curriculum.state()}))
    unfinished.replace(checkpoint)


if __name__ == "__main__":
    main()
