"""Problems as Hugging Face datasets.

A row has the columns `prompt` (the messages of a chat) and `problem_id`: what a model needs, and
what a reward function needs to verify its output. `environment_id`, `difficulty` and `seed` are
there to filter and sort by (a column `environment` has a meaning of its own in TRL). Nothing in a
row gives the answer away.
"""

from __future__ import annotations

from itertools import chain, islice, product, tee
from typing import TYPE_CHECKING, Any

from datasets import Dataset, Features, IterableDataset, Value

from ..messages import ProblemReference
from .chat import SYSTEM_PROMPT, to_chat
from .shared import shared_client

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..client import RlveGymClient
    from ..messages import Split

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
        environments: One environment or several.
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
    kinds = _kinds(environments, difficulty)
    rows = _rows(client, _references(kinds, seeds), split, system_prompt)
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
        environments: One environment or several.
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
        "kinds": tuple(_kinds(environments, difficulty)),
        "seeds": [seeds[shard::num_shards] for shard in range(num_shards)],
        "split": split,
        "system_prompt": system_prompt,
    }
    return IterableDataset.from_generator(_stream, features=_FEATURES, gen_kwargs=arguments)


def _kinds(
    environments: str | Sequence[str], difficulty: int | Sequence[int]
) -> list[tuple[str, int]]:
    names = [environments] if isinstance(environments, str) else environments
    levels = [difficulty] if isinstance(difficulty, int) else difficulty
    return list(product(names, levels))


def _stream(
    base_url: str,
    api_key: str | None,
    kinds: Sequence[tuple[str, int]],
    seeds: list[Sequence[int]],
    split: Split | None,
    system_prompt: str | None,
) -> Iterator[dict[str, Any]]:
    references = _references(kinds, chain.from_iterable(seeds))
    yield from _rows(shared_client(base_url, api_key), references, split, system_prompt)


def _references(
    kinds: Sequence[tuple[str, int]], seeds: Iterable[int]
) -> Iterator[ProblemReference]:
    for seed in seeds:
        for environment, difficulty in kinds:
            yield ProblemReference(environment=environment, difficulty=difficulty, seed=seed)


def _rows(
    client: RlveGymClient,
    references: Iterable[ProblemReference],
    split: Split | None,
    system_prompt: str | None,
) -> Iterator[dict[str, Any]]:
    asked, references = tee(references)
    problems = client.generate_many(references, split=split)
    for reference, problem in zip(asked, problems, strict=False):
        # A seed of the other split leads to the problem of a later one, which has its own turn.
        if problem.seed != reference.seed:
            continue
        yield {
            "prompt": to_chat(problem.problem_input, system_prompt),
            "problem_id": problem.problem_id,
            "environment_id": problem.environment,
            "difficulty": problem.difficulty,
            "seed": problem.seed,
        }
