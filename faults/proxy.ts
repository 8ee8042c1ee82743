import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

// What opens and ends transactions on the wire: changes are read committed, and all that only reads is repeatable read.
const MARKS = /begin isolation level (read committed|repeatable read)|commit\0/g;

/** Stands between the API and PostgreSQL, and cuts a connection right after the commit of a change was sent on. */
export class CommitCutter {
  readonly #sockets = new Set<Socket>();
  #toCut = 0;
  cut = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async before(port: number): Promise<CommitCutter> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const cutter = new CommitCutter(server, (server.address() as AddressInfo).port);
    server.on('connection', (client) => {
      cutter.pass(client, connect(port, '127.0.0.1'));
    });
    return cutter;
  }

  /** Cuts the next changes: PostgreSQL gets the commit, and the API no answer to it. */
  cutNext(times: number): void {
    this.#toCut = times;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  /** Ends two connections together; answers what ends both. */
  private tied(client: Socket, database: Socket): () => void {
    const end = (): void => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      this.#sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    return end;
  }

  private pass(client: Socket, database: Socket): void {
    const end = this.tied(client, database);
    let [isChange, isCut] = [false, false];
    client.on('data', (chunk: Buffer) => {
      if (isCut) return;
      database.write(chunk);
      for (const [, mode] of chunk.toString('latin1').matchAll(MARKS)) {
        if (mode !== undefined) isChange = mode === 'read committed';
        else if (isChange && this.#toCut > 0) {
          isCut = true;
          this.#toCut -= 1;
          this.cut += 1;
          setTimeout(end, 50);
          return;
        }
      }
    });
    database.on('data', (chunk: Buffer) => {
      if (!isCut) client.write(chunk);
    });
  }
}
