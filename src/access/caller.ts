import type { CallerKind, GroupKind, GroupQuota, Quota, Quotas } from '../config/quotas.ts';
import type { Viewer } from './viewer.ts';

/** Who uses the server, as far as quotas are concerned. */
export interface Caller {
  /** The subject of a token, or the address of somebody without one. */
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

const kindOf = ({ role }: Viewer): CallerKind =>
  role === null ? 'anonymous' : (role.toLowerCase().replaceAll('_', '-') as CallerKind);

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

export function callerOf(viewer: Viewer, address: string, { callers, groups }: Quotas): Caller {
  const kind = kindOf(viewer);
  const quota = callers[kind];
  if (kind === 'anonymous') {
    const group = { key: 'anonymous', kind: 'all-anonymous', quota: groups['all-anonymous'] } as const;
    return { key: `address ${networkOf(address)}`, kind, quota, group };
  }
  const group = { key: groupKeyOf(viewer, kind), kind: 'tenant', quota: groups.tenant } as const;
  return { key: `subject ${viewer.subject ?? ''}`, kind, quota, group };
}
