"""What an evaluation gave: figures, samples, and a report of both."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from .figures import measure, to_rows
from .page import write_page
from .sample_file import SampleFile
from .table import to_cells, to_markdown, to_text

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    from typing_extensions import Self

    from .figures import Column, Figures
    from .run import Failure
    from .sample import Fault, Sample, SampleKey, Score

BY: tuple[Column, ...] = ("family", "level")
"""What the table is by."""

_EXAMPLES = 3
"""How many outputs show a fault."""

_EXCERPT = 160
"""How much of an output's end is shown, in characters."""

_MEANINGS: dict[Fault, str] = {
    "truncated": "cut off before an answer",
    "no answer": "no answer between the markers",
    "malformed": "an answer that is not of the form",
    "invalid": "an answer of the form that breaks a rule",
}


class Evaluation:
    """The samples of a run, and what they come to.

    Printed, it is the table by family and level, and the causes of format errors.
    """

    def __init__(
        self,
        file: SampleFile,
        settings: Mapping[str, Any],
        keys: Sequence[SampleKey],
        k: int,
        shortages: Sequence[str] = (),
    ) -> None:
        self._file = file
        self._keys = keys
        self.settings = settings
        """What outputs depend on: the model, how it was asked and how it is read."""
        self.k = k
        """How many samples a problem was to have."""
        self.shortages = shortages
        """Which levels have fewer problems than were asked for, and why."""
        self.failures: Sequence[Failure] = ()
        """Samples without an output or a verdict, which are in no figure."""

    @property
    def _scores(self) -> dict[SampleKey, Score]:
        there = self._file.scores(self.settings)
        return {key: there[key] for key in self._keys if key in there}

    @property
    def planned(self) -> int:
        """How many samples there were to be."""
        return len(self._keys)

    @property
    def scores(self) -> list[Score]:
        """What each sample counts, problem by problem."""
        return list(self._scores.values())

    @property
    def total(self) -> Figures:
        """What all samples come to; there must be one."""
        return measure(self.scores, {}, self._pass_at)

    @property
    def accuracy(self) -> float:
        """The part of all samples that is right."""
        return self.total.accuracy

    def rows(self, by: Sequence[Column] = BY) -> list[Figures]:
        """Measure samples by groups: of `"family"`, `"environment"` and `"level"`."""
        return to_rows(self.scores, by, self._pass_at)

    def table(self, by: Sequence[Column] = BY, *, markdown: bool = False) -> str:
        """Write the figures by groups, as aligned text or as Markdown."""
        if not self._scores:
            return "no samples"
        cells = to_cells(self.rows(by), self.total, by)
        return to_markdown(cells, len(by)) if markdown else to_text(cells, len(by))

    def samples(self) -> Iterator[Sample]:
        """Read the samples, with prompts and outputs, one at a time."""
        return self._file.samples(self.settings, self._scores)

    def faults(self) -> str:
        """Tell why outputs earned -1, each cause with examples."""
        parts = []
        for fault, meaning in _MEANINGS.items():
            keys = [key for key, score in self._scores.items() if score.fault == fault]
            if not keys:
                continue
            parts.append(f"{fault} ({meaning}): {len(keys)} of {len(self._scores)} samples")
            # Of different problems, as far as there are.
            shown = sorted(keys, key=lambda key: key.sample)[:_EXAMPLES]
            for sample in self._file.samples(self.settings, shown):
                parts += _example(sample)
        return "\n".join(parts)

    def report(self, by: Sequence[Sequence[Column]] = (BY,), *, markdown: bool = False) -> str:
        """Write tables, the causes of faults, and what is missing."""
        tables = [self.table(columns, markdown=markdown) for columns in by]
        faults = self.faults()
        fenced = f"```\n{faults}\n```" if markdown and faults else faults
        return "\n\n".join(part for part in [*tables, fenced, self._what_is_missing()] if part)

    def write_page(self, path: str | os.PathLike[str]) -> None:
        """Write a page of the figures and the outputs, which needs no network and no server."""
        write_page(self, path)

    def close(self) -> None:
        """Close the file of samples, which can then be read no more."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __str__(self) -> str:
        return self.report()

    @property
    def _pass_at(self) -> list[int]:
        """The powers of two up to k, and k; for one sample a problem accuracy says it all."""
        sizes = {2**power for power in range(1, self.k.bit_length()) if 2**power < self.k}
        return sorted(sizes | {self.k}) if self.k > 1 else []

    def _what_is_missing(self) -> str:
        lines = list(self.shortages)
        for why, count in Counter(failure.why for failure in self.failures).most_common():
            failed = "1 sample failed, and is" if count == 1 else f"{count} samples failed, and are"
            lines.append(f"{failed} in no figure: {why}")
        missing = self.planned - len(self._scores) - len(self.failures)
        if missing > 0:
            lines.append(f"{missing} of {self.planned} samples are not there yet")
        return "\n".join(lines)


def load_evaluations(path: str | os.PathLike[str]) -> list[Evaluation]:
    """Read a file of samples: an evaluation for each of the settings in it.

    Raises:
        InvalidRequestError: The file holds something else.
    """
    file = SampleFile(path, may_write=False)
    evaluations = []
    for settings in file.settings:
        keys = sorted(
            file.scores(settings).values(),
            key=lambda score: (score.environment, score.difficulty, score.key),
        )
        k = max(score.key.sample for score in keys) + 1
        evaluations.append(Evaluation(file, settings, [score.key for score in keys], k))
    return evaluations


def _example(sample: Sample) -> list[str]:
    end = " ".join(sample.output[-4 * _EXCERPT :].split())
    excerpt = end if len(end) <= _EXCERPT else f"…{end[-_EXCERPT:]}"
    reason = f": {sample.reason}" if sample.reason and sample.answer is not None else ""
    shown = (
        f"answer {_shorten(sample.answer)!r}" if sample.answer is not None else f"ends {excerpt!r}"
    )
    return [f"  {sample.problem_id}, sample {sample.sample}{reason}", f"    {shown}"]


def _shorten(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
