"""Importing is quick: what is large is loaded when it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import RLVE_Gym


def modules_after(script: str) -> set[str]:
    script += "\nimport sys; print(*sys.modules)"
    command = [sys.executable, "-c", script]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_importing_loads_nothing_else() -> None:
    loaded = modules_after("import RLVE_Gym")
    assert not loaded & {"openenv", "websockets", "msgspec", "pydantic", "asyncio", "verifiers"}


def test_the_fast_path_never_needs_openenv(base_url: str) -> None:
    script = f"""
import sys
sys.modules["openenv"] = sys.modules["pydantic"] = None
from RLVE_Gym import RlveGymClient, ProblemReference, Submission, RlveGymError, LocalServer
with RlveGymClient("{base_url}") as client:
    print(client.generate(["Sorting@2/0/0"]))
"""
    assert not any(name.startswith("openenv.") for name in modules_after(script))


@pytest.mark.parametrize(
    ("name", "extra"),
    [("RlveGymEnv", "openenv"), ("RlveGymAction", "openenv"), ("load_environment", "verifiers")],
)
def test_without_an_extra_it_says_what_to_install(name: str, extra: str) -> None:
    script = f"""
import sys
sys.modules["{extra}"] = None
try:
    from RLVE_Gym import {name}
except ImportError as error:
    print("said:", error, error.name == "{extra}")
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert f'pip install "openenv-rlve-gym[{extra}]" True' in ended.stdout


def test_every_name_can_be_imported() -> None:
    names = set(RLVE_Gym.__all__)
    assert {getattr(RLVE_Gym, name).__name__ for name in names} == names
    assert set(RLVE_Gym._MODULE_OF) == {*names, "load_environment"}
    assert names == set(dir(RLVE_Gym))


def test_all_names_at_once_need_no_extra_but_openenv() -> None:
    script = """
import sys
sys.modules["verifiers"] = sys.modules["datasets"] = None
from RLVE_Gym import *
RlveGymClient, RlveGymEnv, ProblemError
"""
    assert "RLVE_Gym.env" in modules_after(script)


def test_an_unknown_name() -> None:
    assert not hasattr(RLVE_Gym, "RlveGymEnvironment")
