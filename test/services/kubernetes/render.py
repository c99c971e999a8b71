"""Builds folders with kustomize, and looks at what comes out by the published schemas."""

import json
import subprocess
import sys

import kubernetes_validate
import yaml
from cloudcoil.models.prometheus_operator.v1 import PodMonitor

VERSIONS = ["1.30", "1.37"]
"""Of Kubernetes: the first that has all that is used, and the newest whose schemas there are."""


def build(folder):
    """Return the objects that kustomize makes of a folder."""
    command = ["kubectl", "kustomize", folder]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return list(yaml.safe_load_all(text))


def find_faults(resource):
    """Yield what the schemas say against an object; no field that they do not know is allowed."""
    name = f"{resource['kind']} {resource['metadata']['name']}"
    if resource["apiVersion"].startswith("monitoring.coreos.com/"):
        kept = PodMonitor.model_validate(resource).model_dump(
            mode="json", by_alias=True, exclude_unset=True
        )
        if kept != resource:
            yield f"{name}: {resource} has fields that are unknown; known are {kept}"
        return
    for version in VERSIONS:
        try:
            kubernetes_validate.validate(resource, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            yield f"{name}, Kubernetes {version}: {error.message}"


rendered = {}
for folder in sys.argv[1:]:
    try:
        resources = build(folder)
        faults = [fault for resource in resources for fault in find_faults(resource)]
        rendered[folder] = {"resources": resources, "faults": faults}
    except subprocess.CalledProcessError as error:
        rendered[folder] = {"resources": [], "faults": [error.stderr]}
print(json.dumps(rendered))
