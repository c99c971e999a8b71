"""Problems of several environments and levels, for adapters: no library is needed."""

from __future__ import annotations

from functools import lru_cache
from itertools import product, tee
from typing import TYPE_CHECKING, Any

from ..errors import ProblemError, or_raise
from ..messages import ProblemReference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..client import RlveGymClient
    from ..curriculum import Curriculum
    from ..messages import Problem, Split


def to_kinds(
    environments: str | Sequence[str],
    difficulty: int | Sequence[int],
    open_client: Callable[[], RlveGymClient],
) -> list[tuple[str, int]]:
    """Return every environment at every level, of one or several of each.

    Args:
        environments: Identifiers, families and presets.
        difficulty: One level or several, where presets must hold.
        open_client: Gives the client that asks for the environments of families and presets.
    """
    names = [environments] if isinstance(environments, str) else environments
    levels = [difficulty] if isinstance(difficulty, int) else difficulty
    if any(name[:1].islower() for name in names):
        names = _list_environments(open_client(), tuple(names), tuple(levels))
    return list(product(names, levels))


@lru_cache(maxsize=16)
def _list_environments(
    client: RlveGymClient, names: tuple[str, ...], levels: tuple[int, ...]
) -> tuple[str, ...]:
    return tuple(client.list_environments(names, difficulty=levels))


def name_problems(
    kinds: Sequence[tuple[str, int]], seeds: Iterable[int]
) -> Iterator[ProblemReference]:
    """Name problems seed by seed, with all environments and levels of a seed beside each other."""
    for seed in seeds:
        for environment, difficulty in kinds:
            yield ProblemReference(environment=environment, difficulty=difficulty, seed=seed)


def generate_split(
    client: RlveGymClient, references: Iterable[ProblemReference], split: Split | None
) -> Iterator[Problem]:
    """Generate the problems of a split, without those of the other one."""
    asked, references = tee(references)
    problems = client.generate_many(references, split=split)
    for reference, problem in zip(asked, problems, strict=False):
        # A seed of the other split leads to the problem of a later one, which has its own turn.
        if problem.seed == reference.seed:
            yield problem


def draw_some(
    curriculum: Curriculum, draws: int, groups: Sequence[str] | None = None
) -> list[Problem]:
    """Draw problems, without those that cannot be generated, unless there are no others."""
    drawn = (
        curriculum.draw(draws, return_errors=True)
        if groups is None
        else curriculum.draw(group_ids=groups, return_errors=True)
    )
    problems = [problem for problem in drawn if not isinstance(problem, ProblemError)]
    return problems or [or_raise(problem) for problem in drawn]


def to_reference(problem: Problem) -> dict[str, Any]:
    """Return what names a problem in a row, under names that mean nothing else to a trainer."""
    return {
        "problem_id": problem.problem_id,
        "environment_id": problem.environment,
        "difficulty": problem.difficulty,
        "seed": problem.seed,
    }
