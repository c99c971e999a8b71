"""RLVE-Gym as a dataset of reasoning-gym: `ds[i]` and `score_answer(answer, entry)`.

`create_dataset` needs no reasoning-gym. `register` makes the dataset known to that library by the
name `rlve_gym`, for its own `create_dataset` and for its composite datasets.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..messages import ProblemReference
from .chat import ANSWER_MARKERS, mark_answer
from .needing import needing
from .problems import to_kinds, to_reference
from .scoring import score
from .shared import BASE_URL, shared_client

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..client import RlveGymClient
    from ..messages import Problem, Split

NAME = "rlve_gym"
"""The name of the dataset, which its entries carry as `source_dataset`."""

_SEEDS = 2**21
"""By how many of the server's seeds the datasets of two seeds are apart."""
_TRIES = 64
"""How many seeds the server tries for a problem of a split."""


@dataclass
class RlveGymConfig:
    """Which problems: in turn of each environment at each level, with one seed after the other."""

    environments: str | Sequence[str] = "Multiplication"
    """One environment or several."""
    difficulty: int | Sequence[int] = 0
    """One level or several."""
    size: int = 500
    seed: int = 0
    """That of seed 0 begins with the server's seed 0. Datasets of two seeds share no problem, up to
    2^21 entries of an environment and level, or 2^15 of a split."""
    split: Split | None = None
    """Leave out problems of the other split: the two never share a prompt."""
    answers: bool = False
    """Whether entries have the reference answer, which a server gives out only where
    `RLVEGYM_EXPOSE_ANSWERS` is set. Scoring does not need it."""
    curriculum: str | None = None
    """A curriculum of the server: an entry is drawn when it is read, and its score is reported."""
    group: str = NAME
    """What tells this run's draws from those of another run with the same curriculum."""
    base_url: str = BASE_URL
    """Where the server is."""
    api_key: str | None = None
    """The server's key; without one that in `RLVEGYM_API_KEY`."""

    def validate(self) -> None:
        """Check the numbers.

        Raises:
            ValueError: One is out of range.
        """
        if self.size < 1 or self.seed < 0 or self.seed_of(self.size) >= 2**53:
            raise ValueError(f"size is from 1 on, and seed from 0 to {2**53 // _SEEDS - 2}")

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """Each environment at each level."""
        open_client = partial(shared_client, self.base_url, self.api_key)
        return to_kinds(self.environments, self.difficulty, open_client)

    def seed_of(self, index: int) -> int:
        """Return the server's seed for an entry. Of a split, the problem may be of one later on."""
        stride = 1 if self.split is None else _TRIES
        return self.seed * _SEEDS + index // len(self.kinds) * stride


class RlveGymDataset:
    """Problems by index, each the same whenever and wherever it is read.

    Without a curriculum an entry is a function of the config and its index alone.
    """

    category = "rlve_gym"

    def __init__(self, config: RlveGymConfig) -> None:
        config.validate()
        self.config = config
        self.size = config.size
        self.seed = config.seed

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, index: int) -> dict[str, Any]:
        """Generate an entry.

        Raises:
            IndexError: There is none at this index.
            ProblemError: Its problem cannot be generated: the environment is unknown, for example.
        """
        index = range(self.size)[index]
        config = self.config
        if config.curriculum is not None:
            curriculum = self._client.curriculum(config.curriculum)
            [problem] = curriculum.draw(
                group_ids=[f"{config.group}/{config.seed}/{index}"], include=self._include
            )
        else:
            [problem] = self._client.generate(
                [self._reference(index)], split=config.split, include=self._include
            )
        return self._to_entry(index, problem)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Generate all entries, ahead of their reader; what a curriculum draws, one by one."""
        if self.config.curriculum is not None:
            yield from map(self.__getitem__, range(self.size))
            return
        references = map(self._reference, range(self.size))
        problems = self._client.generate_many(
            references, split=self.config.split, include=self._include
        )
        for index, problem in enumerate(islice(problems, self.size)):
            yield self._to_entry(index, problem)

    def score_answer(self, answer: str | None, entry: Mapping[str, Any]) -> float:
        """Score an answer as reasoning-gym's datasets do.

        Args:
            answer: The answer alone, in the form that the question asks for.
            entry: An entry of this dataset, or a row of `rlve-gym export --format reasoning-gym`.

        Returns:
            The verifier's reward, 1 where the answer is right; 0 in place of its negative ones, of
            answers that are malformed or break a rule.

        Raises:
            RlveGymError: The server cannot be reached, or knows no such problem.
        """
        if answer is None:
            return 0.0
        metadata = entry["metadata"]
        figures = score(
            self._client,
            metadata["problem_id"],
            mark_answer(answer),
            answer_markers=ANSWER_MARKERS,
            curriculum=metadata.get("curriculum"),
        )
        return 0.0 if figures is None else max(figures.reward, 0.0)

    @property
    def _client(self) -> RlveGymClient:
        # Not kept: the dataset can be pickled, for the workers of a data loader.
        return shared_client(self.config.base_url, self.config.api_key)

    @property
    def _include(self) -> list[str]:
        return ["reference_answer"] if self.config.answers else []

    def _reference(self, index: int) -> ProblemReference:
        kinds = self.config.kinds
        environment, difficulty = kinds[index % len(kinds)]
        return ProblemReference(
            environment=environment, difficulty=difficulty, seed=self.config.seed_of(index)
        )

    def _to_entry(self, index: int, problem: Problem) -> dict[str, Any]:
        drawn = {"curriculum": self.config.curriculum} if self.config.curriculum else {}
        return {
            "question": problem.problem_input,
            "answer": problem.reference_answer,
            "metadata": {
                "source_dataset": NAME,
                "source_index": index,
                **to_reference(problem),
                **drawn,
            },
        }


def create_dataset(
    environments: str | Sequence[str] = "Multiplication", **options: Any
) -> RlveGymDataset:
    """Make a dataset as `reasoning_gym.create_dataset` does, by environments in place of a name.

    Args:
        environments: One environment or several, families (`"family:graphs"`) and presets
            (`"no-guessing"`) too.
        **options: Further fields of `RlveGymConfig`, such as `difficulty`, `size`, `seed`, `split`.

    Example:
        >>> dataset = create_dataset("Sorting", difficulty=2, size=10)
        >>> dataset.score_answer("1 2 3", dataset[0])
    """
    return RlveGymDataset(RlveGymConfig(environments=environments, **options))


def register() -> None:
    """Make `reasoning_gym.create_dataset("rlve_gym", environments=…)` work, composites included.

    Again, it does nothing.

    Raises:
        ModuleNotFoundError: reasoning-gym is not installed.
    """
    with needing("reasoning_gym", extra="reasoning-gym"):
        from reasoning_gym.dataset import ProceduralDataset
        from reasoning_gym.factory import DATASETS, register_dataset

    if NAME in DATASETS:
        return

    class RegisteredDataset(RlveGymDataset, ProceduralDataset):  # type: ignore[misc]  # untyped
        """The dataset as one of the library's."""

    register_dataset(NAME, RegisteredDataset, RlveGymConfig)
