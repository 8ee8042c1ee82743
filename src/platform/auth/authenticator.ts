import { LRUCache } from 'lru-cache';
import { domainError } from '../errors/domain-error.ts';
import { TOKEN } from './token.reasons.ts';
import { viewerOfToken, type TokenSettings } from './token.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

// Verifying a signature takes a seventh of the time of a page.
const CACHED_MS = 30_000;
const CACHED_AT_MOST = 1000;

/** Finds out who asks from an Authorization header; verified tokens are cached for a moment. */
export class Authenticator {
  readonly #known = new LRUCache<string, Viewer>({ max: CACHED_AT_MOST, ttl: CACHED_MS });
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
    return this.#known.get(token) ?? this.verified(token);
  }

  private async verified(token: string): Promise<Viewer> {
    const revision = this.#revision;
    const { viewer, until } = await viewerOfToken(token, this.settings);
    const ttl = Math.min(until - Date.now(), CACHED_MS);
    // A key may have been withdrawn meanwhile. To the cache, a time to live of 0 is one without end.
    if (revision === this.settings.keys.revision && ttl > 0) this.#known.set(token, viewer, { ttl });
    return viewer;
  }

  /** Forgets what was verified with other keys: one of them may be withdrawn. */
  private forgetOthers(): void {
    const { revision } = this.settings.keys;
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#known.clear();
  }
}
