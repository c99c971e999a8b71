"""`python -m RLVE_Gym` is the server's command line."""

import json
import subprocess
import sys


def run(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "RLVE_Gym", *args], input=stdin, capture_output=True, text=True
    )


def test_rows_of_export_are_verified() -> None:
    exported = run("export", "--format=trl", "--environments=Sorting", "--count=2", "--answers")
    rows = [json.loads(line) for line in exported.stdout.splitlines()]
    assert len(rows) == 2
    lines = [
        json.dumps({**row, "output": f"<answer>{row['reference_answer']}</answer>"}) for row in rows
    ]
    verified = run("verify", stdin="\n".join(lines))
    assert [json.loads(line)["reward"] for line in verified.stdout.splitlines()] == [1, 1]


def test_an_exit_code_is_passed_on() -> None:
    assert run("export", "--format=none").returncode == 2
