import { useEffect, useRef } from "preact/hooks";
import { place, toHash } from "./address.ts";
import { isReachable } from "./api/request.ts";
import { KeyDialog } from "./parts/key-dialog.tsx";
import { CurriculaView } from "./views/curricula.tsx";
import { EnvironmentView } from "./views/environment.tsx";
import { Gallery } from "./views/gallery.tsx";
import { InspectView } from "./views/inspect.tsx";
import { PlayView } from "./views/play.tsx";
import { ServerView } from "./views/server.tsx";

const VIEWS = [
  { view: "gallery", label: "Gallery", also: ["environment"] },
  { view: "problem", label: "Play", also: [] },
  { view: "inspect", label: "Inspect", also: [] },
  { view: "curricula", label: "Curricula", also: [] },
  { view: "server", label: "Server", also: [] },
];

/** The frame around all views. */
export function Page() {
  const { view, subject } = place.value;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const current = VIEWS.find((one) => one.view === view || one.also.includes(view));
  const label = current?.label ?? "Not found";
  // A new view takes the focus
  useEffect(() => {
    document.title = `${label} · RLVE-Gym`;
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [view]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header class="masthead">
        <a class="name" href={toHash("gallery")}>
          RLVE-Gym
        </a>
        <nav aria-label="Views">
          {VIEWS.map((one) => (
            <a href={toHash(one.view)} aria-current={one === current ? "page" : undefined}>
              {one.label}
            </a>
          ))}
        </nav>
      </header>
      <div role="status" class="connection">
        {!isReachable.value && (
          <p class="banner">The server does not answer. The page goes on when it is back.</p>
        )}
      </div>
      <main id="main" ref={main} tabIndex={-1}>
        <View view={view} subject={subject} />
      </main>
      <KeyDialog />
    </>
  );
}

function View({ view, subject }: { view: string; subject: string }) {
  switch (view) {
    case "gallery":
      return <Gallery />;
    case "environment":
      return <EnvironmentView key={subject} id={subject} />;
    case "problem":
      return <PlayView subject={subject} />;
    case "inspect":
      return <InspectView key={subject} subject={subject} />;
    case "curricula":
      return <CurriculaView name={subject} />;
    case "server":
      return <ServerView />;
    default:
      return (
        <p>
          There is nothing here. <a href={toHash("gallery")}>To the gallery</a>
        </p>
      );
  }
}
