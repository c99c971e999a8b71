import type { Socket } from "../../../src/server/sockets/socket.ts";

/** A socket that remembers what it was told; `bufferedBytes` is the test's to set. */
export class FakeSocket implements Socket {
  bufferedBytes = 0;
  readonly sent: string[] = [];
  isPaused = false;
  closedWith: { code: number; reason: string } | null = null;
  isTerminated = false;

  send(frame: string | Buffer): void {
    this.sent.push(frame.toString());
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  close(code: number, reason: string): void {
    this.closedWith = { code, reason };
  }

  terminate(): void {
    this.isTerminated = true;
  }
}
