"""`python -m RLVE_Gym evaluate`: a model's figures on problems it has not been trained on."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InvalidRequestError, RlveGymError
from ..integrations.chat import MODEL_READING
from .arguments import PYTHON, make_parser
from .endpoint import Endpoint
from .evaluate import evaluate
from .evaluation import BY, load_evaluations

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from ..messages import Reading
    from .completion import Generate
    from .evaluation import Evaluation


def main(arguments: Sequence[str]) -> int:
    """Run the command with these arguments, and return its exit code."""
    parser = make_parser()
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
        name=given.model if given.generate.startswith(PYTHON) else None,
        split=None if given.split == "both" else given.split,
        seed=given.seed,
        system_prompt=None if given.no_system_prompt else given.system_prompt,
        reading=_to_reading(given),
        concurrency=given.concurrency,
        retries=given.retries,
        on_begin=begun.append,
    )


def _to_model(given: argparse.Namespace) -> Generate:
    if given.generate.startswith(PYTHON):
        return _import(given.generate.removeprefix(PYTHON))
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
    try:
        generate: Generate = getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        message = f"{PYTHON}{name} is no function that can be called ({error})"
        raise InvalidRequestError(message, "INVALID_REQUEST") from error
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
