"""A line on standard error that says how far a run is, where that is a terminal."""

from __future__ import annotations

import sys
from time import monotonic

_EVERY_S = 0.5


class Progress:
    """Counts what is done, and shows it.

    Args:
        total: How many samples there are to be.
        done: How many there were at the beginning.
        right: How many of these are right.
    """

    def __init__(self, total: int, done: int, right: int) -> None:
        self._total = total
        self._done = self._at_first = done
        self._right = right
        self._begun = monotonic()
        self._shown = 0.0
        self._width = 0
        self._retries = 0
        self._failed = 0

    def count(self, *, is_right: bool) -> None:
        """Count a sample."""
        self._done += 1
        self._right += is_right
        self.show()

    def count_retry(self) -> None:
        """Count a further attempt."""
        self._retries += 1
        self.show()

    def count_failure(self) -> None:
        """Count a sample that could not be had."""
        self._failed += 1
        self.show()

    def show(self, *, is_last: bool = False) -> None:
        """Show the line, at most twice a second; `is_last`: and leave it."""
        now = monotonic()
        if not sys.stderr.isatty() or (not is_last and now - self._shown < _EVERY_S):
            return
        self._shown = now
        line = self._line(now)
        sys.stderr.write(f"\r{line.ljust(self._width)}{chr(10) if is_last else ''}")
        sys.stderr.flush()
        self._width = len(line)

    def _line(self, now: float) -> str:
        fresh = self._done - self._at_first
        rate = fresh / max(now - self._begun, 1e-9)
        accuracy = f"{self._right / self._done:.3f}" if self._done else "-"
        parts = [
            f"{self._done} of {self._total} samples",
            f"accuracy {accuracy}",
            f"{rate:.1f} a second",
            *([f"{self._retries} retries"] if self._retries else []),
            *([f"{self._failed} failed"] if self._failed else []),
            *([_to_go((self._total - self._done) / rate)] if fresh else []),
        ]
        return ", ".join(parts)


def _to_go(seconds: float) -> str:
    minutes = seconds / 60
    return f"{seconds:.0f} s to go" if minutes < 2 else f"{minutes:.0f} min to go"
