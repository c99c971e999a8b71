"""Servers on the nodes of a real Ray cluster, and what becomes of them when something ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import ray

from processes import answers, expect_soon, family_of, is_running, pid_behind
from RLVE_Gym import (
    ProblemReference,
    RlveGymClient,
    ServerStartError,
    ServerUnreachableError,
    Submission,
)
from RLVE_Gym.ray import addresses, cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Nodes

pytestmark = pytest.mark.usefixtures("_driver")

COUNT = 60_000


def submissions(client: RlveGymClient) -> Iterator[Submission]:
    """Yield problems with three outputs each, of which one is right: number n's is at n % 3."""
    references = [
        ProblemReference(environment="Multiplication", difficulty=level, seed=seed)
        for level in range(4)
        for seed in range(16)
    ]
    problems = client.generate(references, include=["reference_answer"])
    for number in range(COUNT):
        problem = problems[number % len(problems)]
        outputs = ["nothing", "<answer>-1</answer>"]
        outputs.insert(number % 3, f"<answer>{problem.reference_answer}</answer>")
        yield Submission(problem_id=problem.problem_id, outputs=outputs)


def test_a_node_that_ends_in_mid_run_loses_nothing(nodes: Nodes) -> None:
    victim = nodes.add()
    with cluster(env_vars={"RLVEGYM_EXPOSE_ANSWERS": "true"}) as urls:
        assert len(set(urls)) == 4
        assert {url.rpartition(":")[0] for url in urls} == {
            f"http://{node['NodeManagerAddress']}" for node in ray.nodes() if node["Alive"]
        }
        [lost] = [url for url in urls if f"//{victim.node_ip_address}:" in url]
        server = pid_behind(lost)
        left_behind = family_of(server)
        with RlveGymClient(urls) as client:
            results = client.verify_many(submissions(client), window=16)
            for number, result in enumerate(results):
                assert result.accuracy == [int(place == number % 3) for place in range(3)]
                if number == COUNT // 4:
                    nodes.remove(victim)
                    # A machine that is gone does not let its servers finish.
                    with suppress(ProcessLookupError):
                        os.kill(server, signal.SIGKILL)
            assert number == COUNT - 1
            servers = {server.url: server for server in client.servers}
        ended = servers.pop(f"{lost.replace('http', 'ws')}/ws")
        assert (ended.is_up, ended.outages) == (False, 1)
        assert all(server.is_up and server.outages == 0 for server in servers.values())
        expect_soon(lambda: set(addresses()) == {*urls} - {lost})
        expect_soon(lambda: not any(map(is_running, left_behind)))

        joined = nodes.add()
        expect_soon(lambda: len(addresses()) == 4)
        [new] = {*addresses()} - {*urls}
        assert f"//{joined.node_ip_address}:" in new
        assert answers(new)
    assert not any(map(answers, [*urls, new]))
    nodes.remove(joined)


def test_a_server_that_ends_or_hangs_is_started_anew_at_its_address() -> None:
    with cluster() as urls:
        [killed, hanging, *_] = urls
        before = {url: pid_behind(url) for url in urls}
        os.kill(before[killed], signal.SIGKILL)
        os.kill(before[hanging], signal.SIGSTOP)
        for url in (killed, hanging):
            expect_soon(lambda url=url: url not in addresses())
            expect_soon(lambda url=url: url in addresses())
            assert answers(url)
            assert not is_running(before[url])
        after = {url: pid_behind(url) for url in urls}
        assert {url for url in urls if before[url] != after[url]} == {killed, hanging}


def test_the_actor_that_watches_is_started_anew_too() -> None:
    with cluster() as urls:
        registry = ray.get_actor("rlve-gym")
        pids = [pid_behind(url) for url in urls]
        os.kill(ray.get(registry.__ray_call__.remote(lambda _: os.getpid())), signal.SIGKILL)
        expect_soon(lambda: not any(map(is_running, pids)))

        def are_back() -> bool:
            try:
                return len(addresses()) == len(urls) and all(map(answers, addresses()))
            except ray.exceptions.RayActorError:
                return False

        expect_soon(are_back)


def test_processes_of_the_job_find_them_by_name() -> None:
    @ray.remote(num_cpus=0)
    def seen() -> list[str]:
        return addresses("mine")

    with cluster(2, name="mine", num_cpus=0.25, env_vars={"RLVEGYM_DIFFICULTY": "3"}) as urls:
        assert len(set(urls)) == 2 * sum(node["Alive"] for node in ray.nodes())
        assert ray.get(seen.remote()) == addresses("mine", "tests") == urls
        with pytest.raises(ValueError, match="mine"), cluster(name="mine"):
            pass
        assert addresses("mine") == urls
    with pytest.raises(ServerUnreachableError, match="no servers by the name 'mine'"):
        addresses("mine")
    with pytest.raises(ServerUnreachableError, match="in the namespace 'other'"):
        addresses(namespace="other")


def test_what_keeps_a_server_from_starting_is_said() -> None:
    wrong = {"RLVEGYM_DIFFICULTY": "hard"}
    with pytest.raises(ServerStartError, match=r"127\.0\.1\.\d: .*hard"), cluster(env_vars=wrong):
        pass
    with pytest.raises(ServerStartError, match="No node has 1 times"), cluster(num_cpus=4):
        pass
    with pytest.raises(ValueError, match="num_cpus"), cluster(num_cpus=-1):
        pass
    with pytest.raises(ServerUnreachableError):
        addresses()


DRIVER = """
import sys, time
import ray
from RLVE_Gym.ray import cluster

ray.init(address=sys.argv[1])
with cluster() as urls:
    print(*urls, flush=True)
    time.sleep(600)
"""


def test_a_driver_that_is_killed_leaves_nothing_behind(nodes: Nodes) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", DRIVER, nodes.address], stdout=subprocess.PIPE, text=True
    ) as driver:
        assert driver.stdout
        urls = driver.stdout.readline().split()
        pids = set[int]().union(*(family_of(pid_behind(url)) for url in urls))
        assert len(pids) > len(urls) >= 3
        driver.kill()
    expect_soon(lambda: not any(map(is_running, pids)))


README = (Path(__file__).parents[1] / "README.md").read_text()


def test_the_example(nodes: Nodes) -> None:
    [example] = re.findall(r"```python\n(import ray\n.*?)```", README, re.DOTALL)
    ended = subprocess.run(
        [sys.executable, "-c", example],
        env={**os.environ, "RAY_ADDRESS": nodes.address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.splitlines()[-1:] == ["[0]"], ended.stderr
