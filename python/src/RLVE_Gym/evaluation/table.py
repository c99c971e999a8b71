"""Figures as a table: text for a terminal, or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .figures import Column, Figures


def to_cells(rows: Sequence[Figures], total: Figures, by: Sequence[Column]) -> list[list[str]]:
    """Write a table's cells: a row of headings, a row a group, and what all come to."""
    sizes = list(total.pass_at)
    has_tokens = total.tokens is not None
    headings = [
        *by,
        "problems",
        "samples",
        "accuracy",
        "95 % interval",
        *(f"pass@{size}" for size in sizes),
        "mean reward",
        "format errors",
        *(["tokens"] if has_tokens else []),
    ]
    lines = [headings]
    for row in [*rows, total]:
        group = [str(row.group[column]) for column in by] if row.group else _label(len(by))
        lines.append(
            [
                *group,
                str(row.problems),
                str(row.samples),
                f"{row.accuracy:.3f}",
                f"{row.interval.low:.3f}-{row.interval.high:.3f}",
                *(_figure(row.pass_at[size]) for size in sizes),
                f"{row.reward:.3f}",
                f"{row.format_errors / row.samples:.3f}",
                *([f"{row.tokens:.0f}" if row.tokens is not None else "-"] if has_tokens else []),
            ]
        )
    return lines


def to_text(cells: Sequence[Sequence[str]], names: int) -> str:
    """Align cells; the first columns, which are names, to the left."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(
            cell.ljust(width) if index < names else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]
    return "\n".join(lines)


def to_markdown(cells: Sequence[Sequence[str]], names: int) -> str:
    """Write cells as a table of Markdown."""
    headings, *rows = cells
    rules = ["---" if index < names else "---:" for index in range(len(headings))]
    return "\n".join(f"| {' | '.join(line)} |" for line in [headings, rules, *rows])


def _label(columns: int) -> list[str]:
    return ["all", *[""] * (columns - 1)] if columns else []


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
