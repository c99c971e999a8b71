"""Problems as Hugging Face datasets.

A row has the columns `prompt` (the messages of a chat) and `problem_id`: what a model needs, and
what a reward function needs to verify its output. `environment_id`, `difficulty` and `seed` are
there to filter and sort by (a column `environment` has a meaning of its own in TRL). Nothing in a
row gives the answer away. Rows that a curriculum draws name it in the column `curriculum`: who
scores them tells it what their outputs come to.
"""

from __future__ import annotations

import os
from functools import partial
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any

from datasets import Dataset, Features, IterableDataset, Value

from .chat import SYSTEM_PROMPT, to_chat
from .problems import draw_some, generate_split, name_problems, to_kinds, to_reference
from .shared import shared_client

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from typing_extensions import Self

    from ..client import RlveGymClient
    from ..messages import Problem, ProblemReference, Split

_FEATURES = Features(
    {
        "prompt": [{"role": Value("string"), "content": Value("string")}],
        "problem_id": Value("string"),
        "environment_id": Value("string"),
        "difficulty": Value("int64"),
        "seed": Value("int64"),
    }
)


def build_dataset(
    client: RlveGymClient,
    environments: str | Sequence[str],
    *,
    difficulty: int | Sequence[int] = 0,
    seeds: Iterable[int] = range(100),
    examples: int | None = None,
    split: Split | None = None,
    system_prompt: str | None = SYSTEM_PROMPT,
) -> Dataset:
    """Build a dataset of every environment at every difficulty with every seed.

    Args:
        client: The client to generate the problems with.
        environments: One environment or several, families (`"family:graphs"`) and presets
            (`"no-guessing"`) too.
        difficulty: One level or several.
        seeds: The seeds.
        examples: How many rows to stop at; the seeds may be endless then.
        split: Leave out problems of the other split: the two never share a prompt.
        system_prompt: What tells the model about the answer markers; `None` for no message.

    Returns:
        The rows, seed by seed, with all environments and levels of a seed beside each other.

    Raises:
        ProblemError: A problem cannot be generated: the environment is unknown, for example.
    """
    kinds = to_kinds(environments, difficulty, lambda: client)
    rows = _rows(client, name_problems(kinds, seeds), split, system_prompt)
    return Dataset.from_list(list(islice(rows, examples)), features=_FEATURES)


def stream_dataset(
    base_url: str,
    environments: str | Sequence[str],
    *,
    difficulty: int | Sequence[int] = 0,
    seeds: Sequence[int] = range(2**32),
    split: Split | None = None,
    system_prompt: str | None = SYSTEM_PROMPT,
    num_shards: int = 1,
    api_key: str | None = None,
) -> IterableDataset:
    """Return a dataset that generates its rows while it is read.

    Args:
        base_url: Where the server is.
        environments: One environment or several, families (`"family:graphs"`) and presets
            (`"no-guessing"`) too.
        difficulty: One level or several.
        seeds: The seeds, in order; a range of them costs nothing.
        split: As in `build_dataset`.
        system_prompt: What tells the model about the answer markers; `None` for no message.
        num_shards: Into how many shards to deal out the seeds: one a worker of the data loader.
        api_key: The server's key, when it has one.
    """
    arguments = {
        "base_url": base_url,
        "api_key": api_key,
        # What is a list is dealt out to the shards: this is to be the seeds alone.
        "kinds": tuple(
            to_kinds(environments, difficulty, partial(shared_client, base_url, api_key))
        ),
        "seeds": [seeds[shard::num_shards] for shard in range(num_shards)],
        "split": split,
        "system_prompt": system_prompt,
    }
    return IterableDataset.from_generator(_stream, features=_FEATURES, gen_kwargs=arguments)


def stream_curriculum(
    base_url: str,
    name: str,
    *,
    group: str | None = None,
    draws_ahead: int = 8,
    system_prompt: str | None = SYSTEM_PROMPT,
    api_key: str | None = None,
) -> IterableDataset:
    """Return an endless dataset of what a curriculum draws, drawn while it is read.

    Read it in the trainer's process, by no workers: each would draw for itself.

    Args:
        base_url: Where the server is.
        name: The curriculum.
        group: What the processes of one run have in common, and no other run has: each of them then
            reads the same rows, of which it takes its share, as trainers have it. With one process
            there is no need for it.
        draws_ahead: How many problems to draw at once: the last of them is by so many draws behind
            the model's progress.
        system_prompt: What tells the model about the answer markers; `None` for no message.
        api_key: The server's key, when it has one.

    Raises:
        ValueError: There are several processes (`WORLD_SIZE`), and no group.
    """
    if group is None and int(os.environ.get("WORLD_SIZE", "1")) > 1:
        raise ValueError(
            "Several processes train, and each of them reads the whole dataset: give them one "
            "group, such as the run's name, so that they read the same draws"
        )
    arguments = {
        "base_url": base_url,
        "api_key": api_key,
        "name": name,
        "group": group,
        "draws_ahead": draws_ahead,
        "system_prompt": system_prompt,
    }
    features = Features({**_FEATURES, "curriculum": Value("string")})
    stream = IterableDataset.from_generator(_draw, features=features, gen_kwargs=arguments)
    return _Draws(stream._ex_iterable, info=stream.info)


class _Draws(IterableDataset):  # type: ignore[misc]  # datasets is untyped
    """Draws in their order."""

    def shuffle(self, *_: Any, **__: Any) -> Self:
        """Return this dataset.

        Draws are random as they are. To shuffle them, trainers would draw a thousand at first, of
        the levels that the model begins with.
        """
        return self


def _stream(
    base_url: str,
    api_key: str | None,
    kinds: Sequence[tuple[str, int]],
    seeds: list[Sequence[int]],
    split: Split | None,
    system_prompt: str | None,
) -> Iterator[dict[str, Any]]:
    references = name_problems(kinds, chain.from_iterable(seeds))
    yield from _rows(shared_client(base_url, api_key), references, split, system_prompt)


def _draw(
    base_url: str,
    api_key: str | None,
    name: str,
    group: str | None,
    draws_ahead: int,
    system_prompt: str | None,
) -> Iterator[dict[str, Any]]:
    curriculum = shared_client(base_url, api_key).curriculum(name)
    for first in count(step=draws_ahead):
        groups = group and [f"{group}/{first + place}" for place in range(draws_ahead)]
        for problem in draw_some(curriculum, draws_ahead, groups or None):
            yield {**_to_row(problem, system_prompt), "curriculum": name}


def _rows(
    client: RlveGymClient,
    references: Iterable[ProblemReference],
    split: Split | None,
    system_prompt: str | None,
) -> Iterator[dict[str, Any]]:
    for problem in generate_split(client, references, split):
        yield _to_row(problem, system_prompt)


def _to_row(problem: Problem, system_prompt: str | None) -> dict[str, Any]:
    return {
        "prompt": to_chat(problem.problem_input, system_prompt),
        **to_reference(problem),
    }
