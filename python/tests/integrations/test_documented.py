"""What docs/trainers.md shows of TRL and verifiers runs; trainers/ runs the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documented import examples_of, run
from test_readme import TRAINER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("section", ["TRL", "verifiers"])
def test_example(section: str, base_url: str, tmp_path: Path) -> None:
    if section == "verifiers":
        pytest.importorskip("verifiers")
    [example] = examples_of(section)
    trainer = f"BASE_URL = {base_url!r}{TRAINER}" if section == "TRL" else ""
    run(trainer + example, base_url, tmp_path)
