import type { CallerKind, GroupKind, GroupQuota, Quota, Quotas } from '../config/quotas.ts';
import { memoizeByObject } from '../lib/memoize.ts';
import type { Role } from './roles.ts';
import { WORDS } from './token.ts';
import type { Viewer } from './viewer.ts';

/** Who uses the server, as far as quotas are concerned. */
export interface Caller {
  /** The subject of a token, or the address of a client without one; the key of a group is never the same. */
  readonly key: string;
  readonly kind: CallerKind;
  readonly quota: Quota;
  readonly group: {
    /** The region, the centre, the analysts, or all who have no token. */
    readonly key: string;
    readonly kind: GroupKind;
    readonly quota: GroupQuota;
  };
}

const REGIONAL: ReadonlySet<string> = new Set(['provincial-officer', 'regional-officer', 'regional-viewer']);

function groupKeyOf(viewer: Viewer, kind: CallerKind): string {
  if (REGIONAL.has(kind)) return `region ${String(viewer.grants.records.regions[0])}`;
  return kind === 'analyst' ? 'analysts' : 'centre';
}

const IPV6_NETWORK_PARTS = 4;

/** An address as it is counted: of IPv6 the network of 64 bits, for whoever has one address has all of it. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [head = '', tail] = address.split('::');
  const parts = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - parts.length - (tail === '' ? 0 : tail.split(':').length);
  const whole = [...parts, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')];
  return whole.slice(0, IPV6_NETWORK_PARTS).join(':');
}

const hasRole = (viewer: Viewer): viewer is Viewer & { role: Role } => viewer.role !== null;

/** Distinguishes callers by their tokens, and those who have none by their addresses. */
export function callersFor({ callers, groups }: Quotas): (viewer: Viewer, address: string) => Caller {
  const all = { key: 'anonymous', kind: 'all-anonymous', quota: groups['all-anonymous'] } as const;
  // A viewer is remembered with its token, and its caller with it.
  const withToken = memoizeByObject((viewer: Viewer & { role: Role }): Caller => {
    const kind: CallerKind = WORDS[viewer.role];
    const group = { key: groupKeyOf(viewer, kind), kind: 'tenant', quota: groups.tenant } as const;
    return { key: `subject ${viewer.subject ?? ''}`, kind, quota: callers[kind], group };
  });
  return (viewer, address) =>
    hasRole(viewer)
      ? withToken(viewer)
      : { key: `address ${networkOf(address)}`, kind: 'anonymous', quota: callers.anonymous, group: all };
}
