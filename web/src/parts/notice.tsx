import type { Loading } from "../api/loading.ts";

/** What stands in the place of something that is not here (yet). */
export function Notice({ of: { value, fault } }: { of: Loading<unknown> }) {
  if (fault !== undefined) {
    return (
      <p role="alert" class="fault">
        {fault}
      </p>
    );
  }
  return value === undefined ? (
    <p role="status" class="quiet">
      Loading…
    </p>
  ) : null;
}
