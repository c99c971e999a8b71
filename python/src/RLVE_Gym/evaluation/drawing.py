"""The problems to evaluate on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..errors import InvalidRequestError, ProblemError
from ..messages import ProblemReference
from ..over_http import to_environments_path
from ..pipelining import in_order

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence

    from ..async_client import AsyncRlveGymClient
    from ..messages import Problem, Split

SEEDS_APART = 64
"""How far a seed of a split may lead: from seeds so far apart come different problems' seeds."""

_ROUNDS = 8
"""How often to look for the problems that are missing, where prompts repeat."""

_LEVELS_AT_ONCE = 8


class Cell(Struct, frozen=True):
    """A level of an environment, and its problems."""

    environment: str
    family: str
    difficulty: int
    problems: list[Problem]
    """No two have the same prompt."""
    shortage: str | None
    """Why there are fewer than were asked for."""


async def find_families(
    client: AsyncRlveGymClient, environments: str | Sequence[str], levels: Sequence[int]
) -> dict[int, dict[str, str]]:
    """Find the environments that are meant at each level, and the family of each.

    Args:
        client: A client of the server that has them.
        environments: `"all"`, an identifier, `"family:graphs"`, `"no-guessing"`, or several of
            these.
        levels: The levels, at which presets must hold.

    Raises:
        ServerError: There is none of that name.
    """
    names = [environments] if isinstance(environments, str) else list(environments)
    if not names:
        raise InvalidRequestError("No environment is named", "INVALID_REQUEST")
    chosen = None if "all" in names else names
    families = {}
    for level in levels:
        listed = await client.ask_http("GET", to_environments_path(chosen, level))
        families[level] = {entry["id"]: entry["family"] for entry in listed}
    return families


async def draw_cells(
    client: AsyncRlveGymClient,
    families: Mapping[int, Mapping[str, str]],
    n: int,
    *,
    seed: int = 0,
    split: Split | None = "test",
) -> list[Cell]:
    """Draw the problems of each level of each environment.

    Problem i is the first one of the split from seed `seed + 64 i` on, however many others there
    are; a prompt that was drawn before is passed over.

    Args:
        client: A client of the server.
        families: The environments of each level, with their families.
        n: How many problems a level of an environment is to have.
        seed: The first seed.
        split: Which problems.

    Raises:
        RlveGymError: The server cannot be asked.
    """

    async def requests() -> AsyncIterator[Coroutine[Any, Any, Cell]]:
        for difficulty, of_level in families.items():
            for environment, family in of_level.items():
                first = ProblemReference(environment=environment, difficulty=difficulty, seed=seed)
                yield _draw_cell(client, first, family, n, split)

    return [cell async for cell in in_order(requests(), _LEVELS_AT_ONCE)]


async def _draw_cell(
    client: AsyncRlveGymClient, first: ProblemReference, family: str, n: int, split: Split | None
) -> Cell:
    problems: dict[str, Problem] = {}
    failure: ProblemError | None = None
    for turn in range(_ROUNDS):
        references = [
            ProblemReference(
                environment=first.environment,
                difficulty=first.difficulty,
                seed=first.seed + SEEDS_APART * index,
            )
            for index in range(turn * n, (turn + 1) * n)
        ]
        for problem in await client.generate(references, split=split, return_errors=True):
            if isinstance(problem, ProblemError):
                failure = problem
            elif len(problems) < n:
                problems.setdefault(problem.problem_input, problem)
        if len(problems) == n or (turn > 0 and not problems):
            break
    shortage = None
    if len(problems) < n:
        shortage = "no more distinct prompts" if failure is None else failure.message
    return Cell(first.environment, family, first.difficulty, list(problems.values()), shortage)
