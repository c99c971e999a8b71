"""OpenEnv's validator: of the repository, of a running server, and its graders."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openenv.validation.graders import Subject
from openenv.validation.graders.runtime import (
    ObservationSchemaGrader,
    RewardWellFormedGrader,
    StateContractGrader,
)
from openenv.validation.manifest import NormalizedManifestV2
from openenv.validation.parsers.openenv_yaml import OpenEnvYamlParser
from openenv.validation.runtime.collector import collect_runtime_evidence
from openenv.validation.runtime.contracts import load_runtime_plan
from openenv.validation.types import CheckStatus

ROOT = Path(__file__).parents[3]


def validate(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "openenv.cli", "validate", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def clean_export(tmp_path: Path) -> Path:
    """The repository's own files: the validator refuses the symbolic links of node_modules."""
    git = shutil.which("git")
    assert git is not None
    listing = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name, follow_symlinks=False)
    return tmp_path


def test_the_repository(clean_export: Path) -> None:
    result = validate(str(clean_export), "--level", "static", "--json")
    assert result.returncode == 0, result.stdout + result.stderr
    report = json.loads(result.stdout)
    assert report["verdict"] == "pass"


def test_a_running_server(base_url: str) -> None:
    result = validate("--url", base_url, "--json")
    assert result.returncode == 0, result.stdout + result.stderr
    report = json.loads(result.stdout)
    assert report["passed"]
    failed = [criterion for criterion in report["criteria"] if not criterion["passed"]]
    assert failed == []


@pytest.mark.parametrize(
    "grader", [RewardWellFormedGrader, ObservationSchemaGrader, StateContractGrader]
)
def test_runtime_graders(
    base_url: str,
    tmp_path: Path,
    grader: type[RewardWellFormedGrader | ObservationSchemaGrader | StateContractGrader],
) -> None:
    """On what OpenEnv's collector gathers from the running server, without Docker."""
    manifest = OpenEnvYamlParser().parse(ROOT)
    assert isinstance(manifest, NormalizedManifestV2)
    plan = load_runtime_plan(ROOT, manifest.execution)
    evidence = collect_runtime_evidence(base_url, plan, episode_timeout_s=60)
    assert evidence.failure_reason is None
    subject = Subject(
        root=ROOT,
        manifest=manifest,
        image_ref=None,
        running=None,
        outputs_dir=tmp_path,
        runtime_evidence=evidence,
    )
    result = grader().run(subject)
    assert result.status == CheckStatus.PASS, result
