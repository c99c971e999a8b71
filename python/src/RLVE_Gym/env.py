"""RLVE-Gym as an OpenEnv environment: a session with reset, step and state."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any, Literal

from openenv.core.client_types import StepResult
from openenv.core.env_client import EnvClient
from typing_extensions import Self, TypedDict, Unpack

from .address import to_base_url, to_socket_url
from .connecting import open_socket
from .models import RlveGymAction, RlveGymObservation, RlveGymState
from .providers import ImageProvider, LocalServerProvider
from .session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from pathlib import Path

    from openenv.core.containers.runtime import ContainerProvider, RuntimeProvider
    from websockets.asyncio.client import ClientConnection

    from .messages import Reading


class ClientOptions(TypedDict, total=False):
    """The options of OpenEnv's `EnvClient`, with its defaults."""

    connect_timeout_s: float
    """How long opening the connection may take; 10."""
    message_timeout_s: float
    """How long a reply may take; 60."""
    max_message_size_mb: float
    """The largest reply to accept; 100."""
    websocket_ping_interval_s: float | None
    websocket_ping_timeout_s: float | None
    provider: ContainerProvider | RuntimeProvider | None
    """What starts the server on first use and stops it on `close()`."""
    mode: str | None


class RlveGymEnv(EnvClient[RlveGymAction, RlveGymObservation, RlveGymState]):
    """A session on an RLVE-Gym server.

    The same object serves three ways of writing:

    - in a plain script, `env.reset()`, `env.step(action)`, `env.state()` and `env.close()` return
      their results (so does `with RlveGymEnv(…) as env:`);
    - inside an event loop they are awaited: `await env.reset()`, `async with RlveGymEnv(…)`;
    - `env.sync()` is OpenEnv's blocking wrapper, for blocking code inside an event loop.

    Nothing is started or connected before the first call that needs it. `close()` ends the
    connection and whatever the environment started; a later call begins a new session.

    Tasks and threads may call it at once: their requests are made one after the other. A session
    whose connection ends (a restart, a network that fails, an idle time, a time-out, a new event
    loop) is restored on the next one: settings, seed counter, episode, problem and counts. A
    request without a reply is made again and counts once; one that raises does not count.

    Args:
        base_url: Where the server is, such as `http://localhost:8000`.
        api_key: The server's `RLVEGYM_API_KEY`, when it has one.
        headers: Further HTTP headers to connect with.
        reconnect_timeout_s: How long to try to re-open a connection that ended.
        **options: OpenEnv's options, such as `message_timeout_s`.
    """

    def __init__(
        self,
        base_url: str | None = None,
        *,
        api_key: str | None = None,
        headers: Mapping[str, str] | None = None,
        reconnect_timeout_s: float = 30.0,
        **options: Unpack[ClientOptions],
    ) -> None:
        authorization = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        super().__init__(base_url, headers={**(headers or {}), **authorization}, **options)
        self._sync_children: list[EnvClient[Any, Any, Any]] = []
        self._starting = threading.Lock()
        self._session = Session(
            self._open_connection,
            message_timeout_s=self._message_timeout,
            reconnect_timeout_s=reconnect_timeout_s,
        )

    @classmethod
    def from_docker_image(  # type: ignore[override]  # returns what OpenEnv's handle resolves to
        cls, image: str, provider: ContainerProvider | None = None, **kwargs: Any
    ) -> Self:
        """Return an environment that runs a container of its own, started on first use.

        Args:
            image: The image to run, such as `RLVE_Gym-env:latest`.
            provider: What runs it; without one the local Docker daemon.
            **kwargs: Passed to the provider: `env_vars`, `port`, ….
        """
        return cls(provider=ImageProvider(image, provider, **kwargs))

    @classmethod
    def from_local(
        cls,
        env_vars: dict[str, str] | None = None,
        *,
        log_file: str | Path | None = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """Return an environment that runs a server process of its own, started on first use.

        Args:
            env_vars: The server's configuration, such as `{"RLVEGYM_DIFFICULTY": "2"}`.
            log_file: A file that receives the server's log.
            **options: OpenEnv's options, such as `message_timeout_s`.
        """
        options["provider"] = LocalServerProvider(env_vars, log_file=log_file)
        return cls(api_key=(env_vars or {}).get("RLVEGYM_API_KEY"), **options)

    def __await__(self) -> Generator[Any, None, Self]:
        """Connect, inside an event loop: `env = await RlveGymEnv.from_local()`."""
        return self.__aenter__().__await__()

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        return self

    def __enter__(self) -> Self:
        try:
            super().__enter__()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reset(
        self,
        *,
        seed: int | None = None,
        episode_id: str | None = None,
        environment: str | None = None,
        difficulty: int | None = None,
        answer_markers: Sequence[str] | None = None,
        config: Mapping[str, Any] | None = None,
        problem_id: str | None = None,
        group_id: str | None = None,
        reading: Reading | None = None,
        split: Literal["train", "test", "all"] | None = None,
        explain: bool | None = None,
        **kwargs: Any,
    ) -> Any:
        """Start an episode with a new problem.

        `environment`, `difficulty`, `answer_markers`, `reading`, `split` and `explain` also hold
        for later resets.

        Args:
            seed: Draw the problem of this seed, instead of the session's next one.
            episode_id: The episode's id; without one the server makes one up.
            environment: The kind of problem, such as `"Sorting"`.
            difficulty: The level of the problem: 0, 1, 2, ….
            answer_markers: What stands before and after the answer in an output.
            config: A stored problem, `{"seed": …, "parameter": {…}}`, instead of drawing one.
            problem_id: A problem's id, such as `"Sorting@2/3/42"`, instead of drawing one.
            group_id: Every reset with the same group id gives the same problem.
            reading: How outputs are read, such as `{"completion": True, "think": "strip"}`; `{}`
                for the default rule again.
            split: Pass over problems of the other split; `"all"`: over none.
            explain: Whether steps carry the verdict's reason in their metadata.
            **kwargs: Sent along; the server ignores what it does not know and says so.

        Returns:
            A `StepResult[RlveGymObservation]`, or an awaitable of one inside an event loop.
        """
        settings = {
            "seed": seed,
            "episode_id": episode_id,
            "environment": environment,
            "difficulty": difficulty,
            "answer_markers": None if answer_markers is None else list(answer_markers),
            "config": config,
            "problem_id": problem_id,
            "group_id": group_id,
            "reading": reading,
            "split": split,
            "explain": explain,
        }
        given = {name: value for name, value in settings.items() if value is not None}
        return super().reset(**given, **kwargs)

    def new_session(self) -> Any:
        """Open another session on the same server, closed together with this one.

        Returns:
            A connected `RlveGymEnv`, or an awaitable of one inside an event loop.
        """
        if self._execution_mode != "sync" and _running_loop() is not None:
            return super().new_session()
        child = self._create_session_client()
        child.connect()
        self._sync_children.append(child)
        return child

    def close(self) -> Any:
        """End the session and whatever this environment started. Always succeeds.

        Returns:
            `None`, or an awaitable of it inside an event loop.
        """
        wrapper = self.sync()
        if _running_loop() is not None and (
            self._execution_mode != "sync" or _running_loop() is wrapper._loop
        ):
            return super().close()
        self._session.drop()
        self._execution_mode = "sync"
        while self._sync_children:
            self._sync_children.pop().close()
        try:
            # Beside the connection it ends the thread that blocking calls run on.
            wrapper.close()
        finally:
            self._execution_mode = self._sync_client = None
        return None

    def _create_session_client(self) -> Self:
        child = super()._create_session_client()
        assert isinstance(child, type(self))
        child._session.reconnect_timeout_s = self._session.reconnect_timeout_s
        return child

    def _set_base_url(self, base_url: str) -> None:
        self._base_url, self._ws_url = to_base_url(base_url), to_socket_url(base_url)

    def _dispatch(self, coro_factory: Callable[[], Any]) -> Any:
        if _running_loop() is not None:
            return super()._dispatch(coro_factory)
        # Threads that call at once are to share one loop.
        with self._starting:
            self._execution_mode = "sync"
            loop = self.sync()._ensure_loop()
        future = asyncio.run_coroutine_threadsafe(coro_factory(), loop)
        try:
            return future.result()
        except BaseException:
            # An interrupt: nobody waits for the reply any more.
            future.cancel()
            raise

    def _step_payload(self, action: RlveGymAction) -> dict[str, Any]:
        return action.model_dump()

    def _parse_result(self, payload: dict[str, Any]) -> StepResult[RlveGymObservation]:
        fields = payload.get("observation")
        if not isinstance(fields, dict) or not {"problem_input", "success"} <= fields.keys():
            raise self._session.not_rlve_gym(
                f"its observations have the fields {sorted(fields or {})}"
            )
        reward, done = payload.get("reward"), payload.get("done", False)
        reward = None if reward is None else float(reward)
        observation = RlveGymObservation(**{**fields, "reward": reward, "done": done})
        return StepResult(observation, reward, done, payload.get("metadata"))

    def _parse_state(self, payload: dict[str, Any]) -> RlveGymState:
        if "num_samples" not in payload:
            raise self._session.not_rlve_gym(f"its states have the fields {sorted(payload)}")
        return RlveGymState(**payload)

    async def _connect_async(self) -> Self:
        await self._session.connect()
        return self

    async def _disconnect_async(self) -> None:
        await self._session.close()

    async def _send_and_receive(self, message: dict[str, Any]) -> dict[str, Any]:
        return await self._session.request(message)

    async def _open_connection(self) -> ClientConnection:
        """Start the server, if it is this environment's to start, and open a connection to it."""
        is_first = not self._session.was_open
        try:
            self._start_provider_if_needed()
            assert self._ws_url is not None
            self._session.url = self._ws_url
            return await open_socket(
                self._ws_url,
                headers=self._headers or {},
                timeout_s=self._connect_timeout,
                max_size=self._max_message_size,
                ping_interval=self._websocket_ping_interval_s,
                ping_timeout=self._websocket_ping_timeout_s,
            )
        except BaseException:
            if is_first and not self._provider_cleanup_pending:
                self._stop_provider_best_effort()
            raise


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
