"""Writing problems as the rows of a trainer, by the server's command line."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import msgspec

from .errors import InvalidRequestError, RlveGymError
from .find_server import server_command
from .integrations.chat import SYSTEM_PROMPT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .messages import Split

RowFormat = Literal[
    "plain",
    "trl",
    "verifiers",
    "verl",
    "skyrl",
    "nemo-gym",
    "openrlhf",
    "reasoning-gym",
    "rlve",
]

_MISUSE = 2
"""The exit code for what was asked wrongly."""


class ExportedLevel(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one level of one environment."""

    environment: str
    level: int
    asked: int
    """How many rows were to be of it."""
    rows: int
    """How many are: fewer where it has no more distinct problems, or drawing them failed."""
    draws: int
    failed: int
    failure: str | None
    """Why the first draw that failed did."""


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """What an export wrote."""

    rows: int
    draws: int
    """How many problems were drawn for them, duplicates and those of the other split included."""
    files: list[str]
    levels: list[ExportedLevel]

    @property
    def short(self) -> list[ExportedLevel]:
        """The levels that have fewer rows than they were to have."""
        return [level for level in self.levels if level.rows < level.asked]


def export(
    path: str | Path,
    environments: str | Iterable[str] | Mapping[str, float] | None = None,
    levels: int | str | Iterable[int] | None = None,
    *,
    count: int,
    format: RowFormat = "plain",  # noqa: A002 - what everybody calls it
    curriculum: str | Path | None = None,
    split: Split | None = None,
    seed: int = 0,
    shuffle: int | None = None,
    answers: bool = False,
    system_prompt: str | None = SYSTEM_PROMPT,
    file_size: int | str | None = None,
    card: str | Path | None = None,
    force: bool = False,
    api_key: str | None = None,
    timeout_s: float = 60.0,
) -> Exported:
    """Write distinct problems as the rows of a trainer, as JSON lines or Parquet.

    It runs `rlve-gym export` on this machine. A problem is the same wherever it is drawn, so any
    server of the same version verifies the rows.

    Args:
        path: The file, whose name ends in `.jsonl` or `.parquet`.
        environments: `"all"`, names of environments and families (`"family:graphs"`), or an object
            of them with weights.
        levels: A level, levels, or a text such as `"0-4,8"`; without them level 0.
        count: How many rows, in all.
        format: Whose rows.
        curriculum: Instead of environments and levels those that a curriculum draws from now: a
            file with its definition or its state, or its address on a server
            (`http://localhost:8000/curricula/main`).
        split: Only problems of this split.
        seed: The seed at which each level begins.
        shuffle: A seed by which environments and levels are mixed; without it they follow each
            other.
        answers: Whether rows tell the answer.
        system_prompt: What tells a model to mark its answer; `None` for prompts without it.
        file_size: Begin a further file at this size, in bytes or as `"500MB"`.
        card: A dataset card to write, such as `data/README.md`.
        force: Replace a card that is there already.
        api_key: The key of the server that has the curriculum.
        timeout_s: How long drawing one problem may take, with its answer; 0 for any time.

    Raises:
        InvalidRequestError: What was asked for is not there, or not allowed.
        RlveGymError: No row could be drawn, or a file not be written.
        ServerStartError: The command is not on this machine; the message says what to install.

    Example:
        >>> RLVE_Gym.export("train.parquet", {"family:graphs": 1, "Sorting": 2}, range(5),
        ...                 count=10_000, format="verl", split="train", shuffle=1)
    """
    options = {
        "format": format,
        "environments": _to_names(environments),
        "levels": _to_levels(levels),
        "curriculum": curriculum,
        "count": count,
        "split": split,
        "seed": seed,
        "shuffle": shuffle,
        "system-prompt": system_prompt,
        "output": path,
        "file-size": file_size,
        "card": card,
        "timeout": _to_decimal(timeout_s),
    }
    switches = {
        "json": True,
        "answers": answers,
        "force": force,
        "no-system-prompt": system_prompt is None,
    }
    flags = [f"--{name}={value}" for name, value in options.items() if value is not None]
    flags += [f"--{name}" for name, is_on in switches.items() if is_on]
    key = {} if api_key is None else {"RLVEGYM_API_KEY": api_key}
    return msgspec.json.decode(_run(flags, {**os.environ, **key}), type=Exported)


def _run(flags: list[str], env: Mapping[str, str]) -> bytes:
    process = subprocess.Popen(
        [*server_command(), "export", *flags],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    )
    with process:
        try:
            output, errors = process.communicate()
        except BaseException:
            # An interrupt: it removes what it has begun.
            process.terminate()
            raise
    if process.returncode == 0:
        return output
    message = errors.decode(errors="replace").strip().splitlines()[-1:]
    reason = "".join(message).removeprefix("rlve-gym: ") or f"exit code {process.returncode}"
    if process.returncode == _MISUSE:
        raise InvalidRequestError(reason, "INVALID_EXPORT")
    raise RlveGymError(reason, "EXPORT_FAILED")


def _to_names(environments: str | Iterable[str] | Mapping[str, float] | None) -> str | None:
    if environments is None or isinstance(environments, str):
        return environments
    if isinstance(environments, Mapping):
        return ",".join(f"{name}={_to_decimal(weight)}" for name, weight in environments.items())
    return ",".join(environments)


def _to_levels(levels: int | str | Iterable[int] | None) -> str | None:
    if levels is None or isinstance(levels, (int, str)):
        return None if levels is None else str(levels)
    return ",".join(map(str, levels))


def _to_decimal(number: float) -> str:
    """Return a number without an exponent, which the command line does not read."""
    return f"{Decimal(str(number)):f}"
