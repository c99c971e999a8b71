"""RLVE-Gym as an environment of `verifiers`.

`vf.load_environment("RLVE_Gym", environments=["Sorting"], difficulty=2)` finds
`load_environment` in this package.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import verifiers as vf

from ..async_client import AsyncRlveGymClient
from ..client import RlveGymClient
from ..errors import RlveGymError
from ..local_server import LocalServer
from ..messages import Submission
from .chat import SYSTEM_PROMPT, to_output
from .datasets import build_dataset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from datasets import Dataset

_FIRST_EVAL_SEED = 2**31
"""Seeds of evaluation begin here, so that training never meets their problems."""


def load_environment(
    base_url: str | None = None,
    *,
    environments: str | Sequence[str] = "Multiplication",
    difficulty: int | Sequence[int] = 0,
    num_train_examples: int = 1000,
    num_eval_examples: int = 100,
    seed: int = 0,
    system_prompt: str | None = SYSTEM_PROMPT,
    answer_markers: Sequence[str] | None = None,
    api_key: str | None = None,
) -> vf.Environment:
    """Load RLVE-Gym as a single-turn environment.

    The rubric's reward is the verifier's, in [-1, 1]; accuracy and format score are metrics.

    Args:
        base_url: Where the server is; `None` starts one on this machine.
        environments: One environment or several.
        difficulty: One level or several.
        num_train_examples: Seeds of the training set, each with every environment and level.
        num_eval_examples: Seeds of the evaluation set, likewise; they never occur in training.
        seed: The first seed.
        system_prompt: What tells the model about the answer markers.
        answer_markers: What stands before and after the answer; without them the server's.
        api_key: The server's key, when it has one.

    Raises:
        ServerStartError: No server could be started.
    """
    server = LocalServer() if base_url is None else None
    url = base_url if server is None else server.start()
    build = partial(
        _build, url, api_key, environments, difficulty=difficulty, system_prompt=system_prompt
    )
    client = AsyncRlveGymClient(url, api_key=api_key)
    return RlveGymVerifiersEnv(
        client,
        server,
        dataset=partial(build, range(seed, seed + num_train_examples)),
        eval_dataset=partial(
            build, range(_FIRST_EVAL_SEED + seed, _FIRST_EVAL_SEED + seed + num_eval_examples)
        ),
        rubric=vf.Rubric(
            funcs=[
                _figure(client, answer_markers, name)
                for name in ("reward", "accuracy", "format_score")
            ],
            weights=[1.0, 0.0, 0.0],
        ),
    )
