import { p, type PolicyDef } from '@mikro-orm/postgresql';

/** The key that every tenant row starts with: the region first, so that every index and foreign key is tenant-prefixed. */
export const tenantKey = {
  regionId: p.smallint().primary(),
  id: p.integer().primary().autoincrement(),
};

const READABLE = 'region_id = any((select app.readable_regions())::smallint[])';
/** Within the regions of the capture grant. */
export const WRITABLE = 'region_id = any((select app.capture_scope())::smallint[])';

// A province officer is narrowed inside the region; rows of the region as a whole (province_id null) stay readable, and
// without a narrowing all of them do. As one expression: the planner takes "or … is null" for fifty times as selective, and
// then reads and sorts a whole region for one page.
const WITHIN_PROVINCE = 'coalesce(province_id = (select app.province_scope()), true)';

// What is the whole region's is read from each of its provinces, and written by those of the region alone.
const writable = (hasProvince: boolean): string => {
  const unnarrowed = '(select app.province_scope()) is null';
  const narrowed = hasProvince ? `coalesce(province_id = (select app.province_scope()), ${unnarrowed})` : unnarrowed;
  return `${WRITABLE} and ${narrowed}`;
};

/**
 * The policies of one tenant table: the grant is permissive, the tenant is restrictive, so that no later policy can widen it.
 * `app.readable_regions()` raises where no scope is set: a silent 0 would be a wrong figure.
 */
export function tenantPolicies(table: string, has: { province: boolean } = { province: false }): PolicyDef<object>[] {
  const restrictive = { type: 'restrictive' } as const;
  const written = writable(has.province);
  const tenant: PolicyDef<object>[] = [
    { name: `${table}_grant`, command: 'all', roles: ['hiraf_records'], using: 'true', check: 'true' },
    { name: `${table}_read`, command: 'select', ...restrictive, using: READABLE },
    { name: `${table}_insert`, command: 'insert', ...restrictive, check: written },
    { name: `${table}_update`, command: 'update', ...restrictive, using: written, check: written },
    { name: `${table}_delete`, command: 'delete', ...restrictive, using: written },
  ];
  if (!has.province) return tenant;
  const narrowed: PolicyDef<object> = {
    name: `${table}_province`,
    command: 'all',
    ...restrictive,
    using: WITHIN_PROVINCE,
    check: WITHIN_PROVINCE,
  };
  return [...tenant, narrowed];
}

/** Figures have a grant of their own; only the role that the triggers run as writes them. */
export function figurePolicies(table: string): PolicyDef<object>[] {
  return [
    {
      name: `${table}_grant`,
      command: 'select',
      roles: ['hiraf_figures'],
      using: 'region_id = any((select app.figures_scope())::smallint[])',
    },
    { name: `${table}_figures_writer`, command: 'all', roles: ['hiraf_figures_writer'], using: 'true', check: 'true' },
  ];
}

/** What is only ever added to, within the capture grant: entries of the audit log. */
export function trailPolicies(table: string, has: { province: boolean } = { province: false }): PolicyDef<object>[] {
  const roles = ['hiraf_capture'];
  const readable = has.province ? writable(true) : WRITABLE;
  return [
    { name: `${table}_grant`, command: 'select', roles, using: readable },
    { name: `${table}_note`, command: 'insert', roles, check: WRITABLE },
  ];
}
