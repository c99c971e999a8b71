"""Finding the server on this machine: Node.js and the built `rlve-gym`."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from .errors import ServerStartError

NODE_VERSION = "20.19"

_CHECKOUT_SERVER = Path(__file__).parents[3] / "dist" / "cli" / "main.js"
"""The server of the repository that this package was installed from, in editable mode."""


def server_command() -> list[str]:
    """Return the command that runs the server's command line.

    Looks at the path in `RLVEGYM_SERVER`, then for `rlve-gym` on PATH, then for the built server
    of the checkout that this package was installed from.

    Raises:
        ServerStartError: Node.js or the server is missing; the message says what to install.
    """
    node = shutil.which("node")
    if node is None:
        raise ServerStartError(
            f"The server runs on Node.js, and no `node` is on PATH. Install Node.js {NODE_VERSION} "
            "or newer from https://nodejs.org, or use a server that runs elsewhere",
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
    if installed := shutil.which("rlve-gym"):
        return [installed]
    if _CHECKOUT_SERVER.is_file():
        return [node, str(_CHECKOUT_SERVER)]
    raise ServerStartError(
        "No RLVE-Gym server was found on this machine. Install one with "
        "`npm install --global rlve-gym-server`, or set RLVEGYM_SERVER to the dist/cli/main.js "
        "of a checkout in which `npm install` has run",
        "SERVER_START",
    )
