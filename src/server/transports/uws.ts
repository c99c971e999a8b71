import { type AddressInfo, createServer, isIPv6 } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Intake } from "./intake.ts";
import { ALLOWED_MESSAGES, type Listen } from "./transport.ts";
import { toBehavior } from "./uws-endpoints.ts";
import { HttpRequests } from "./uws-http.ts";
import { loadLibrary, type UwsApp, type UwsLibrary, type UwsListening } from "./uws-library.ts";
import { Probes } from "./uws-probes.ts";
import { Throttle } from "./uws-throttle.ts";

/** What was sent last gets so long to arrive before connections are cut off. */
const LINGER_MS = 100;

/** Listens by uWebSockets.js, for HTTP and for sockets. */
export const listen: Listen = async (options) => {
  const library = loadLibrary();
  const throttle = new Throttle();
  const probes = new Probes();
  const intake = new Intake(ALLOWED_MESSAGES * options.limits.maxMessageBytes);
  const requests = new HttpRequests(options, intake);
  const app = library.App();
  for (const [path, endpoint] of options.endpoints) {
    const behavior = toBehavior(library, endpoint, { ...options, throttle, probes });
    app.ws(path, behavior).ws(`${path}/`, behavior);
  }
  app.any("/*", (response, request) => requests.answer(response, request));
  const stop = () => {
    app.close();
    throttle.close();
    probes.close();
    intake.close();
  };
  const listening = await listenOn(library, app, options).catch((error) => {
    stop();
    throw error;
  });
  const { host } = options;
  const address: AddressInfo = {
    address: host,
    family: isIPv6(host) ? "IPv6" : "IPv4",
    port: library.us_socket_local_port(listening),
  };
  const close = async (timeoutMs: number) => {
    library.us_listen_socket_close(listening);
    await Promise.race([requests.finish(), delay(Math.max(0, timeoutMs), null, { ref: false })]);
    await delay(LINGER_MS);
    stop();
  };
  let closing: Promise<void> | undefined;
  return {
    address,
    close(timeoutMs) {
      // What is closed twice crashes the library.
      closing ??= close(timeoutMs);
      return closing;
    },
  };
};

/** @throws Error with the system's code when it cannot listen */
async function listenOn(
  library: UwsLibrary,
  app: UwsApp,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<UwsListening> {
  const listening = await new Promise<UwsListening | false>((resolve) => {
    app.listen(host, port, library.LIBUS_LISTEN_EXCLUSIVE_PORT, resolve);
  });
  if (listening !== false) return listening;
  // The library does not say why not; the same attempt without it does.
  await new Promise<void>((resolve, reject) => {
    const attempt = createServer().once("error", reject);
    attempt.listen(port, host, () => attempt.close(() => resolve()));
  });
  throw new Error("uWebSockets.js does not say why");
}
