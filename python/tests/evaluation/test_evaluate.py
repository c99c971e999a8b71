"""`evaluate` over an endpoint whose error rate is known, and over callables."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from RLVE_Gym import (
    Completion,
    Endpoint,
    InvalidRequestError,
    RlveGymClient,
    ServerError,
    evaluate,
    load_evaluations,
)
from RLVE_Gym.integrations.chat import SYSTEM_PROMPT
from stand_in import ENVIRONMENTS, LEVELS, MODEL, N

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import StartStandIn

pytestmark = pytest.mark.usefixtures("evaluating")

FAILURES = ["", "429", "", "500", "", "cut", "", "", "silence", "", "503", ""]
K = 4


def test_the_table_shows_the_error_rate(
    start_stand_in: StartStandIn, answers: dict[str, str], tmp_path: Path
) -> None:
    endpoint = start_stand_in(error_rate=0.35, failures=FAILURES)
    with evaluate(
        Endpoint(f"openai:{endpoint.url}", temperature=0.5, timeout_s=0.5),
        ENVIRONMENTS,
        LEVELS,
        N,
        K,
        output=tmp_path / "samples.jsonl",
        concurrency=8,
        retries=20,
    ) as evaluation:
        rows = evaluation.rows(["environment", "level"])
        table = evaluation.table().splitlines()
        samples = list(evaluation.samples())
        faults = evaluation.faults()

    assert not evaluation.failures
    assert [row.group for row in rows] == [
        {"environment": environment, "level": level}
        for environment in sorted(ENVIRONMENTS)
        for level in LEVELS
    ]
    prompts = {sample.prompt for sample in samples}
    assert len(prompts) == len(ENVIRONMENTS) * len(LEVELS) * N
    assert prompts <= set(answers)
    for row in rows:
        own = [
            sample.prompt
            for sample in samples
            if sample.environment == row.group["environment"]
            and sample.difficulty == row.group["level"]
        ]
        expected = endpoint.expected(sorted(set(own)), K)
        assert row.problems == N
        assert row.samples == N * K
        assert row.right == expected["right"]
        assert row.accuracy == expected["right"] / (N * K)
        assert row.faults == {
            fault: expected[fault]
            for fault in ("truncated", "no answer", "malformed")
            if expected[fault]
        }
        assert row.tokens == 7

    everything = endpoint.expected(sorted(prompts), K)
    accuracy = everything["right"] / sum(everything.values())
    assert 0.55 < accuracy < 0.75
    assert table[0].split()[:5] == ["family", "level", "problems", "samples", "accuracy"]
    assert table[-1].split()[:4] == ["all", str(len(prompts)), str(len(samples)), f"{accuracy:.3f}"]
    for fault in ("truncated", "no answer", "malformed"):
        assert f"{everything[fault]} of {len(samples)} samples" in faults
    assert "ends 'I do not know.'" in faults
    assert "not of the form: integers separated by spaces\n    answer 'many'" in faults

    # Whatever befell requests, there are k replies to each prompt, and no more.
    assert set(endpoint.replied.values()) == {K}
    assert endpoint.asked[0] == {
        "model": MODEL,
        "temperature": 0.5,
        "messages": [
            {"role": "system", "content": SYSTEM_PROMPT},
            {"role": "user", "content": endpoint.asked[0]["messages"][1]["content"]},
        ],
    }


def test_lines_hold_all_that_is_known(start_stand_in: StartStandIn, tmp_path: Path) -> None:
    endpoint = start_stand_in()
    evaluate(endpoint.url, "Sorting", 2, n=2, output=tmp_path / "a" / "samples.jsonl").close()
    lines = (tmp_path / "a" / "samples.jsonl").read_text().splitlines()
    [first, _] = [json.loads(line) for line in lines]
    assert first["problem_id"].startswith("Sorting@")
    assert first["settings"] == {
        "model": MODEL,
        "system_prompt": SYSTEM_PROMPT,
        "reading": {"completion": True, "think": "strip"},
    }
    assert first["output"] == f"So it is <answer>{first['answer']}</answer>."
    assert endpoint.answers[first["prompt"]] == first["answer"]
    assert (first["reward"], first["accuracy"], first["reason"], first["fault"]) == (
        1,
        1,
        None,
        None,
    )


def test_what_is_there_is_not_asked_for_again(start_stand_in: StartStandIn, tmp_path: Path) -> None:
    endpoint = start_stand_in()
    path = tmp_path / "samples.jsonl"
    evaluate(endpoint.url, "Sorting", 2, n=2, k=2, output=path).close()
    assert len(endpoint.asked) == 4
    evaluate(endpoint.url, ENVIRONMENTS, 2, n=3, k=2, output=path).close()
    assert len(endpoint.asked) == 2 * 3 * 2
    # Another temperature is another model.
    with evaluate(Endpoint(endpoint.url, temperature=0), "Sorting", 2, n=2, output=path) as other:
        assert len(other.scores) == 2
    assert len(endpoint.asked) == 12 + 2
    sizes = [len(evaluation.scores) for evaluation in load_evaluations(path)]
    assert sizes == [12, 2]


def test_problems_are_of_the_test_split_and_stay_the_same(base_url: str) -> None:
    def draw(n: int, **how: Any) -> list[str]:
        with evaluate(lambda _: "", "Sorting", 3, n=n, **how) as evaluation:
            return [score.key.problem_id for score in evaluation.scores]

    ids = draw(5)
    assert draw(3) == ids[:3]
    assert not set(draw(5, seed=10_000)) & set(ids)
    assert not set(draw(20, split="train")) & set(ids)
    with RlveGymClient(base_url) as client:
        for problem in client.generate(ids):
            [same] = client.problems("Sorting", 3, [problem.seed], split="test")
            assert same == problem


def test_a_level_with_few_problems_says_so() -> None:
    with evaluate(lambda _: "", "FBI_BinaryTree", [0, 1], n=40) as evaluation:
        found = len(evaluation.scores)
        assert 0 < found < 40
        report = str(evaluation)
    assert "FBI_BinaryTree, level 0: 0 of 40 problems (FBI_BinaryTree has no problem of" in report
    assert f"FBI_BinaryTree, level 1: {found} of 40 problems (no more distinct prompts)" in report
    with pytest.raises(InvalidRequestError, match="no problem of test at difficulty 0"):
        evaluate(lambda _: "", "FBI_BinaryTree", 0, n=40)


def test_environments_by_sets(base_url: str) -> None:
    names = ["family:sorting+no-guessing", "Maze"]
    with evaluate(lambda _: "", names, [3, 6], n=1) as evaluation:
        drawn = {
            level: {it.environment: it.family for it in evaluation.scores if it.difficulty == level}
            for level in (3, 6)
        }
    assert (drawn[3]["Maze"], drawn[3]["Sorting"]) == ("grids", "sorting")
    # A preset holds at each level by itself.
    assert len(drawn[3]) < len(drawn[6])
    with RlveGymClient(base_url) as client:
        for level, environments in drawn.items():
            assert set(environments) == set(client.list_environments(names, difficulty=level))


@pytest.mark.parametrize("is_in_a_loop", [False, True])
def test_callables(is_in_a_loop: bool, answers: dict[str, str]) -> None:
    async def generate(messages: list[dict[str, str]]) -> Completion:
        await asyncio.sleep(0)
        answer = answers[messages[-1]["content"]]
        return Completion(f"<answer>{answer}</answer>", finish_reason="stop")

    def blocking(messages: list[dict[str, str]]) -> str:
        return f"<think><answer>{answers[messages[-1]['content']]}</answer></think>"

    def run() -> list[float]:
        accuracies = []
        for model in (generate, blocking, lambda messages: generate(messages)):
            with evaluate(model, "Sorting", 2, n=2) as evaluation:
                accuracies.append(evaluation.accuracy)
        return accuracies

    async def run_in_loop() -> list[float]:
        return run()

    assert (asyncio.run(run_in_loop()) if is_in_a_loop else run()) == [1, 0, 1]


def test_a_callable_that_fails(answers: dict[str, str]) -> None:
    prompts: Counter[str] = Counter()

    def generate(messages: list[dict[str, str]]) -> str:
        prompt = messages[-1]["content"]
        prompts[prompt] += 1
        if len(prompts) == 2 and prompts[prompt] == 1:
            raise ConnectionError("for a moment")
        if len(prompts) == 3:
            raise ValueError("this one never")
        return f"<answer>{answers[prompt]}</answer>"

    with evaluate(generate, "Sorting", 2, n=4, concurrency=1) as evaluation:
        assert len(evaluation.scores) == 3
        assert evaluation.accuracy == 1
        assert [failure.why for failure in evaluation.failures] == ["this one never"]
        assert "1 sample failed, and is in no figure: this one never" in str(evaluation)


@pytest.mark.parametrize(
    ("generate", "error"),
    [
        (lambda _: 1 / 0, ZeroDivisionError),
        (lambda _: next(iter(())), RuntimeError),
        (lambda _: None, TypeError),
    ],
)
def test_a_callable_that_never_succeeds(generate: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        evaluate(generate, "Sorting", 2, n=3)


def test_what_cannot_be_meant() -> None:
    with pytest.raises(ServerError, match=r"'Sortng'\. Did you mean 'Sorting'"):
        evaluate(lambda _: "", ["Sortng"])
    with pytest.raises(ServerError, match="sorts"):
        evaluate(lambda _: "", "family:sorts")
    with pytest.raises(InvalidRequestError, match="No environment is named"):
        evaluate(lambda _: "", [])
    with pytest.raises(InvalidRequestError, match="k is 0"):
        evaluate(lambda _: "", k=0)
    with pytest.raises(InvalidRequestError, match="'ftp://there' is no endpoint"):
        evaluate("ftp://there")


def test_texts_that_cannot_be_sent() -> None:
    outputs = Completion("half \ud800 <answer>\0</answer>", reasoning="\udfff")
    with evaluate(lambda _: outputs, "Sorting", 2, n=1) as evaluation:
        [sample] = evaluation.samples()
        assert (sample.output, sample.reasoning) == ("half ? <answer>\0</answer>", "?")
        assert sample.fault == "malformed"
