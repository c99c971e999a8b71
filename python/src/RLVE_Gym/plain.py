"""NumPy's and PyTorch's values as Python's own, which is what crosses the wire."""

from __future__ import annotations

from typing import Any


def to_plain(value: Any) -> Any:
    """Turn what an encoder does not know into integers, floats, texts and lists of them.

    Raises:
        TypeError: It is none of these.
    """
    if hasattr(value, "tolist"):
        return value.tolist()
    raise TypeError(f"{value!r:.100} is a {type(value).__name__}, which cannot be sent")
