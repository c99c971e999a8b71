"""`python -m RLVE_Gym evaluate`: a model's figures on problems it has not been trained on."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ..errors import RlveGymError
from ..integrations.chat import MODEL_READING, SYSTEM_PROMPT
from .endpoint import SCHEME, Endpoint
from .evaluate import evaluate
from .evaluation import BY, load_evaluations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..messages import Reading
    from .completion import Generate
    from .evaluation import Evaluation
    from .figures import Column

_PYTHON = "python:"

_COLUMNS: tuple[Column, ...] = ("family", "environment", "level")

_EXAMPLE = """\
example:
  python -m RLVE_Gym evaluate openai:http://localhost:8000/v1 --environments family:sorting,Maze \\
    --levels 0-2,5 -n 20 -k 4 --temperature 0.6 --max-tokens 8192 -o samples.jsonl --page page.html

The same command goes on where one was broken off. The endpoint's key is taken from OPENAI_API_KEY,
that of RLVE-Gym's server from RLVEGYM_API_KEY.
"""


def main(arguments: Sequence[str]) -> int:
    """Run the command with these arguments, and return its exit code."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if (given.generate is None) == (given.report is None):
        parser.error("name a model to evaluate, or a file of samples with --report")
    begun: list[Evaluation] = []
    try:
        if given.report is not None:
            begun += load_evaluations(given.report)
        else:
            _evaluate(given, begun)
    except (RlveGymError, KeyboardInterrupt) as error:
        # Where nothing came of it, the error says it all.
        begun = [evaluation for evaluation in begun if evaluation.scores]
        _tell(begun, given)
        is_interrupt = isinstance(error, KeyboardInterrupt)
        sys.stderr.write(f"RLVE_Gym evaluate: {'interrupted' if is_interrupt else error}\n")
        if begun and given.output is not None:
            sys.stderr.write("The same command goes on from here.\n")
        return 130 if is_interrupt else 1
    _tell(begun, given)
    return 1 if any(evaluation.failures for evaluation in begun) else 0


def _evaluate(given: argparse.Namespace, begun: list[Evaluation]) -> None:
    evaluate(
        _to_model(given),
        given.environments,
        given.levels,
        given.n,
        given.k,
        output=given.output,
        base_url=given.server,
        name=given.model if given.generate.startswith(_PYTHON) else None,
        split=None if given.split == "both" else given.split,
        seed=given.seed,
        system_prompt=None if given.no_system_prompt else given.system_prompt,
        reading=_to_reading(given),
        concurrency=given.concurrency,
        retries=given.retries,
        on_begin=begun.append,
    )


def _to_model(given: argparse.Namespace) -> Generate:
    if given.generate.startswith(_PYTHON):
        return _import(given.generate.removeprefix(_PYTHON))
    return Endpoint(
        given.generate,
        given.model,
        temperature=given.temperature,
        max_tokens=given.max_tokens,
        options=dict(given.option),
        timeout_s=given.timeout,
    )


def _import(name: str) -> Generate:
    module, _, function = name.partition(":")
    # As `python -m` itself: what stands in this folder can be named.
    sys.path.insert(0, str(Path.cwd()))
    generate: Generate = getattr(import_module(module), function)
    return generate


def _to_reading(given: argparse.Namespace) -> Reading:
    return {**MODEL_READING, "lenient": True} if given.lenient else MODEL_READING


def _tell(evaluations: Sequence[Evaluation], given: argparse.Namespace) -> None:
    for evaluation in evaluations:
        if len(evaluations) > 1:
            sys.stdout.write(f"{evaluation.settings.get('model')}:\n")
        sys.stdout.write(f"{evaluation.report(given.by or [BY], markdown=given.markdown)}\n")
    if given.page is not None:
        for index, evaluation in enumerate(evaluations):
            page = Path(given.page)
            evaluation.write_page(page.with_stem(f"{page.stem}-{index}") if index else page)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m RLVE_Gym evaluate",
        description="Have a model answer problems, and measure how well it does.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add(
        "generate",
        nargs="?",
        help=f"{SCHEME}URL of an OpenAI-compatible endpoint, or {_PYTHON}MODULE:FUNCTION, from "
        "messages to the model's text",
    )
    _add_what(parser)
    _add_model(parser)
    report = parser.add_argument_group("what is written")
    report.add_argument(
        "-o", "--output", metavar="FILE", help="JSON lines of the samples, by which a run goes on"
    )
    report.add_argument("--page", metavar="FILE", help="a page of the figures and outputs (HTML)")
    report.add_argument(
        "--by",
        type=_columns,
        action="append",
        help="what the table is by: of family, environment, level, with commas between; may be "
        "given several times (family,level)",
    )
    report.add_argument("--markdown", action="store_true", help="write the table as Markdown")
    report.add_argument("--report", metavar="FILE", help="only tell what a file of samples holds")
    return parser


def _add_what(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("what is asked").add_argument
    add(
        "--environments",
        type=_names,
        default="all",
        help="all, or identifiers, families (family:graphs) and presets (no-guessing), with commas "
        "between (all)",
    )
    add("--levels", type=_levels, default=[0], help="levels, such as 0-2,5 (0)")
    add("-n", type=_positive, default=20, help="problems of each level of each environment (20)")
    add("-k", type=_positive, default=1, help="samples of each problem (1)")
    add("--split", choices=("test", "train", "both"), default="test", help="which problems (test)")
    add("--seed", type=int, default=0, help="where the problems' seeds begin (0)")
    add("--system-prompt", default=SYSTEM_PROMPT, help="what tells about the answer markers")
    add("--no-system-prompt", action="store_true", help="no system prompt")
    add("--lenient", action="store_true", help="read answers without their dress, such as bold")
    add("--server", metavar="URL", help="RLVE-Gym's server (RLVEGYM_BASE_URL; else one is started)")


def _add_model(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("how the model is asked").add_argument
    add("--model", help="its name, where the endpoint has several")
    add("--temperature", type=float, help="the endpoint's own, unless it is given")
    add("--max-tokens", type=_positive, help="the most tokens of an output")
    add(
        "--option",
        type=_option,
        action="append",
        default=[],
        metavar="KEY=JSON",
        help="a further key of each request, such as top_p=0.95",
    )
    add("--concurrency", type=_positive, default=32, help="outputs asked for at a time (32)")
    add("--retries", type=int, default=6, help="further attempts at an output (6)")
    add("--timeout", type=float, default=600.0, help="seconds that an output may take (600)")


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def _levels(text: str) -> list[int]:
    levels: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise argparse.ArgumentTypeError(f"{text!r} should be levels, such as 0-2,5")
        levels += range(int(first), int(last or first) + 1)
    return levels


def _columns(text: str) -> list[Column]:
    names = _names(text)
    if not set(names) <= set(_COLUMNS):
        raise argparse.ArgumentTypeError(f"{text!r} should be of {', '.join(_COLUMNS)}")
    return [column for column in _COLUMNS if column in names]


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} should be an integer from 1")
    return int(text)


def _option(text: str) -> tuple[str, Any]:
    key, _, value = text.partition("=")
    try:
        return key, msgspec.json.decode(value)
    except msgspec.DecodeError:
        # A plain word is meant as a text.
        return key, value
