"""OpenEnv container providers: what `RlveGymEnv` starts and stops with."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from openenv.core.containers.runtime import ContainerProvider, LocalDockerProvider

from .errors import ServerStartError
from .local_server import LocalServer

if TYPE_CHECKING:
    from pathlib import Path


class LocalServerProvider(ContainerProvider):
    """Runs the server as a process of this machine, in a container's place.

    Works wherever OpenEnv takes a container provider:

    >>> RlveGymEnv.from_docker_image("RLVE_Gym-env:latest", provider=LocalServerProvider())

    Args:
        env_vars: The server's configuration; `start_container(env_vars=…)` adds to it.
        log_file: A file that receives the server's log.
        start_timeout_s: How long the server may take to listen.
    """

    def __init__(
        self,
        env_vars: dict[str, str] | None = None,
        *,
        log_file: str | Path | None = None,
        start_timeout_s: float = 30.0,
    ) -> None:
        self._env_vars = env_vars or {}
        self._log_file = log_file
        self._start_timeout_s = start_timeout_s
        self._server: LocalServer | None = None

    def start_container(
        self,
        image: str = "",
        port: int | None = None,
        env_vars: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> str:
        """Start the server and return its base URL.

        Args:
            image: Ignored: the server is the one that is installed.
            port: The port to listen on; without one a free port.
            env_vars: Further configuration of the server.
            **kwargs: Ignored: options of other providers.

        Raises:
            ServerStartError: The server is missing or does not start.
        """
        self.stop_container()
        self._server = LocalServer(
            {**self._env_vars, **(env_vars or {})},
            port=port or 0,
            log_file=self._log_file,
            start_timeout_s=self._start_timeout_s,
        )
        return self._server.start()

    def stop_container(self) -> None:
        """Stop the server, if it runs. Always succeeds."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def wait_for_ready(self, base_url: str, timeout_s: float = 30.0) -> None:
        """Return at once: a server that says where it listens is ready."""


class ImageProvider(ContainerProvider):
    """A container provider with its image: what `EnvClient` can start by itself.

    Args:
        image: The image to run.
        provider: What runs it; without one the local Docker daemon.
        **options: Passed to the provider's `start_container`: `env_vars`, `port`, ….
    """

    def __init__(self, image: str, provider: ContainerProvider | None, **options: Any) -> None:
        self._image = image if provider is not None else to_docker_name(image)
        self._provider = provider
        self._options = options

    def start_container(
        self,
        image: str = "",
        port: int | None = None,
        env_vars: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> str:
        """Run the image and return its base URL. What the constructor was given decides.

        Raises:
            ServerStartError: There is no Docker daemon to run it.
        """
        if self._provider is None:
            try:
                self._provider = LocalDockerProvider()  # type: ignore[no-untyped-call]
            except RuntimeError as error:
                raise ServerStartError(
                    f"{error} To run the server without Docker, use RlveGymEnv.from_local()",
                    "SERVER_START",
                ) from error
        return self._provider.start_container(self._image, **self._options)

    def wait_for_ready(self, base_url: str, timeout_s: float = 30.0) -> None:
        """Wait until the container answers."""
        if self._provider is not None:
            self._provider.wait_for_ready(base_url, timeout_s)

    def stop_container(self) -> None:
        """Stop the container, if one was started; warn where that fails."""
        if self._provider is None:
            return
        try:
            self._provider.stop_container()
        except Exception as error:
            warnings.warn(
                f"The container of {self._image} could not be stopped ({error}); look for it "
                "with `docker ps`",
                ResourceWarning,
                stacklevel=2,
            )


def to_docker_name(image: str) -> str:
    """Return an image's name as Docker has it: in lower case, but for the tag."""
    name, colon, tag = image.rpartition(":")
    if not colon or "/" in tag:
        return image.lower()
    return f"{name.lower()}:{tag}"
