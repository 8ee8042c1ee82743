import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { Sex } from '../artisans/artisan.rules.ts';
import type { DelegateShare } from '../bodies/body.rules.ts';
import { ElectionKind, ElectionState } from './election.rules.ts';

export const ElectionTable = defineEntity({
  name: 'ElectionTable',
  tableName: 'election',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('election', { province: true }),
  indexes: [
    { name: 'election_body', properties: ['regionId', 'bodyId', 'id'] },
    { name: 'election_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'election_state', properties: ['regionId', 'state', 'id'] },
  ],
  properties: {
    ...tenantKey,
    bodyId: p.integer(),
    provinceId: p.smallint().nullable(),
    kind: p.enum(() => ElectionKind),
    state: p.enum(() => ElectionState),
    calledOn: p.date(),
    heldOn: p.date().nullable(),
    electors: p.integer(),
    // How the delegates of an assembly above the province are shared out among its base, as it was when the election was called.
    shares: p.json<readonly DelegateShare[]>().nullable(),
    turnout: p.integer().default(0),
    blank: p.integer().nullable(),
    termEndsOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

const person = { artisanRegionId: p.smallint(), artisanId: p.integer() };
const onceOf = (table: string) => [
  { name: `${table}_once`, properties: ['regionId', 'electionId', 'artisanRegionId', 'artisanId'] as never },
];

export const CandidacyTable = defineEntity({
  name: 'CandidacyTable',
  tableName: 'candidacy',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('candidacy', { province: true }),
  uniques: onceOf('candidacy'),
  indexes: [
    { name: 'candidacy_election', properties: ['regionId', 'electionId', 'id'] },
    { name: 'candidacy_artisan', properties: ['artisanRegionId', 'artisanId'] },
  ],
  properties: {
    ...tenantKey,
    electionId: p.integer(),
    provinceId: p.smallint().nullable(),
    officeId: p.smallint().nullable(),
    ...person,
    nameAr: p.text(),
    nameLatin: p.text(),
    sex: p.enum(() => Sex).nullable(),
    votes: p.integer().nullable(),
    elected: p.boolean().nullable(),
    withdrawnOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

/** Who has voted, never for whom: one artisan, one vote. */
export const BallotTable = defineEntity({
  name: 'BallotTable',
  tableName: 'ballot',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('ballot', { province: true }),
  uniques: onceOf('ballot'),
  indexes: [{ name: 'ballot_artisan', properties: ['artisanRegionId', 'artisanId'] }],
  properties: { ...tenantKey, electionId: p.integer(), provinceId: p.smallint().nullable(), ...person },
});
