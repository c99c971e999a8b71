import { describe, expect, test } from "vitest";
import { findUnanswering, toPeer } from "../../../src/server/transports/tcp-table.ts";

/*
 * Lines in the form of Linux's /proc/net/tcp and /proc/net/tcp6. That of RESENT was recorded while
 * a peer was silent (test/services/lost-peers.sh); the others differ from it in what they are about.
 */

const QUIET =
  "   1: 010200C0:1F40 020200C0:D2B2 01 00000000:00000000 00:00000000 00000000  1000        0 152341 1 0000000000000000 20 4 29 10 -1";
const RESENT =
  "   1: 010200C0:1F40 020200C0:C362 01 00000111:00000000 01:0000074E 00000007     0        0 1565444 3 000000006b932c22 2611 4 30 1 -1";
const PROBED =
  "   3: 010200C0:1F40 030200C0:D2B6 01 00000000:00000000 02:00000147 00000000  1000        2 152343 2 0000000000000000 20 4 29 10 -1";
const UNSENT =
  "   4: 010200C0:1F40 040200C0:D2B8 01 0002FA00:00000000 04:00000147 00000000  1000        0 152344 2 0000000000000000 20 4 29 10 -1";
const LISTENING =
  "   0: 00000000:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 152340 1 0000000000000000 100 0 0 10 0";
const CONNECTING =
  "   5: 010200C0:D2C0 050200C0:0050 02 00000001:00000000 01:00000147 00000002  1000        0 152345 2 0000000000000000 400 0 0 1 -1";

describe("who owes an acknowledgement", () => {
  test("a peer to whom bytes were sent again, and one that was probed, in vain", () => {
    expect(findUnanswering([QUIET, RESENT, PROBED])).toEqual([
      "192.0.2.2:50018",
      "192.0.2.3:53942",
    ]);
  });

  test("not who merely does not read, nor what is no connection", () => {
    expect(findUnanswering([LISTENING, QUIET, UNSENT, CONNECTING, ""])).toEqual([]);
  });

  test("this side may have ended already, but not both", () => {
    const inState = (state: string) => RESENT.replace(" 01 ", ` ${state} `);
    for (const state of ["04", "08"]) expect(findUnanswering([inState(state)])).toHaveLength(1);
    for (const state of ["05", "06", "07"]) expect(findUnanswering([inState(state)])).toEqual([]);
  });

  test("IPv6, and IPv4 that comes by IPv6", () => {
    const from = (remote: string) =>
      `   1: 00000000000000000000000001000000:1F40 ${remote}:D2B4 01 000000B7:00000000 01:00000147 00000003     0        0 9 2 0000000000000000 416 4 29 1 7`;
    expect(findUnanswering([from("B80D0120000000000000000002000000")])).toEqual([
      "2001:db8::2:53940",
    ]);
    expect(findUnanswering([from("0000000000000000FFFF0000020200C0")])).toEqual([
      "192.0.2.2:53940",
    ]);
  });
});

test("a peer has one spelling, whatever a socket calls it", () => {
  expect(toPeer("::ffff:192.0.2.2", 1)).toBe("192.0.2.2:1");
  expect(toPeer("fe80:0:0::1%eth0", 1)).toBe("fe80::1:1");
});
