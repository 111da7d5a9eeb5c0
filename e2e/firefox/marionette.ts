import { connect, type Socket } from "node:net";

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Firefox's own remote control, the only one that reaches its toolbox. A message is its length in bytes, a colon, and
 * JSON: `[0, id, name, parameters]` asks, `[1, id, error, result]` responds.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (bytes) => this.#receive(bytes));
    socket.on("close", () => this.#end());
  }

  /** Connects to a Firefox that listens on a port of this machine. */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, "127.0.0.1");
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    return new Marionette(socket);
  }

  /** Sends a command; gives its result, rejects with Firefox's error or where the connection ends first. */
  send(name: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (let message = this.#next(); message !== null; message = this.#next()) this.#answer(message);
  }

  #next(): string | null {
    const colon = this.#received.indexOf(":");
    if (colon < 0) return null;
    const end = colon + 1 + Number(this.#received.toString("latin1", 0, colon));
    if (this.#received.length < end) return null;
    const message = this.#received.toString("utf8", colon + 1, end);
    this.#received = this.#received.subarray(end);
    return message;
  }

  /** The first message greets and sends nothing. */
  #answer(message: string): void {
    const parsed: unknown = JSON.parse(message);
    if (!Array.isArray(parsed)) return;
    const [, id, error, result] = parsed as [number, number, { error: string; message: string } | null, unknown];
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new Error(`${error.error}: ${error.message}`));
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error("Firefox closed the connection"));
    this.#waiting.clear();
  }
}
