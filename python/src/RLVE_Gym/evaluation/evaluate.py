"""Evaluating a model: problems drawn, outputs asked for, verified, and counted."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any, TypeVar

from ..async_client import AsyncRlveGymClient
from ..errors import InvalidRequestError
from ..integrations.chat import MODEL_READING, SYSTEM_PROMPT
from ..loop_thread import LoopThread
from .drawing import draw_cells, find_families
from .endpoint import Endpoint
from .evaluation import Evaluation
from .progress import Progress
from .run import Asking, Run, plan_keys
from .sample_file import SampleFile

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from ..messages import Reading, Split
    from .completion import Generate
    from .drawing import Cell

_T = TypeVar("_T")


def evaluate(
    generate: str | Generate,
    environments: str | Sequence[str] = "all",
    levels: int | Sequence[int] = 0,
    n: int = 20,
    k: int = 1,
    *,
    output: str | os.PathLike[str] | None = None,
    base_url: str | Sequence[str] | None = None,
    api_key: str | None = None,
    name: str | None = None,
    split: Split | None = "test",
    seed: int = 0,
    system_prompt: str | None = SYSTEM_PROMPT,
    answer_markers: tuple[str, str] | None = None,
    reading: Reading | None = MODEL_READING,
    concurrency: int = 32,
    retries: int = 6,
    on_begin: Callable[[Evaluation], None] | None = None,
) -> Evaluation:
    """Have a model answer problems, and measure how well it does.

    Args:
        generate: The model: an `Endpoint`, or the URL of one (`"openai:http://localhost:8000/v1"`);
            or a callable, blocking or asynchronous, from messages (`[{"role": …, "content": …}]`)
            to the model's text or a `Completion`. Blocking ones are called by several threads.
        environments: `"all"`, or identifiers, families (`"family:graphs"`) and presets
            (`"no-guessing"`), which must hold at the level.
        levels: One level or several.
        n: How many problems to draw of each level of each environment. No two have the same
            prompt; where there are fewer, fewer are drawn, and the report says so.
        k: How many samples to draw of each problem.
        output: A file of JSON lines that gets each sample at once. What is in it, of the same
            problems and settings, is not asked for again.
        base_url: Where RLVE-Gym's server is. Without it at `RLVEGYM_BASE_URL`, and without that
            one is started for the run.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
        name: What the settings call a model that is a callable.
        split: Which problems; `None` for both splits.
        seed: Where the problems' seeds begin: the same problems are drawn again from the same.
        system_prompt: What tells the model about the answer markers; `None` for no message.
        answer_markers: What stands before and after an answer, where the server's are not meant.
        reading: How outputs are read: by default as the model's alone, without its thoughts.
        concurrency: How many outputs to ask for at a time.
        retries: How often to ask again for an output, after a failure that may pass.
        on_begin: Told of the evaluation before anything is asked for: it has what there is, also
            when the run is broken off.

    Returns:
        The figures and the samples. Printed, it is the table.

    Raises:
        EndpointError: The endpoint refuses, or fails for good. What there was is in the file.
        RlveGymError: The server cannot be asked, or what was passed cannot be used.
        Exception: What the callable raised, where it never succeeds.
    """
    _expect_positive(n=n, k=k, concurrency=concurrency)
    model = Endpoint(generate) if isinstance(generate, str) else generate
    file = SampleFile(output)

    async def draw_and_run(client: AsyncRlveGymClient) -> Evaluation:
        asking = Asking(
            settings={
                **await _settings(model, name),
                "system_prompt": system_prompt,
                "reading": reading,
                **({} if answer_markers is None else {"answer_markers": answer_markers}),
            },
            system_prompt=system_prompt,
            reading=reading,
            answer_markers=answer_markers,
            concurrency=concurrency,
            retries=retries,
        )
        wanted_levels = [levels] if isinstance(levels, int) else list(levels)
        families = await find_families(client, environments, wanted_levels)
        cells = await draw_cells(client, families, n, seed=seed, split=split)
        keys = plan_keys(cells, k)
        shortages = _tell_shortages(cells, n)
        if not keys:
            raise InvalidRequestError(f"No problems. {'. '.join(shortages)}", "INVALID_REQUEST")
        evaluation = Evaluation(file, asking.settings, keys, k, shortages)
        if on_begin is not None:
            on_begin(evaluation)
        right = [score.accuracy for score in evaluation.scores]
        progress = Progress(len(keys), len(right), sum(right))
        run = Run(client, model, asking, file, progress)
        evaluation.failures = run.failures
        try:
            await run.take(cells, k)
        finally:
            progress.show(is_last=True)
        return evaluation

    async def all_of_it() -> Evaluation:
        try:
            async with _open_client(base_url, api_key) as client:
                return await draw_and_run(client)
        finally:
            if isinstance(model, Endpoint):
                model.close()

    try:
        return _run_to_its_end(all_of_it())
    except BaseException:
        if on_begin is None:
            file.close()
        raise


def _expect_positive(**counts: int) -> None:
    for name, count in counts.items():
        if count < 1:
            raise InvalidRequestError(
                f"{name} is {count}, and should be at least 1", "INVALID_REQUEST"
            )


async def _settings(model: Generate, name: str | None) -> dict[str, Any]:
    if isinstance(model, Endpoint):
        return {**await model.settings(), **({} if name is None else {"model": name})}
    return {"model": name or getattr(model, "__qualname__", type(model).__qualname__)}


def _open_client(base_url: str | Sequence[str] | None, api_key: str | None) -> AsyncRlveGymClient:
    address = base_url or os.environ.get("RLVEGYM_BASE_URL")
    if address:
        key = api_key or os.environ.get("RLVEGYM_API_KEY")
        return AsyncRlveGymClient(address, api_key=key)
    # Its reasons may tell the best value: it is the user's own.
    return AsyncRlveGymClient.from_local({"RLVEGYM_EXPOSE_ANSWERS": "true"})


def _tell_shortages(cells: Sequence[Cell], n: int) -> list[str]:
    return [
        f"{cell.environment}, level {cell.difficulty}: {len(cell.problems)} of {n} problems "
        f"({cell.shortage})"
        for cell in cells
        if cell.shortage is not None
    ]


def _run_to_its_end(coroutine: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine on a loop of its own, also inside one; an interrupt lets it clean up."""
    loop = LoopThread()
    try:
        return loop.run(coroutine)
    except BaseException:
        loop.run(_end_of_others())
        raise
    finally:
        loop.stop()


async def _end_of_others() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)
