import { useState } from "preact/hooks";

export interface Snippet {
  readonly name: string;
  readonly text: string;
}

/** Buttons that copy the same thing in several languages. */
export function CopyAs({ snippets }: { snippets: readonly Snippet[] }) {
  const [told, tell] = useState("");
  const copy = async ({ name, text }: Snippet) => {
    const isCopied = await copyText(text);
    tell(isCopied ? `Copied: ${name}` : "The browser does not let this page copy.");
  };
  return (
    <fieldset class="copy-as">
      <legend>Copy as</legend>
      {snippets.map((snippet) => (
        <button type="button" class="small" onClick={() => copy(snippet)}>
          {snippet.name}
        </button>
      ))}
      <span role="status">{told}</span>
    </fieldset>
  );
}

/** Without TLS, or in a frame, only the old way may be open. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "off-screen";
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isCopied;
  }
}
