import { signToken } from '../src/platform/auth/keys.ts';
import { SHIPPED_FLAGS } from './bundle.ts';
import { Child } from './child.ts';
import { AUDIENCE, ISSUER, type Settings } from './contestants/session.ts';
import type { Asker, Contestant, Request } from './works/work.ts';

const POOL_SIZE = 10;

/** A contestant that has been started and answers. */
export interface Running<Name extends string = Contestant> {
  readonly name: Name;
  readonly pid: number;
  readonly origin: string;
  stop(): Promise<void>;
}

export async function start<Name extends string>(
  name: Name,
  at: { folder: string; databaseUrl: string },
  flags: readonly string[] = [],
): Promise<Running<Name>> {
  const child = Child.start(`./contestants/${name}.ts`, [...(name === 'hiraf' ? SHIPPED_FLAGS : []), ...flags]);
  const settings: Settings = { ...at, poolSize: POOL_SIZE };
  const { port } = await child.ask<{ port: number }>(settings);
  return { name, pid: child.pid, origin: `http://127.0.0.1:${String(port)}`, stop: () => child.stop() };
}

/** `folder` has the key that tokens are signed with. */
export function tokenFor({ folder }: { readonly folder: string }, viewer: Asker): Promise<string> {
  const signing = { dir: folder, issuer: ISSUER, audience: AUDIENCE, expiresIn: '12h' };
  return signToken({ subject: `bench-${viewer.region ?? 'MA'}`, ...viewer }, signing);
}

export async function replyOf(origin: string, request: Request, token: string): Promise<string> {
  const response = await fetch(origin + request.path, {
    method: request.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: request.body ?? null,
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (!response.ok || text.startsWith(`{"errors"`))
    throw new Error(`${origin}${request.path} answered ${String(response.status)}: ${text}`);
  return text;
}
