"""Without its library, an adapter says what to install, in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("use", "module", "extra"),
    [
        ("reasoning_gym import register\n    register()", "reasoning_gym", "reasoning-gym"),
        ("gymnasium import RlveGymTextEnv", "gymnasium", "gymnasium"),
        ("skyrl import RlveGymTextEnv", "skyrl_gym", "skyrl"),
        ("inspect_ai import rlve_gym", "inspect_ai", "inspect"),
    ],
)
def test_without_a_library(use: str, module: str, extra: str) -> None:
    script = f"""
import sys
sys.modules["{module}"] = None
try:
    from RLVE_Gym.integrations.{use}
except ModuleNotFoundError as error:
    print("said:", error)
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert ended.stdout == (
        f"said: This needs {module}, which is not installed: "
        f'pip install "openenv-rlve-gym[{extra}]"\n'
    )
