"""What an adapter says where its library is missing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def needing(module: str, *, extra: str) -> Iterator[None]:
    """Import from a library that an extra of this package installs.

    Raises:
        ModuleNotFoundError: It is not installed; the message says how to install it.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != module:
            raise
        raise ModuleNotFoundError(
            f'This needs {module}, which is not installed: pip install "openenv-rlve-gym[{extra}]"',
            name=module,
        ) from error
