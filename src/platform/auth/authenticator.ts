import { domainError } from '../errors/domain-error.ts';
import { TOKEN } from './token.reasons.ts';
import { viewerOfToken, type TokenSettings, type Verified } from './token.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

// Checking a signature took a seventh of the time of a page.
const REMEMBERED_MS = 30_000;
const REMEMBERED_AT_MOST = 1000;

/** Finds out who asks from an Authorization header, and remembers for a moment what it found. */
export class Authenticator {
  readonly #known = new Map<string, Verified>();
  #revision = 0;

  constructor(private readonly settings: TokenSettings) {}

  /** Without a promise where nothing is to be verified: there is no token, or it is in the cache. */
  viewerOf(header: string | undefined): Viewer | Promise<Viewer> {
    if (header === undefined || header === '') return ANONYMOUS;
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    if (token === undefined) {
      return Promise.reject(domainError('UNAUTHENTICATED', { path: 'token', reason: TOKEN.NOT_BEARER }));
    }
    this.forgetOthers();
    const known = this.#known.get(token);
    return known !== undefined && Date.now() < known.until ? known.viewer : this.checked(token);
  }

  private async checked(token: string): Promise<Viewer> {
    const revision = this.#revision;
    const verified = await viewerOfToken(token, this.settings);
    if (revision === this.settings.keys.revision) this.remember(token, verified);
    return verified.viewer;
  }

  /** Forgets what was checked with other keys: one of them may be withdrawn. */
  private forgetOthers(): void {
    const { revision } = this.settings.keys;
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#known.clear();
  }

  private remember(token: string, { viewer, until }: Verified): void {
    // The oldest goes first; it is checked again when it comes again.
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= REMEMBERED_AT_MOST) this.#known.delete(oldest);
    this.#known.delete(token);
    this.#known.set(token, { viewer, until: Math.min(until, Date.now() + REMEMBERED_MS) });
  }
}
