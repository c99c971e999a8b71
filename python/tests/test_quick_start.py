"""The quick start, word for word, as a script of its own."""

from __future__ import annotations

import re
import subprocess
import sys

QUICK_START = """\
from RLVE_Gym import RlveGymAction, RlveGymEnv
try:
    RLVE_Gymenv = RlveGymEnv.from_docker_image("RLVE_Gym-env:latest")
    result = RLVE_Gymenv.reset()
    print(f"Problem Prompt: {result.observation.problem_input}")
    print(f"Problem Prompt (from the environment's state): {RLVE_Gymenv.state().problem_input}")
    for output in ["Wrong Format", r"<answer>0</answer>", r"<answer>4753</answer>"]:
        result = RLVE_Gymenv.step(RlveGymAction(output = output))
        print(f"Result: `{result}`"); print(result.observation.verifier_result["accuracy"], result.reward)
        print("{}/{}".format(RLVE_Gymenv.state().sum_accuracy, RLVE_Gymenv.state().num_samples))
finally:
    RLVE_Gymenv.close()
"""  # noqa: E501

CONFIGURED = """\
from RLVE_Gym import RlveGymAction, RlveGymEnv
try:
    RLVE_Gymenv = RlveGymEnv.from_docker_image(
        "RLVE_Gym-env:latest",
        env_vars = {
            "RLVEGYM_ENVIRONMENT_IDENTIFIER": "Sorting",
            "RLVEGYM_DIFFICULTY": "2",
            "RLVEGYM_ANSWER_MARKER_START": "[[",
            "RLVEGYM_ANSWER_MARKER_END": "]]",
            "RLVEGYM_INITIAL_SEED": "10",
        },
    )
    print(RLVE_Gymenv.reset().observation.metadata["problem_id"])
    for output in ["<answer>0</answer>", "[[0]]"]:
        print(RLVE_Gymenv.step(RlveGymAction(output = output)).observation.verifier_result)
finally:
    RLVE_Gymenv.close()
"""

AWAITED = """\
import asyncio
from RLVE_Gym import RlveGymAction, RlveGymEnv

async def main():
    RLVE_Gymenv = await RlveGymEnv.from_docker_image("RLVE_Gym-env:latest")
    try:
        result = await RLVE_Gymenv.reset()
        for output in ["Wrong Format", r"<answer>0</answer>"]:
            result = await RLVE_Gymenv.step(RlveGymAction(output = output))
            print(result.observation.verifier_result["accuracy"], result.reward)
        print((await RLVE_Gymenv.state()).num_samples)
    finally:
        await RLVE_Gymenv.close()

asyncio.run(main())
"""

# There is no Docker here: the provider that runs the server as a process takes its place.
WITHOUT_DOCKER = """\
import RLVE_Gym.providers
RLVE_Gym.providers.LocalDockerProvider = RLVE_Gym.providers.LocalServerProvider
"""

WHAT_IS_LEFT = """
import pathlib, threading
print([thread.name for thread in threading.enumerate()])
print([pathlib.Path("/proc/self/task").joinpath(str(threading.get_native_id()), "children").read_text()])
"""  # noqa: E501


def run(script: str) -> list[str]:
    """Run a script, check that it leaves no thread and no process, and return what it prints."""
    command = [sys.executable, "-c", WITHOUT_DOCKER + script + WHAT_IS_LEFT]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    *lines, threads, processes = ended.stdout.splitlines()
    assert threads == "['MainThread']"
    assert processes == "['']"
    return lines


def test_runs_in_a_plain_script() -> None:
    lines = "\n".join(run(QUICK_START))
    prompt, again = re.findall(
        r"^Problem Prompt.*?: ((?:.|\n)*?)(?=\n(?:Problem|Result))", lines, re.M
    )
    assert prompt == again
    first, second = map(int, re.findall(r"\d+", prompt)[:2])
    assert first < 100
    assert second < 100
    assert re.findall(r"^\d -?\d\.\d$", lines, re.M)[:2] == ["0 -1.0", "0 0.0"]
    assert re.findall(r"^\d/(\d)$", lines, re.M) == ["1", "2", "3"]
    assert lines.count("Result: `StepResult(observation=RlveGymObservation(done=True") == 3


def test_takes_the_configuration_of_the_server() -> None:
    problem_id, without_markers, with_markers = run(CONFIGURED)
    assert re.fullmatch(r"Sorting@\d+/2/10", problem_id)
    assert without_markers == "{'reward': -1.0, 'accuracy': 0, 'format_score': 0}"
    assert "'format_score': 1" in with_markers


def test_runs_inside_an_event_loop() -> None:
    assert run(AWAITED) == ["0 -1.0", "0 0.0", "2"]
