"""A check: what the document allows is refused only for what it means, never for its form."""

import schemathesis
from schemathesis import CheckContext, GenerationMode


@schemathesis.check
def refused_for_meaning(context: CheckContext, response, case) -> None:
    if response.status_code != 422 or case.meta is None:
        return
    if case.meta.generation.mode is not GenerationMode.POSITIVE:
        return
    # How the fields of a curriculum must agree is no form.
    if case.operation.path == "/curricula/{name}":
        return
    # What is in a stored problem is its environment's matter.
    form = [
        issue
        for issue in response.json()["detail"]
        if issue["type"] != "value_error" and "config" not in issue["loc"]
    ]
    assert not form, f"The document allows what is refused for its form: {form}"
