"""Puts the built server of the repository into the package: what `[server]` installs Node for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAME = "rlve-gym-server"

FILES = [
    "package.json",
    "README.md",
    "LICENSE",
    "NOTICE",
    "LICENSES/*",
    "dist/LICENSES.txt",
    "dist/cli/main.js",
    "dist/environments/registry.js",
    "dist/problems/workers/process-main.js",
    "dist/problems/workers/thread-main.js",
    "dist/chunks/*.js",
    "dist/swagger-ui/*",
    "dist/web/*",
]
"""What the server reads when it runs: each pattern has a file, or the server is not whole."""


class ServerHook(BuildHookInterface):  # type: ignore[type-arg]  # not generic at run time
    """Copies what `npm run build` has made of the clone around this folder.

    A package without it, of a clone that is not built or of a copy of this folder alone, is a pure
    client. In a source distribution the server is in its place already.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files of the server; an editable package uses those of the clone."""
        repository = Path(self.root).parent
        if version == "editable" or not is_built(repository):
            return
        folder = "src/RLVE_Gym/_server" if self.target_name == "sdist" else "RLVE_Gym/_server"
        for file in find_files(repository, self.metadata.version):
            build_data["force_include"][str(file)] = f"{folder}/{file.relative_to(repository)}"


def is_built(repository: Path) -> bool:
    """Whether a folder is a clone whose server is built."""
    manifest = repository / "package.json"
    return (
        (repository / "dist/cli/main.js").is_file()
        and manifest.is_file()
        and json.loads(manifest.read_text())["name"] == NAME
    )


def find_files(repository: Path, version: str) -> list[Path]:
    """Return the files of the server, which is whole, of this version, and as new as its code."""
    own = json.loads((repository / "package.json").read_text())["version"]
    if own != version:
        raise RuntimeError(f"the server is of version {own}, and this package of {version}")
    built = (repository / "dist/cli/main.js").stat().st_mtime
    sources = [file for folder in ("src", "web") for file in (repository / folder).rglob("*.*")]
    newer = [str(file) for file in sources if file.stat().st_mtime > built and file.is_file()]
    if newer:
        raise RuntimeError(f"{newer[0]} is newer than the built server: npm run build there")
    found = {pattern: sorted(repository.glob(pattern)) for pattern in FILES}
    for pattern, files in found.items():
        if not files:
            raise RuntimeError(f"the built server has no {pattern}: npm run build in {repository}")
    return [file for files in found.values() for file in files]
