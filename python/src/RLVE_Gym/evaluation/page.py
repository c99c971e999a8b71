"""The figures and the outputs of an evaluation as one page, which asks nobody for anything."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from .sample import FORMAT_FAULTS
from .table import to_cells

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from .evaluation import Evaluation
    from .figures import Column
    from .sample import Sample

_MOST_CHARACTERS = 24_000_000
"""How much text of outputs a page may have: a browser opens it in a second or two."""


def write_page(evaluation: Evaluation, path: str | os.PathLike[str]) -> None:
    """Write the page; one that was there is replaced once the new one is whole."""
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.half")
    with half.open("w", encoding="utf-8") as file:
        _write(evaluation, file)
    half.replace(target)


def _write(evaluation: Evaluation, file: IO[str]) -> None:
    style, script = (_read(name) for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    title = f"Evaluation of {evaluation.settings.get('model', 'a model')}"
    file.write(
        f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{_text(title)}</title>
<style>{style}</style>
<h1>{_text(title)}</h1>
{_folded("Settings", _pretty(evaluation.settings))}"""
    )
    if evaluation.scores:
        _write_figures(evaluation, file)
        _write_form(evaluation, file)
        _write_samples(evaluation, file)
    file.write(f"<script>{script}</script>\n" if evaluation.scores else "<p>No samples.</p>\n")


def _write_figures(evaluation: Evaluation, file: IO[str]) -> None:
    for by in (("family", "level"), ("environment", "level")):
        file.write(f"<details{' open' if by[0] == 'family' else ''}>")
        file.write(f"<summary>By {by[0]} and level</summary>{_table(evaluation, by)}</details>\n")
    faults = evaluation.faults()
    if faults:
        file.write(_folded("Outputs that earned -1", faults))


def _table(evaluation: Evaluation, by: Sequence[Column]) -> str:
    headings, *lines = to_cells(evaluation.rows(by), evaluation.total, by)
    rows = [_row("th", headings, len(by)), *(_row("td", line, len(by)) for line in lines)]
    return f"<table>{''.join(rows)}</table>"


def _row(tag: str, cells: Sequence[str], names: int) -> str:
    written = (
        f"<{tag}{' class=name' if index < names else ''}>{_text(cell)}</{tag}>"
        for index, cell in enumerate(cells)
    )
    return f"<tr>{''.join(written)}</tr>"


def _write_form(evaluation: Evaluation, file: IO[str]) -> None:
    environments = sorted({score.environment for score in evaluation.scores})
    levels = sorted({score.difficulty for score in evaluation.scores})
    outcomes = ["right", "wrong", *FORMAT_FAULTS, "invalid"]
    file.write(
        f"""<h2>Outputs</h2>
<form hidden>
<label>Environment {_select("environment", environments)}</label>
<label>Level {_select("level", map(str, levels))}</label>
<label>Outcome {_select("outcome", outcomes)}</label>
<label>Problem id <input name="text" type="search"></label>
<button type="button">Back</button> <button type="button">Next</button> <output></output>
</form>
"""
    )


def _select(name: str, values: Iterable[str]) -> str:
    options = "".join(f"<option>{_text(value)}</option>" for value in values)
    return f'<select name="{name}"><option value="">all</option>{options}</select>'


def _write_samples(evaluation: Evaluation, file: IO[str]) -> None:
    lengths = [length for score in evaluation.scores for length in score.lengths]
    longest = _longest_that_fits(lengths, _MOST_CHARACTERS)
    for _, group in groupby(evaluation.samples(), key=lambda sample: sample.problem_id):
        samples = list(group)
        file.write(_problem(samples, longest))


def _longest_that_fits(lengths: Sequence[int], room: int) -> int:
    """How long a text may be, so that all together have room: the short ones leave theirs over."""
    for index, length in enumerate(sorted(lengths)):
        share = room // (len(lengths) - index)
        if length > share:
            return share
        room -= length
    return max(lengths)


def _problem(samples: Sequence[Sample], longest: int) -> str:
    [first, *_] = samples
    right = sum(sample.accuracy for sample in samples)
    extent = "all-right" if right == len(samples) else "some-right" if right else "none-right"
    outcomes = {_outcome(sample) for sample in samples} | {sample.fault or "" for sample in samples}
    articles = "".join(_article(sample, longest) for sample in samples)
    return f"""<details class="problem {extent}" data-id="{_text(first.problem_id)}" \
data-environment="{_text(first.environment)}" data-level="{first.difficulty}" \
data-outcomes="{",".join(sorted(outcomes))}">
<summary>{_text(first.problem_id)} <span>{right} of {len(samples)} right</span></summary>
<pre>{_text(first.prompt)}</pre>
{articles}</details>
"""


def _article(sample: Sample, longest: int) -> str:
    fault = f", {sample.fault}" if sample.fault else ""
    reason = f"<p>{_text(sample.reason)}</p>" if sample.reason else ""
    thoughts = _folded("Reasoning", _cut(sample.reasoning, longest)) if sample.reasoning else ""
    answer = (
        f"<p>Answer:</p><pre>{_text(_cut(sample.answer, longest))}</pre>"
        if sample.answer is not None
        else ""
    )
    return f"""<article class="{_outcome(sample)}" data-fault="{sample.fault or ""}">
<h3>Sample {sample.sample}: {_outcome(sample)}{fault}, reward {sample.reward:g}</h3>
{reason}{thoughts}<pre>{_text(_cut(sample.output, longest))}</pre>{answer}
</article>
"""


def _folded(summary: str, text: str) -> str:
    return f"<details><summary>{summary}</summary><pre>{_text(text)}</pre></details>\n"


def _outcome(sample: Sample) -> str:
    return "right" if sample.accuracy == 1 else "wrong"


def _cut(text: str, longest: int) -> str:
    """Leave out the middle of a long text: the file of samples has it."""
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half]}\n… {len(text) - 2 * half} characters left out …\n{text[-half:]}"


def _text(text: str) -> str:
    return escape(text).replace("\0", "\N{SYMBOL FOR NULL}")


def _pretty(settings: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(settings)).decode()


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How a content security policy names an inline text: nothing else in the page is run."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
