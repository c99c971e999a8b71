from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from RLVE_Gym.integrations import shared

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def shared_clients(base_url: str) -> Iterator[None]:
    """Close what stays open as long as a training process."""
    yield
    shared.shared_client(base_url, None).close()
    shared.shared_client.cache_clear()
