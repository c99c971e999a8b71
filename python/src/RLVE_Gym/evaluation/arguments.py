"""The arguments of `python -m RLVE_Gym evaluate`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import msgspec

from ..integrations.chat import SYSTEM_PROMPT
from .endpoint import SCHEME

if TYPE_CHECKING:
    from .figures import Column

PYTHON = "python:"
"""What stands before the name of a function."""

_COLUMNS: tuple[Column, ...] = ("family", "environment", "level")

_EXAMPLE = """\
example:
  python -m RLVE_Gym evaluate openai:http://localhost:8000/v1 --environments family:sorting,Maze \\
    --levels 0-2,5 -n 20 -k 4 --temperature 0.6 --max-tokens 8192 -o samples.jsonl --page page.html

The same command goes on where one was broken off. The endpoint's key is taken from OPENAI_API_KEY,
that of RLVE-Gym's server from RLVEGYM_API_KEY.
"""


def make_parser() -> argparse.ArgumentParser:
    """Make what reads the arguments, and explains them."""
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
        help=f"{SCHEME}URL of an OpenAI-compatible endpoint, or {PYTHON}MODULE:FUNCTION, from "
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
