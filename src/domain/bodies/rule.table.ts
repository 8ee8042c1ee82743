import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../database/names.ts';
import { BodyLevel } from '../committees/index.ts';
import { Mark } from '../professions/index.ts';

/** A threshold of the roll-out as dated data: the law leaves it open, a central officer changes it without a release. */
export const RuleTable = defineEntity({
  name: 'RuleTable',
  tableName: 'rule',
  uniques: [{ name: 'rule_dated', properties: ['code', 'level', 'validFrom'] }],
  properties: {
    id: p.smallint().primary().autoincrement(false),
    code: p.text(),
    level: p.enum(() => BodyLevel),
    value: p.double(),
    rank: p.smallint(),
    ...localizedName,
    validFrom: p.date(),
    validTo: p.date().nullable(),
    mark: p.enum(() => Mark),
    source: p.text(),
  },
});
