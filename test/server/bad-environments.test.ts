import { connect as connectTcp } from "node:net";
import { expect, test } from "vitest";
import { Peer, startBadServer, startTestServer, until } from "./harness.ts";

test("a generation that never ends delays no other session, and fails by its deadline alone", async () => {
  const { url } = await startBadServer({ generationTimeoutS: 5 });
  const stuck = await Peer.open(url);
  const other = await Peer.open(url);
  await other.ask({ type: "reset" });
  let hasFailed = false;
  stuck.send({ type: "reset", data: { environment: "Endless" } });
  const failure = stuck.expectReply().then((reply) => {
    hasFailed = true;
    return reply;
  });
  let answered = 0;
  while (!hasFailed) {
    // Another problem is generated meanwhile, too.
    const reset = await other.ask({ type: "reset", data: { seed: answered++ } });
    expect(reset.data.observation.success).toBe(true);
    expect((await other.ask({ type: "step", data: { output: "" } })).type).toBe("observation");
  }
  expect(answered).toBeGreaterThan(1);

  const { data } = await failure;
  expect(data.observation).toMatchObject({ problem_input: null, success: false });
  expect(data.observation.message).toMatch(/Endless \(difficulty 0, seed 0\).*5 s/);
  // The session lives on.
  const next = await stuck.ask({ type: "reset", data: { environment: "Quick" } });
  expect(next.data.observation.success).toBe(true);
});

test("an environment that throws while it generates is a failure, in sessions and in batches", async () => {
  const { url } = await startBadServer({ generationTimeoutS: 10 });
  const peer = await Peer.open(url);
  const { data } = await peer.ask({ type: "reset", data: { environment: "Throwing" } });
  expect(data).toMatchObject({ reward: null, done: false, observation: { success: false } });
  // What the exception says is for the log.
  expect(data.observation.message).toBe(
    "Generation of Throwing (difficulty 0, seed 0) failed internally",
  );
  const named = { environment: "Throwing", difficulty: 0, seed: 0 };
  const verified = await peer.ask({
    type: "verify",
    data: { problems: [{ ...named, outputs: [""] }] },
  });
  expect(verified.data.results[0].error.code).toBe("EXECUTION_ERROR");
  const generated = await peer.ask({ type: "generate", data: { problems: [named] } });
  expect(generated.data.problems[0].error.code).toBe("EXECUTION_ERROR");
});

test("an environment that throws while it scores gives an error and no reward, in steps and batches", async () => {
  const { url } = await startBadServer({ generationTimeoutS: 10 });
  const peer = await Peer.open(url);
  await peer.ask({ type: "reset", data: { environment: "ThrowingScore" } });
  const output = "<answer>1</answer>";
  const { data } = await peer.ask({ type: "step", data: { output } });
  expect(data).toMatchObject({
    reward: null,
    done: false,
    observation: { verifier_result: null, success: false },
  });
  const verified = await peer.ask({ type: "verify", data: { problems: [{ outputs: [output] }] } });
  expect(verified.data.results).toEqual([
    { reward: [null], accuracy: [null], format_score: [null] },
  ]);
  expect((await peer.ask({ type: "state" })).data).toMatchObject({
    num_samples: 0,
    sum_accuracy: 0,
  });
});

test("half a frame, then silence or the end, disturbs no one and leaves no slot behind", async () => {
  const { url, address, sessions } = await startTestServer({ sessionIdleTimeoutS: 1 });
  const other = await Peer.open(url);
  const upgrade =
    "GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  const half = Buffer.from([0x81, 0xfe, 0x10, 0x00, 1, 2, 3, 4, 5, 6]);
  const [silent, ended] = [0, 1].map(() => {
    const tcp = connectTcp(address.port, "127.0.0.1");
    tcp.on("error", () => {});
    tcp.write(upgrade);
    return tcp;
  });
  await until(() => sessions.active === 3, "both are connected");
  silent.write(half);
  ended.write(half);
  ended.destroy();
  // The silent one ends by the idle time-out, while the other session is kept busy.
  while (sessions.active > 1) expect((await other.ask({ type: "state" })).type).toBe("state");
  expect((await other.ask({ type: "state" })).type).toBe("state");
  silent.destroy();
});
