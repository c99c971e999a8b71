import { fileURLToPath } from "node:url";

/** Where tests and bench have uWebSockets.js: in a folder of its own, so that nothing else finds it. */
export const uwsFolder = fileURLToPath(new URL("../../node_modules/.cache/uws", import.meta.url));

/** What NODE_PATH is to be, so that a server finds it there. */
export const uwsModules = `${uwsFolder}/node_modules`;
