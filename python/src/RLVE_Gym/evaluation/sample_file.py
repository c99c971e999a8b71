"""The file of samples: JSON lines, of which each is written as soon as it is known."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from ..errors import InvalidRequestError
from .sample import Sample, SampleKey, Score, to_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from typing_extensions import Self

_BEGINNING = b'{"problem_id":'

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Sample)


class SampleFile:
    """Samples in a file, and in memory where each stands and what it counts.

    A line that was half written when a process ended is cut off.

    Args:
        path: The file, which is made if need be; without it one that nobody else sees.
        may_write: Whether the file is to be written: only then it is made and mended.

    Raises:
        InvalidRequestError: The file holds something else, or cannot be opened.
    """

    def __init__(self, path: str | os.PathLike[str] | None, *, may_write: bool = True) -> None:
        self.path = None if path is None else Path(path)
        self._may_write = may_write
        self._file = _open(self.path, may_write)
        self._places: dict[tuple[bytes, SampleKey], int] = {}
        self._scores: dict[tuple[bytes, SampleKey], Score] = {}
        self.settings: list[dict[str, Any]] = []
        """All settings of which there are samples, in the file's order."""
        try:
            self._read()
        except BaseException:
            self._file.close()
            raise

    def append(self, sample: Sample) -> None:
        """Write a sample. It is there, whatever happens next."""
        place = self._file.seek(0, os.SEEK_END)
        self._file.write(_encoder.encode(sample) + b"\n")
        self._file.flush()
        self._note(sample, place)

    def scores(self, settings: Mapping[str, Any]) -> dict[SampleKey, Score]:
        """What the samples of these settings count."""
        own = _identity(settings)
        return {key: score for (whose, key), score in self._scores.items() if whose == own}

    def samples(self, settings: Mapping[str, Any], keys: Iterable[SampleKey]) -> Iterator[Sample]:
        """Read samples of these settings anew, one at a time."""
        own = _identity(settings)
        for key in keys:
            self._file.seek(self._places[own, key])
            yield _decoder.decode(self._file.readline())

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self) -> None:
        place = 0
        for number, line in enumerate(self._file, 1):
            if not line.endswith(b"\n") and _is_half(line):
                if self._may_write:
                    self._file.truncate(place)
                return
            try:
                self._note(_decoder.decode(line), place)
            except msgspec.DecodeError as error:
                raise InvalidRequestError(
                    f"{self.path}, line {number}: no sample of an evaluation ({error}). Write to "
                    "a file of its own",
                    "INVALID_REQUEST",
                ) from error
            place += len(line)
            if not line.endswith(b"\n") and self._may_write:
                self._file.seek(0, os.SEEK_END)
                self._file.write(b"\n")

    def _note(self, sample: Sample, place: int) -> None:
        whose = _identity(sample.settings)
        if not any(_identity(known) == whose for known in self.settings):
            self.settings.append(sample.settings)
        # Two processes may have written to one file: the first of equals counts.
        if (whose, sample.key) not in self._scores:
            self._scores[whose, sample.key] = to_score(sample)
            self._places[whose, sample.key] = place


def _is_half(line: bytes) -> bool:
    """Whether a line is the beginning of a sample, and not something else that ends a file."""
    if not line.startswith(_BEGINNING[: len(line)]):
        return False
    try:
        msgspec.json.decode(line)
    except msgspec.DecodeError:
        return True
    return False


def _identity(settings: Mapping[str, Any]) -> bytes:
    """Equal settings, as text; JSON forgets the order of keys and what is a tuple."""
    return msgspec.json.encode(settings, order="sorted")


def _open(path: Path | None, may_write: bool) -> IO[bytes]:
    if path is None:
        return tempfile.TemporaryFile()
    try:
        if not may_write:
            return path.open("rb")
        path.parent.mkdir(parents=True, exist_ok=True)
        # Made if it is missing, and never emptied.
        path.touch()
        return path.open("r+b")
    except OSError as error:
        raise InvalidRequestError(f"{path}: {error.strerror}", "INVALID_REQUEST") from error
