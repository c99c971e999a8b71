"""The page: whole without a script, escaped, and without a network."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from RLVE_Gym import Completion, Evaluation, evaluate
from RLVE_Gym.evaluation import page
from stand_in import ENVIRONMENTS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("evaluating")

HOSTILE = "</pre></details><script>document.title = 1</script><img src=http://x/>\n&amp; \0 'a\" 😀"


class Read(HTMLParser):
    """Collects what a browser would: tags, attributes, and the texts of `pre`."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.problems: list[dict[str, str | None]] = []
        self.texts: list[str] = []
        self._is_in_pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self._is_in_pre = tag == "pre"
        if dict(attrs).get("data-id"):
            self.problems.append(dict(attrs))
        if self._is_in_pre:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_in_pre = self._is_in_pre and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._is_in_pre:
            self.texts[-1] += data


def read(evaluation: Evaluation, path: Path) -> Read:
    evaluation.write_page(path)
    reader = Read()
    reader.feed(path.read_text())
    reader.close()
    return reader


def test_all_is_there_and_nothing_runs(tmp_path: Path) -> None:
    model = Completion(HOSTILE, reasoning="So </pre>")
    with evaluate(lambda _: model, ENVIRONMENTS, [1, 2], n=3, k=2, name=HOSTILE) as evaluation:
        there = read(evaluation, tmp_path / "new" / "page.html")
        prompts = [sample.prompt for sample in evaluation.samples()]
    assert len(there.problems) == 2 * 2 * 3
    assert there.texts.count(HOSTILE.replace("\0", "␀")) == len(prompts) == 24
    assert there.texts.count("So </pre>") == 24
    assert set(prompts) <= set(there.texts)
    assert there.tags.count("script") == 1
    assert not {"img", "link", "iframe", "object"} & set(there.tags)
    assert not {"src", "href", "action", "onload"} & there.attributes
    assert {problem["data-outcomes"] for problem in there.problems} == {"no answer,wrong"}
    # Until the script is there, nothing is to be chosen.
    assert "<form hidden>" in (tmp_path / "new" / "page.html").read_text()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["page.html"]


def test_long_texts_lose_their_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_MOST_CHARACTERS", 4 * 2_000 + 4 * 7)
    model = Completion("a" * 3_000 + "b" * 3_000, reasoning="Indeed.")
    with evaluate(lambda _: model, "Sorting", 2, n=4) as evaluation:
        there = read(evaluation, tmp_path / "page.html")
    [output] = {text for text in there.texts if text.startswith("aaa")}
    assert there.texts.count("Indeed.") == 4
    assert output == "a" * 1_000 + "\n… 4000 characters left out …\n" + "b" * 1_000
