import { sql } from 'kysely';
import { requireCentral } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { dayOf, validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { rulesOn } from './rule.reads.ts';
import { thresholdFaults } from './rule.rules.ts';
import { type Rule } from './rule.type.ts';
import type { ChangeRuleInput } from './rule.input.ts';
import { RULE_REASONS } from './rule.reasons.ts';

const NATION = 0;
// Any number will do: those who change rules take turns, for each new one takes the next number.
const RULE_LOCK = 50_19;

interface Made {
  readonly id: number;
  /** The rule that ended; null where one was corrected. */
  readonly closed: number | null;
  readonly before: number;
}

/** Closes the rule that holds and adds the one that follows it. */
async function replaced(write: WriteTransaction, input: ChangeRuleInput, from: string): Promise<Made | undefined> {
  const { code, level, value, source } = input;
  const [made] = await write.rows<Made>(sql`
    with closed as (
      update rule set valid_to = ${from}
      where code = ${code} and level = ${level} and valid_to is null and valid_from < ${from}::date
      returning *
    )
    insert into rule (id, code, level, value, rank, name_ar, name_fr, name_en, valid_from, valid_to, mark, source)
    select (select max(id) + 1 from rule), code, level, ${value}, rank, name_ar, name_fr, name_en, ${from}::date, null,
      'REPORTED', ${source} from closed
    returning id, (select id from closed) as closed, (select value from closed) as before`);
  return made;
}

/** Corrects a rule that begins on the same day, today or later. */
async function corrected(write: WriteTransaction, input: ChangeRuleInput, from: string): Promise<Made | undefined> {
  const { code, level, value, source } = input;
  const [made] = await write.rows<Made>(sql`
    with wrong as (
      select id, value from rule
      where code = ${code} and level = ${level} and valid_to is null and valid_from = ${from}::date for update
    )
    update rule r set value = ${value}, mark = 'REPORTED', source = ${source} from wrong where r.id = wrong.id
    returning r.id, null as closed, wrong.value as before`);
  return made;
}

/** Notes a rule that was corrected, or one that ended and the one that follows it. */
function record(write: WriteTransaction, { code, level, value }: ChangeRuleInput, made: Made & { from: string }): void {
  const { id, closed, before, from } = made;
  const at = { type: 'Rule', regionId: NATION, provinceId: null };
  if (closed === null) {
    write.recordAudit({ ...at, id, version: 2, before: { value: before }, after: { value } });
    return;
  }
  write.recordAudit({ ...at, id: closed, version: 2, before: { validTo: null }, after: { validTo: from } });
  write.recordAudit({
    ...at,
    id,
    version: 1,
    before: { value: before },
    after: { code, level, value, validFrom: from },
  });
}

/** A threshold that holds from a day on (decree 2.21.437, art. 27 leaves them to an order). Central officers only. */
export async function changeRule(write: WriteTransaction, input: ChangeRuleInput): Promise<Rule> {
  requireCentral(write.viewer);
  const { code, level, value } = input;
  const validFrom = dayOf(input.validFrom);
  const held = rulesOn(write, level, today()).find((rule) => rule.code === code);
  const faults = new Violations();
  faults.addIf(held === undefined, 'input.code', RULE_REASONS.RULE_UNKNOWN, { code, level });
  faults.addAll(thresholdFaults(code, value, 'input.value'));
  faults.addIf(validFrom < today(), 'input.validFrom', COMMON.DAY_BEFORE, { earliest: today() });
  faults.addAll(validateText(input.source, 'input.source'));
  faults.throwIfAny();
  await write.rows(sql`select pg_advisory_xact_lock(${RULE_LOCK})`);
  const made = (await corrected(write, input, validFrom)) ?? (await replaced(write, input, validFrom));
  if (held === undefined || made === undefined) {
    throw domainError('CONFLICT', { path: 'input.validFrom', reason: COMMON.REPEATED });
  }
  record(write, input, { ...made, from: validFrom });
  const { name } = held;
  return { code, level, value, name, validFrom, validTo: null, sourceStatus: 'REPORTED', source: input.source };
}
