"""Rows of every format: which problem a row names, wherever its trainer keeps that.

The server's `rlve-gym verify` looks in the same places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_PLACES = (
    ("info", "problem_id"),
    ("extra_info", "problem_id"),
    ("metadata", "problem_id"),
    ("reward_model", "ground_truth"),
    ("reward_spec", "ground_truth"),
    ("ground_truth",),
    ("label",),
)
"""Where trainers' rows, or what reward functions are given of them, keep a problem's id."""

_PROBLEM_ID = re.compile(r"[A-Za-z0-9_]+@\d+/\d+/\d+")


def name_problem(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what names the problem of a row, as fields of a `Submission`.

    Args:
        row: What `rlve-gym export` or `rlve-gym sample` wrote, or what a trainer kept of it; a
            stored problem's `config` may be JSON text, as in Parquet.

    Raises:
        ValueError: The row names none.
    """
    environment = row.get("environment")
    problem_id = row.get("problem_id") or (None if environment else find_problem_id(row))
    if problem_id:
        return {"problem_id": problem_id}
    if environment and (config := row.get("config")):
        return {
            "environment": environment,
            "config": json.loads(config) if isinstance(config, str) else config,
        }
    if environment and row.get("difficulty") is not None and row.get("seed") is not None:
        return {
            "environment": environment,
            "difficulty": int(row["difficulty"]),
            "seed": int(row["seed"]),
        }
    raise ValueError(
        "The row names no problem: it has no problem_id, in none of the places where the formats "
        f"of `rlve-gym export` keep it. Its keys are {', '.join(map(str, row)) or 'none'}"
    )


def find_problem_id(row: Mapping[str, Any]) -> str | None:
    """Return the problem id of a row of whatever format, or `None`."""
    for path in (("problem_id",), *_PLACES):
        value: Any = row
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, str) and _PROBLEM_ID.fullmatch(value):
            return value
    return None
