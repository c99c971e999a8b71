import { useEffect, useRef, useState } from "preact/hooks";
import { keyWanted, takeKey } from "../api/request.ts";

/** Asks for the key when the server does. */
export function KeyDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [key, setKey] = useState("");
  const why = keyWanted.value;
  useEffect(() => {
    if (why !== null && !dialog.current?.open) dialog.current?.showModal();
    if (why === null) dialog.current?.close();
  }, [why]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (key !== "") takeKey(key);
  };
  return (
    <dialog ref={dialog} aria-labelledby="key-title" onCancel={(event) => event.preventDefault()}>
      <form onSubmit={submit}>
        <h2 id="key-title">Key</h2>
        <p role="alert">{why}</p>
        <label>
          The server's key
          <input
            type="password"
            autocomplete="off"
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </label>
        <p class="quiet">It is kept in this tab and sent to this server alone.</p>
        <button type="submit">Use this key</button>
      </form>
    </dialog>
  );
}
