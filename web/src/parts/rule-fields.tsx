import { DEFAULT_RULE, type Rule } from "../api/problems.ts";

const OPTIONS = [
  { name: "completion", value: true, about: "the output is the model's alone" },
  { name: "innermost", value: true, about: "of start … start … end the last start counts" },
  { name: "think", value: "strip", about: "what stands in <think>…</think> is not searched" },
  { name: "lenient", value: true, about: "without bold, code marks, \\boxed{} and the like" },
] as const;

interface Shape {
  readonly rule: Rule;
  readonly onRule: (rule: Rule) => void;
}

/** How outputs are read, where it is not the default's way. */
export function RuleFields({ rule, onRule }: Shape) {
  const { markers, reading } = rule;
  const setMarker = (index: 0 | 1, text: string) => {
    const pair = [markers?.[0] ?? "", markers?.[1] ?? ""] as [string, string];
    pair[index] = text;
    onRule({ ...rule, markers: pair[0] === "" && pair[1] === "" ? null : pair });
  };
  const toggle = (name: string, value: boolean | string, isOn: boolean) => {
    const { [name]: _off, ...rest } = reading;
    onRule({ ...rule, reading: isOn ? { ...rest, [name]: value } : rest });
  };
  return (
    <details>
      <summary>How outputs are read{rule === DEFAULT_RULE ? "" : " (changed)"}</summary>
      <div class="row">
        <label>
          Start marker
          <input
            value={markers?.[0] ?? ""}
            placeholder="the server's"
            onInput={(event) => setMarker(0, event.currentTarget.value)}
          />
        </label>
        <label>
          End marker
          <input
            value={markers?.[1] ?? ""}
            placeholder="the server's"
            onInput={(event) => setMarker(1, event.currentTarget.value)}
          />
        </label>
      </div>
      {OPTIONS.map(({ name, value, about }) => (
        <label class="check">
          <input
            type="checkbox"
            checked={name in reading}
            onChange={(event) => toggle(name, value, event.currentTarget.checked)}
          />
          <span>
            <code>{name}</code>: {about}
          </span>
        </label>
      ))}
    </details>
  );
}
