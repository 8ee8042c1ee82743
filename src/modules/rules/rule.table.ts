import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { SourceStatus } from '../professions/profession.rules.ts';

/** The offices of a board (president and so on): data, since the model statutes were not found. */
export const OfficeTable = defineEntity({
  name: 'OfficeTable',
  tableName: 'office',
  properties: {
    id: p.smallint().primary().autoincrement(false),
    code: p.text().unique(),
    ...localizedName,
    seats: p.smallint().default(1),
  },
});

const CENTRAL = '0 = any((select app.capture_scope())::smallint[])';

/** A threshold of the roll-out as dated data: the law leaves it open, a central officer changes it without a release. */
export const RuleTable = defineEntity({
  name: 'RuleTable',
  tableName: 'rule',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'rule_grant', command: 'select', using: 'true' },
    { name: 'rule_insert', command: 'insert', roles: ['hiraf_capture'], check: CENTRAL },
    { name: 'rule_update', command: 'update', roles: ['hiraf_capture'], using: CENTRAL, check: CENTRAL },
  ],
  uniques: [{ name: 'rule_dated', properties: ['code', 'level', 'validFrom'] }],
  properties: {
    id: p.smallint().primary().autoincrement(false),
    code: p.text(),
    level: p.enum(() => BodyLevel),
    value: p.double().$type<number>(),
    rank: p.smallint(),
    ...localizedName,
    validFrom: p.date(),
    validTo: p.date().nullable(),
    mark: p.enum(() => SourceStatus),
    source: p.text(),
  },
});
