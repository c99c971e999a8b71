import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findFreePort } from "../../client/fakes.ts";
import { RedisServer } from "./redis-server.ts";
import { ServerProcess } from "./server-process.ts";
import { connect } from "./servers.ts";

test("over TLS, with a certificate that is known, and not with another", async () => {
  const directory = mkdtempSync(join(tmpdir(), "rlve-gym-tls-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const [certificate, key] = ["certificate.pem", "key.pem"].map((file) => join(directory, file));
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
  const files = ["-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...subject, ...files], {
    stdio: "ignore",
  });
  const port = await findFreePort();
  const tls = ["--tls-port", String(port), "--tls-auth-clients", "no"];
  const certificates = ["--tls-cert-file", certificate, "--tls-key-file", key];
  const redis = await RedisServer.start(...tls, ...certificates, "--requirepass", "p@ss word");
  onTestFinished(() => redis.end());
  const store = `rediss://default:p%40ss%20word@127.0.0.1:${port}/2?prefix=tls:`;
  const trusting = await ServerProcess.start(store, { NODE_EXTRA_CA_CERTS: certificate });
  const main = (await connect(trusting.url)).curriculum("main");
  await main.load({ environments: ["Sorting"] });
  expect(await main.draw(2)).toHaveLength(2);
  const strange = await ServerProcess.start(store);
  const refused = (await connect(strange.url)).curriculum("main").draw(1);
  await expect(refused).rejects.toThrow(
    /rediss:\/\/127.* is out of reach.*self-signed certificate/,
  );
});
