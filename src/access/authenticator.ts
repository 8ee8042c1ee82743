import { Refusal } from '../kernel/refusal.ts';
import { viewerOfToken, type TokenSettings, type Verified } from './token.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

// Checking a signature took a seventh of the time of a page. A key that is withdrawn is still obeyed for so long.
const REMEMBERED_MS = 30_000;
const REMEMBERED_AT_MOST = 1000;

/** Finds out who asks from an Authorization header, and remembers for a moment what it found. */
export class Authenticator {
  readonly #known = new Map<string, Verified>();

  constructor(private readonly settings: TokenSettings) {}

  async viewerOf(header: string | undefined): Promise<Viewer> {
    if (header === undefined || header === '') return ANONYMOUS;
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    if (token === undefined) {
      throw new Refusal('UNAUTHENTICATED', 'The Authorization header is not "Bearer <token>".');
    }
    const known = this.#known.get(token);
    if (known !== undefined && Date.now() < known.until) return known.viewer;
    return this.remember(token, await viewerOfToken(token, this.settings));
  }

  private remember(token: string, { viewer, until }: Verified): Viewer {
    // The oldest goes first; it is checked anew when it comes again.
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= REMEMBERED_AT_MOST) this.#known.delete(oldest);
    this.#known.delete(token);
    this.#known.set(token, { viewer, until: Math.min(until, Date.now() + REMEMBERED_MS) });
    return viewer;
  }
}
