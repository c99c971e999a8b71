"""RLVE-Gym in Inspect: the task `RLVE_Gym/rlve_gym` and its scorer.

inspect eval RLVE_Gym/rlve_gym --model openai/gpt-5-mini -T environments=Sorting -T difficulty=0,3
"""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

from .chat import SYSTEM_PROMPT
from .needing import needing
from .problems import generate_split, name_problems, to_kinds, to_reference
from .scoring import score as score_output
from .shared import BASE_URL, shared_client

with needing("inspect_ai", extra="inspect"):
    from anyio import to_thread
    from inspect_ai import Task, task
    from inspect_ai.dataset import MemoryDataset, Sample
    from inspect_ai.model import ChatMessageSystem, ChatMessageUser
    from inspect_ai.scorer import Score, mean, scorer, stderr
    from inspect_ai.solver import generate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspect_ai.model import ChatMessage
    from inspect_ai.scorer import Scorer, Target
    from inspect_ai.solver import TaskState

    from ..messages import Problem, Split

_FIGURES = ("accuracy", "reward", "format_score")


@task  # type: ignore[untyped-decorator]
def rlve_gym(
    environments: str | Sequence[str] = "Multiplication",
    difficulty: int | Sequence[int] = 0,
    samples: int = 100,
    split: Split | None = "test",
    seed: int = 0,
    system_prompt: str | None = SYSTEM_PROMPT,
    base_url: str = BASE_URL,
) -> Task:
    """Problems of environments and levels, each a sample whose id is the problem's.

    The server's key, when it has one, is read from `RLVEGYM_API_KEY`: what a task is given is
    logged.

    Args:
        environments: One environment or several, families (`"family:graphs"`) and presets
            (`"no-guessing"`) too.
        difficulty: One level or several.
        samples: How many problems: seed by seed, with all environments and levels of a seed beside
            each other.
        split: Leave out problems of the other split: `test` has none that training on `train` has.
        seed: The first seed.
        system_prompt: What tells the model about the answer markers; `None` for no message.
        base_url: Where the server is; without one that in `RLVEGYM_BASE_URL`.

    Raises:
        RlveGymError: The server cannot be reached, or a problem not be generated.
    """
    client = shared_client(base_url, None)
    kinds = to_kinds(environments, difficulty, lambda: client)
    problems = generate_split(client, name_problems(kinds, count(seed)), split)
    rows = [_to_sample(problem, system_prompt) for problem in islice(problems, samples)]
    return Task(
        dataset=MemoryDataset(rows, name="rlve_gym"),
        solver=generate(),
        scorer=rlve_gym_scorer(base_url),
    )


@scorer(metrics={figure: [mean(), stderr()] for figure in _FIGURES})  # type: ignore[untyped-decorator]
def rlve_gym_scorer(base_url: str = BASE_URL) -> Scorer:
    """Score completions by the problem that a sample's metadata name as `problem_id`.

    A score's value is a dictionary of `accuracy`, `reward` and `format_score`, and its explanation
    the reason of the verdict. A completion that the server could not verify is unscored.

    Args:
        base_url: Where the server is; without one that in `RLVEGYM_BASE_URL`.
    """

    async def score(state: TaskState, target: Target) -> Score:
        problem_id, completion = state.metadata["problem_id"], state.output.completion

        def verify() -> Score:
            client = shared_client(base_url, None)
            figures = score_output(client, problem_id, completion, explain=True)
            if figures is None:
                return Score.unscored(explanation="The server could not verify this output")
            value = {figure: getattr(figures, figure) for figure in _FIGURES}
            return Score(value=value, explanation=figures.reason or "right")

        # Inspect's event loop may be asyncio's or trio's: the client has one of its own.
        scored: Score = await to_thread.run_sync(verify)
        return scored

    return score


def _to_sample(problem: Problem, system_prompt: str | None) -> Sample:
    messages: list[ChatMessage] = [ChatMessageUser(content=problem.problem_input)]
    if system_prompt is not None:
        messages.insert(0, ChatMessageSystem(content=system_prompt))
    return Sample(input=messages, id=problem.problem_id, metadata=to_reference(problem))
