"""`python -m RLVE_Gym serve|list|sample|verify|export`, the server's commands, and `evaluate`."""

from __future__ import annotations

import signal
import subprocess
import sys

from .errors import ServerStartError
from .find_server import server_command


def main() -> int:
    """Run the command line with this process's arguments, and return its exit code."""
    if sys.argv[1:2] == ["evaluate"]:
        from .evaluation.command import main as evaluate

        return evaluate(sys.argv[2:])
    try:
        command = server_command()
    except ServerStartError as error:
        sys.stderr.write(f"RLVE_Gym: {error}\n")
        return 1
    with subprocess.Popen([*command, *sys.argv[1:]]) as process:
        # Ctrl-C reaches the server too, which ends in its own order.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return process.wait()


if __name__ == "__main__":
    sys.exit(main())
