"""RLVE-Gym as an environment of `verifiers`.

`vf.load_environment("RLVE_Gym", environments=["Sorting"], difficulty=2)` finds
`load_environment` in this package. With `curriculum="main"` that curriculum draws the problems of
the training set, each when its first rollout begins, and is told what rollouts come to.
"""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Literal

import verifiers as vf
from datasets import Dataset

try:
    from verifiers.legacy.utils.message_utils import normalize_messages
except ModuleNotFoundError as error:
    raise ImportError(
        "verifiers 0.4 has no environments of this kind any more: use the taskset, "
        '`vf-eval rlve-gym-taskset`, or pip install "verifiers<0.4"'
    ) from error

from ..async_client import AsyncRlveGymClient
from ..client import RlveGymClient
from ..errors import RlveGymError
from ..local_server import LocalServer
from ..messages import Submission, Verified
from .chat import MODEL_READING, SYSTEM_PROMPT, to_chat, to_output
from .datasets import build_dataset
from .problems import to_reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..messages import Split


def load_environment(
    base_url: str | None = None,
    *,
    environments: str | Sequence[str] = "Multiplication",
    difficulty: int | Sequence[int] = 0,
    curriculum: str | None = None,
    group: str | None = None,
    num_train_examples: int = 1000,
    num_eval_examples: int = 100,
    seed: int = 0,
    system_prompt: str | None = SYSTEM_PROMPT,
    answer_markers: Sequence[str] | None = None,
    api_key: str | None = None,
) -> RlveGymSingleTurnEnv:
    """Load RLVE-Gym as a single-turn environment.

    The rubric's reward is the verifier's, in [-1, 1]; accuracy and format score are metrics. A
    rollout whose verification failed carries an error, so that a trainer can drop it.

    Args:
        base_url: Where the server is; `None` starts one on this machine.
        environments: One environment or several, families (`"family:graphs"`) and presets
            (`"no-guessing"`) too.
        difficulty: One level or several.
        curriculum: The name of a curriculum of the server, which draws the problems of training in
            place of the above. Evaluation is of the environments and levels as without it.
        group: What tells this run's draws from those of another run with the same curriculum, such
            as the run's name; the same in all of its processes. Without it, a run that follows
            another within an hour begins with the other's draws.
        num_train_examples: Problems of the training set: seed by seed, with all environments and
            levels of a seed beside each other. Of a curriculum: how often it draws until the
            problems come again (after an hour, others), which costs nothing.
        num_eval_examples: Problems of the evaluation set: of the split `test`, whose prompts never
            occur in training.
        seed: The first seed.
        system_prompt: What tells the model about the answer markers.
        answer_markers: What stands before and after the answer; without them the server's.
        api_key: The server's key, when it has one.

    Raises:
        ServerStartError: No server could be started.
    """
    server = LocalServer() if base_url is None else None
    url = server.start() if server is not None else str(base_url)
    draws = curriculum and _Draws(curriculum, group or curriculum, system_prompt)
    problems = partial(_problems, url, api_key, environments, difficulty, system_prompt, seed)
    scorer = _Scorer(AsyncRlveGymClient(url, api_key=api_key), answer_markers)
    return RlveGymSingleTurnEnv(
        scorer,
        server,
        draws or None,
        dataset=(
            partial(draws.dataset, num_train_examples)
            if draws
            else partial(problems, num_train_examples, "train")
        ),
        eval_dataset=partial(problems, num_eval_examples, "test"),
        rubric=vf.Rubric(
            funcs=[scorer.reward, scorer.accuracy, scorer.format_score], weights=[1.0, 0.0, 0.0]
        ),
    )


class _Draws:
    """A curriculum whose draws are the problems of a dataset, by the numbers of its examples.

    A dataset is fixed, and what a curriculum draws is not: an example is no problem yet. It becomes
    one when its first rollout begins, and the same for all rollouts of its group, in whichever
    process they are.
    """

    def __init__(self, name: str, group: str, system_prompt: str | None) -> None:
        self._name = name
        self._group = group
        self._system_prompt = system_prompt

    def dataset(self, examples: int) -> Dataset:
        """Build the examples, all alike."""
        row = {"prompt": to_chat("", self._system_prompt), "info": {"curriculum": self._name}}
        return Dataset.from_list([row] * examples)

    async def draw(self, client: AsyncRlveGymClient, state: dict[str, Any]) -> None:
        """Give a rollout its problem."""
        group = f"{self._group}/{state['input']['example_id']}"
        [problem] = await client.curriculum(self._name).draw(group_ids=[group])
        prompt = to_chat(problem.problem_input, self._system_prompt)
        state["input"]["prompt"] = prompt
        state["prompt"] = normalize_messages(prompt, field_name="prompt")
        state["input"]["info"] = {"curriculum": self._name, **to_reference(problem)}


class RlveGymSingleTurnEnv(vf.SingleTurnEnv):  # type: ignore[misc]  # verifiers is untyped
    """One problem, one completion. Its teardown ends the connection and its own server."""

    def __init__(
        self, scorer: _Scorer, server: LocalServer | None, draws: _Draws | None, **options: Any
    ) -> None:
        super().__init__(**options)
        self._scorer = scorer
        self._server = server
        self._draws = draws

    async def setup_state(self, state: Any) -> Any:
        """Draw the rollout's problem, where a curriculum is to."""
        if self._draws is not None and "curriculum" in (state.get("info") or {}):
            try:
                await self._draws.draw(self._scorer.client, state)
            except RlveGymError as error:
                raise vf.InfraError(str(error)) from error
        return await super().setup_state(state)

    @vf.teardown  # type: ignore[untyped-decorator]
    async def release(self) -> None:
        """End the connection, and the server if this environment started it."""
        await self._scorer.client.close()
        if self._server is not None:
            self._server.stop()


class _Scorer:
    """Scores a rollout once and gives out its figures as reward functions."""

    def __init__(self, client: AsyncRlveGymClient, answer_markers: Sequence[str] | None) -> None:
        self.client = client
        self._answer_markers = answer_markers

    async def reward(self, completion: Any, info: dict[str, Any], state: dict[str, Any]) -> float:
        return await self._figure("reward", completion, info, state)

    async def accuracy(self, completion: Any, info: dict[str, Any], state: dict[str, Any]) -> float:
        return await self._figure("accuracy", completion, info, state)

    async def format_score(
        self, completion: Any, info: dict[str, Any], state: dict[str, Any]
    ) -> float:
        return await self._figure("format_score", completion, info, state)

    async def _figure(
        self,
        name: Literal["reward", "accuracy", "format_score"],
        completion: Any,
        info: dict[str, Any],
        state: dict[str, Any],
    ) -> float:
        if "rlve_gym" not in state:
            state["rlve_gym"] = await self._verify(completion, info, state)
        verified: Verified | None = state["rlve_gym"]
        [figure] = getattr(verified, name, [None])
        return float(figure or 0.0)

    async def _verify(
        self, completion: Any, info: dict[str, Any], state: dict[str, Any]
    ) -> Verified | None:
        """Verify a completion, or note in the state why that failed."""
        if "problem_id" not in info:
            return None  # nothing was drawn, and the state says why
        submission = Submission(problem_id=info["problem_id"], outputs=[to_output(completion)])
        try:
            [verified] = await self.client.verify(
                [submission],
                answer_markers=self._answer_markers,
                reading=MODEL_READING,
                curriculum=info.get("curriculum"),
            )
        except RlveGymError as error:
            state["error"] = vf.InfraError(str(error))
            return None
        if verified.reward == [None]:
            state["error"] = vf.InfraError("The server could not verify this output")
        return verified


def _problems(
    base_url: str,
    api_key: str | None,
    environments: str | Sequence[str],
    difficulty: int | Sequence[int],
    system_prompt: str | None,
    first_seed: int,
    examples: int,
    split: Split,
) -> Dataset:
    """Build a dataset in the columns that verifiers reads: `prompt` and `info`."""
    with RlveGymClient(base_url, api_key=api_key) as client:
        rows = build_dataset(
            client,
            environments,
            difficulty=difficulty,
            seeds=count(first_seed),
            examples=examples,
            split=split,
            system_prompt=system_prompt,
        )
    reference = ["problem_id", "environment_id", "difficulty", "seed"]
    return rows.map(
        lambda row: {"info": {name: row[name] for name in reference}}, remove_columns=reference
    )
