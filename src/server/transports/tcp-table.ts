import { SocketAddress } from "node:net";

/*
 * Linux's tables of TCP connections (/proc/net/tcp and tcp6), of which a line is
 *
 *   sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode …
 *
 * Addresses are hexadecimal, 32-bit words in the machine's order, with the port after a colon.
 * `retrnsmt` counts how often the oldest unacknowledged bytes were sent again in vain, `timeout` how
 * often in vain a peer was asked whether it is there or has room (net/ipv4/tcp_ipv4.c, get_tcp4_sock).
 */

/** States in which this side still sends: ESTABLISHED, FIN_WAIT1, CLOSE_WAIT. */
const SENDING = new Set(["01", "04", "08"]);

/** The peers, as `address:port`, that owe an acknowledgement which was asked for again. */
export function findUnanswering(lines: readonly string[]): string[] {
  const peers: string[] = [];
  for (const line of lines) {
    const [, , remote, state, , , retransmits, , probes] = line.trim().split(/\s+/);
    if (!SENDING.has(state)) continue;
    // The first is hexadecimal, the other decimal; of both only 0 matters.
    if (/^0+$/.test(retransmits) && probes === "0") continue;
    peers.push(parsePeer(remote));
  }
  return peers;
}

function parsePeer(text: string): string {
  const [address, port] = text.split(":");
  return toPeer(parseAddress(address), Number.parseInt(port, 16));
}

function parseAddress(hex: string): string {
  const words = hex.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => [...Buffer.from(word, "hex").reverse()]);
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((bytes[2 * at] << 8) | bytes[2 * at + 1]).toString(16),
  );
  return groups.join(":");
}

/** A peer in one spelling; an IPv4 address that comes by IPv6 is itself. */
export function toPeer(address: string, port: number): string {
  const [plain] = address.split("%", 1);
  const family = plain.includes(":") ? "ipv6" : "ipv4";
  const spelt = new SocketAddress({ address: plain, family }).address;
  return `${spelt.replace(/^::ffff:(?=\d+\.)/, "")}:${port}`;
}
