"""RLVE-Gym for Python: verifiable environments behind one WebSocket server.

Two ways to talk to the server:

- `RlveGymEnv`, on top of OpenEnv's client: reset, step, state. It needs the extra `openenv`.
- `RlveGymClient` and `AsyncRlveGymClient`, the fast path: problems and verifications in
  batches, as MessagePack, over one socket.

Importing this package imports neither: each name is loaded when it is first used, so that
the fast path never pays for OpenEnv, nor OpenEnv's users for the fast path.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_client import AsyncRlveGymClient
    from .client import RlveGymClient
    from .curriculum import AsyncCurriculum, Curriculum
    from .env import RlveGymEnv
    from .errors import (
        CapacityError,
        ConnectionLostError,
        EndpointError,
        InvalidRequestError,
        ProblemError,
        ProxyError,
        RequestTimeoutError,
        RlveGymError,
        ServerError,
        ServerStartError,
        ServerUnreachableError,
        SessionLostError,
        UnauthorizedError,
        WrongServerError,
    )
    from .evaluation.completion import Completion
    from .evaluation.endpoint import Endpoint
    from .evaluation.evaluate import evaluate
    from .evaluation.evaluation import Evaluation, load_evaluations
    from .exporting import Exported, ExportedLevel, export
    from .local_server import LocalServer
    from .messages import (
        Outcome,
        Problem,
        ProblemReference,
        Reading,
        Reported,
        Submission,
        Verified,
    )
    from .models import RlveGymAction, RlveGymObservation, RlveGymState, VerifierResult
    from .providers import LocalServerProvider
    from .servers import ServerStatus

__all__ = [
    "AsyncCurriculum",
    "AsyncRlveGymClient",
    "CapacityError",
    "Completion",
    "ConnectionLostError",
    "Curriculum",
    "Endpoint",
    "EndpointError",
    "Evaluation",
    "Exported",
    "ExportedLevel",
    "InvalidRequestError",
    "LocalServer",
    "LocalServerProvider",
    "Outcome",
    "Problem",
    "ProblemError",
    "ProblemReference",
    "ProxyError",
    "Reading",
    "Reported",
    "RequestTimeoutError",
    "RlveGymAction",
    "RlveGymClient",
    "RlveGymEnv",
    "RlveGymError",
    "RlveGymObservation",
    "RlveGymState",
    "ServerError",
    "ServerStartError",
    "ServerStatus",
    "ServerUnreachableError",
    "SessionLostError",
    "Submission",
    "UnauthorizedError",
    "Verified",
    "VerifierResult",
    "WrongServerError",
    "evaluate",
    "export",
    "load_evaluations",
]

_MODULE_OF = {
    "AsyncRlveGymClient": "async_client",
    "RlveGymClient": "client",
    "AsyncCurriculum": "curriculum",
    "Curriculum": "curriculum",
    "RlveGymEnv": "env",
    "CapacityError": "errors",
    "ConnectionLostError": "errors",
    "EndpointError": "errors",
    "SessionLostError": "errors",
    "ProxyError": "errors",
    "InvalidRequestError": "errors",
    "ProblemError": "errors",
    "RequestTimeoutError": "errors",
    "RlveGymError": "errors",
    "ServerError": "errors",
    "ServerStartError": "errors",
    "ServerUnreachableError": "errors",
    "UnauthorizedError": "errors",
    "WrongServerError": "errors",
    "Completion": "evaluation.completion",
    "Endpoint": "evaluation.endpoint",
    "Evaluation": "evaluation.evaluation",
    "evaluate": "evaluation.evaluate",
    "load_evaluations": "evaluation.evaluation",
    "Exported": "exporting",
    "ExportedLevel": "exporting",
    "export": "exporting",
    "LocalServer": "local_server",
    "Outcome": "messages",
    "Problem": "messages",
    "ProblemReference": "messages",
    "Reading": "messages",
    "Reported": "messages",
    "Submission": "messages",
    "Verified": "messages",
    "RlveGymAction": "models",
    "RlveGymObservation": "models",
    "RlveGymState": "models",
    "VerifierResult": "models",
    "LocalServerProvider": "providers",
    "ServerStatus": "servers",
    # Not in `__all__`: it needs verifiers, which looks for it here.
    "load_environment": "integrations.verifiers",
}

_EXTRAS = {"datasets", "openenv", "verifiers"}
"""What some names need beside the package, each with the extra that installs it."""


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = import_module(f"{__name__}.{_MODULE_OF[name]}")
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _EXTRAS:
            raise
        raise ModuleNotFoundError(
            f"{__name__}.{name} needs {missing}, which is not installed: "
            f'pip install "openenv-rlve-gym[{missing}]"',
            name=missing,
        ) from error
    value = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
