import { defineEntity, p } from '@mikro-orm/postgresql';
import { trailPolicies } from '../postgres/policies.ts';

const bytes = () => p.blob().columnType('bytea');
const moment = () => p.datetime().columnType('timestamptz');

/** Who did what, append-only and chained by hash in each region; the number and the hashes are the database's own. */
export const AuditEntryTable = defineEntity({
  name: 'AuditEntryTable',
  tableName: 'audit_entry',
  rowLevelSecurity: 'force',
  policies: trailPolicies('audit_entry', { province: true }),
  indexes: [
    { name: 'audit_entry_entity', properties: ['regionId', 'type', 'entityId', 'seq'] },
    { name: 'audit_entry_province', properties: ['regionId', 'provinceId', 'seq'] },
    { name: 'audit_entry_subject', properties: ['regionId', 'subject', 'seq'] },
  ],
  properties: {
    regionId: p.smallint().primary(),
    seq: p.integer().primary(),
    at: moment(),
    subject: p.text(),
    role: p.text(),
    requestId: p.text(),
    action: p.text(),
    type: p.text(),
    entityId: p.integer().nullable(),
    provinceId: p.smallint().nullable(),
    version: p.integer().nullable(),
    before: p.json().nullable(),
    after: p.json().nullable(),
    previousHash: bytes(),
    hash: bytes(),
  },
});

/** The last entry of each region's chain; its lock puts the writers of a region in order. */
export const AuditHeadTable = defineEntity({
  name: 'AuditHeadTable',
  tableName: 'audit_head',
  rowLevelSecurity: 'force',
  policies: [
    ...trailPolicies('audit_head').slice(0, 1),
    {
      name: 'audit_head_figures_writer',
      command: 'all',
      roles: ['hiraf_figures_writer'],
      using: 'true',
      check: 'true',
    },
  ],
  properties: { regionId: p.smallint().primary().autoincrement(false), seq: p.integer(), hash: bytes() },
});

/** What changed, to be published in the order of each region; it names things and shows no value of them. */
export const OutboxEventTable = defineEntity({
  name: 'OutboxEventTable',
  tableName: 'outbox_event',
  rowLevelSecurity: 'force',
  policies: trailPolicies('outbox_event'),
  properties: {
    regionId: p.smallint().primary(),
    seq: p.integer().primary(),
    at: moment(),
    action: p.text(),
    type: p.text(),
    entityId: p.integer(),
    version: p.integer(),
    changed: p.array().$type<string[]>().columnType('text[]'),
  },
});

/** The first answer that was given under a key of the client's; the region is the viewer's own, 0 for the centre. */
export const IdempotencyKeyTable = defineEntity({
  name: 'IdempotencyKeyTable',
  tableName: 'idempotency_key',
  rowLevelSecurity: 'force',
  policies: [
    ...trailPolicies('idempotency_key'),
    { name: 'idempotency_key_figures_writer', command: 'all', roles: ['hiraf_figures_writer'], using: 'true' },
  ],
  indexes: [{ name: 'idempotency_key_at', properties: ['at'] }],
  properties: {
    regionId: p.smallint().primary(),
    subject: p.text().primary(),
    key: p.text().primary(),
    action: p.text(),
    inputHash: p.text(),
    answer: p.json(),
    at: moment().defaultRaw('now()'),
  },
});
