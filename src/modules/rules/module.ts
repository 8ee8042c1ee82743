import { commands } from '../../platform/graphql/commands.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { TEXT_REASONS } from '../../platform/errors/validators.ts';
import { ChangeRuleInput } from './rule.input.ts';
import { bodyReference, bodySource } from './rule.reads.ts';
import { RULE_REASONS } from './rule.reasons.ts';
import { RuleResolver } from './rule.resolver.ts';
import { Rule } from './rule.type.ts';
import { changeRule } from './rule.writes.ts';

const ruleCommands = commands({
  changeRule: {
    run: changeRule,
    input: ChangeRuleInput,
    answers: Rule,
    refusals: [
      ...TEXT_REASONS,
      COMMON.CENTRAL_ONLY,
      COMMON.DAY_BEFORE,
      RULE_REASONS.RULE_UNKNOWN,
      RULE_REASONS.RULE_NOT_WHOLE,
      RULE_REASONS.RULE_OUT_OF_BOUNDS,
    ],
    description: `Sets a threshold from a day on; the one that held ends on that day. One that begins on the same day, today or later, is corrected in its place. For central officers.`,
  },
});

export const rulesModule: Module = {
  tables: [() => import('./rule.table.ts')],
  reference: [bodySource],
  inMemoryTypes: ['Office'],
  nodes: { Office: (scope, id) => bodyReference(scope).officeById.get(id) ?? null },
  resolvers: [RuleResolver, ruleCommands],
};
