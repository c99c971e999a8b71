"""`python -m RLVE_Gym evaluate`: interrupted, killed, resumed, and with endpoints that are none."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from fakes import free_port, tcp_server
from RLVE_Gym.evaluation.command import main
from stand_in import ENVIRONMENTS, LEVELS, MODEL, N

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import StartStandIn

pytestmark = pytest.mark.usefixtures("evaluating")

K = 3
TOTAL = len(ENVIRONMENTS) * len(LEVELS) * N * K


def command(url: str, path: Path, *more: str) -> list[str]:
    what = f"--environments={','.join(ENVIRONMENTS)}", f"--levels={LEVELS[0]},{LEVELS[1]}-4"
    amounts = f"-n={N}", f"-k={K}", "--concurrency=4"
    return ["evaluate", f"openai:{url}", *what, *amounts, f"-o={path}", *more]


def start(arguments: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "RLVE_Gym", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_lines(path: Path, count: int) -> None:
    deadline = time.monotonic() + 60
    while not path.exists() or path.read_bytes().count(b"\n") < count:
        assert time.monotonic() < deadline, "the samples do not come"
        time.sleep(0.01)


@pytest.mark.parametrize("tail", [b"", b'{"problem_id":"Sorting@2/2/', b'{"problem_id":"S\n{"pr'])
def test_what_a_killed_run_wrote_is_not_asked_for_again(
    tail: bytes, start_stand_in: StartStandIn, tmp_path: Path
) -> None:
    endpoint = start_stand_in(error_rate=0.3, delay_s=0.03)
    path = tmp_path / "samples.jsonl"
    run = start(command(endpoint.url, path))
    wait_for_lines(path, 10)
    run.kill()
    run.communicate()
    whole = path.read_bytes().count(b"\n")
    assert whole < TOTAL
    asked = len(endpoint.asked)

    with path.open("ab") as file:
        file.write(tail)
    resumed = start(command(endpoint.url, path))
    table, said = resumed.communicate(timeout=60)
    if tail.count(b"\n") > 0:
        assert resumed.returncode == 1
        assert f"samples.jsonl, line {whole + 1}: no sample of an evaluation" in said
        assert path.read_bytes().endswith(tail)
        return
    assert (resumed.returncode, said) == (0, "")
    assert len(endpoint.asked) - asked == TOTAL - whole
    samples = [json.loads(line) for line in path.read_text().splitlines()]
    assert len({(sample["problem_id"], sample["sample"]) for sample in samples}) == TOTAL
    right = sum(sample["accuracy"] for sample in samples)
    assert table.splitlines()[5].split()[:4] == ["all", "24", str(TOTAL), f"{right / TOTAL:.3f}"]


def test_an_interrupt_tells_what_there_is(start_stand_in: StartStandIn, tmp_path: Path) -> None:
    endpoint = start_stand_in(delay_s=0.05)
    path, page = tmp_path / "samples.jsonl", tmp_path / "page.html"
    run = start(command(endpoint.url, path, f"--page={page}"))
    wait_for_lines(path, 8)
    # A reply that will not come for long does not hold it up.
    endpoint.delay_s = 30
    begun = time.monotonic()
    run.send_signal(signal.SIGINT)
    table, said = run.communicate(timeout=60)
    assert time.monotonic() - begun < 20
    assert run.returncode == 130
    assert said == "RLVE_Gym evaluate: interrupted\nThe same command goes on from here.\n"
    there = path.read_bytes().count(b"\n")
    assert path.read_bytes().endswith(b"\n")
    assert f"{TOTAL - there} of {TOTAL} samples are not there yet" in table
    assert f"{there} " in next(line for line in table.splitlines() if line.startswith("all"))
    assert "Sorting@" in page.read_text()


def test_its_own_server_is_started_and_ended(
    start_stand_in: StartStandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RLVEGYM_BASE_URL")
    endpoint = start_stand_in()
    assert main(command(endpoint.url, tmp_path / "samples.jsonl")[1:]) == 0
    assert len(endpoint.asked) == TOTAL


def test_a_function_by_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "my_own_model.py").write_text("def answer(messages):\n    return 'No.'\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    arguments = ["python:my_own_model:answer", "--environments=Sorting", "-n=3", "-o=samples.jsonl"]
    assert main([*arguments, "--levels=1", "--by=environment", "--markdown"]) == 0
    written = capsys.readouterr().out
    assert "| Sorting | 3 | 3 | 0.000 | 0.000-0.561 |" in written

    assert main(["--report=samples.jsonl", "--page=page.html", "--by=level,family"]) == 0
    assert "sorting  1             3        3     0.000" in capsys.readouterr().out
    assert (tmp_path / "page.html").exists()


@pytest.mark.parametrize("name", ["no_such_module:f", "json:no_such_function", "json", ":"])
def test_functions_that_are_none(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"python:{name}"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"RLVE_Gym evaluate: python:{name} is no function that can be called (")


def error_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    begun = time.monotonic()
    assert main([*arguments, "--environments=Sorting", "--levels=2", "-n=30"]) == 1
    assert time.monotonic() - begun < 30
    out, said = capsys.readouterr()
    assert out == ""
    [line] = said.splitlines()
    return line.removeprefix("RLVE_Gym evaluate: ")


def test_endpoints_that_are_none(
    capsys: pytest.CaptureFixture[str], start_stand_in: StartStandIn, base_url: str
) -> None:
    nobody = f"http://127.0.0.1:{free_port()}/v1"
    for named in ([], ["--model=m"]):
        assert error_of(capsys, nobody, *named).startswith(f"{nobody} cannot be reached (")
    assert "status 404" in error_of(capsys, f"{base_url}/v1", "--model=m")
    assert "gives no list of models" in error_of(capsys, f"{base_url}/health?")
    with tcp_server(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") as url:
        assert "is not OpenAI-compatible: its reply is" in error_of(capsys, url, "--model=m")
    keyed = start_stand_in(key="secret")
    line = error_of(capsys, keyed.url)
    assert "status 401: Wrong key. The key is taken from OPENAI_API_KEY" in line
    several = start_stand_in(models=["a", "b"])
    assert "It has a, b: say which" in error_of(capsys, several.url)
    down = start_stand_in(failures=["503"])
    line = error_of(capsys, down.url, "--retries=2")
    assert line.startswith(f"{down.url} replies with status 503: Not now")
    silent = start_stand_in(failures=["silence"])
    line = error_of(capsys, silent.url, "--retries=0", "--timeout=0.2")
    assert line.startswith(f"{silent.url} gave no output within 0.2 s")


def test_a_key_is_sent(start_stand_in: StartStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    endpoint = start_stand_in(key="secret")
    arguments = ["--environments=Sorting", "--levels=2", "-n=1", "--option=top_p=0.9"]
    assert main([endpoint.url, *arguments, "--option=user=me", "--max-tokens=9"]) == 0
    [asked] = endpoint.asked
    del asked["messages"]
    assert asked == {"model": MODEL, "max_tokens": 9, "top_p": 0.9, "user": "me"}


@pytest.mark.parametrize(
    "arguments",
    [[], ["http://x/v1", "--levels=2-"], ["http://x/v1", "-n=0"], ["http://x/v1", "--by=size"]],
)
def test_misuse(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "python -m RLVE_Gym evaluate" in capsys.readouterr().err


def test_a_run_that_fails_for_some_ends_with_1(
    start_stand_in: StartStandIn, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    endpoint = start_stand_in(failures=["", "400", ""])
    path = tmp_path / "samples.jsonl"
    assert main(command(endpoint.url, path)[1:]) == 1
    assert f"{TOTAL // 3} samples failed, and are in no figure:" in capsys.readouterr().out
    endpoint.failures = [""]
    assert main(command(endpoint.url, path)[1:]) == 0
    assert path.read_bytes().count(b"\n") == TOTAL
