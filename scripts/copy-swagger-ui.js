/**
 * Puts Swagger UI, which shows the API document at /docs, into dist/: it is served from there, so
 * that running needs neither its package nor the network. The packages of its makers report home
 * when they are installed; that of fastify holds the same files and does nothing.
 */
import { cp } from "node:fs/promises";

const source = new URL("../node_modules/@fastify/swagger-ui/static/", import.meta.url);
const target = new URL("../dist/swagger-ui/", import.meta.url);

for (const file of ["swagger-ui-bundle.js", "swagger-ui.css"]) {
  await cp(new URL(file, source), new URL(file, target));
}
