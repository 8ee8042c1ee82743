import { defineEntity, p } from '@mikro-orm/postgresql';

/** What callers have spent of their minute, by the limiter's own columns; shared by processes with `BUDGET_STORE=postgres`. */
export const BudgetTable = defineEntity({
  name: 'BudgetTable',
  tableName: 'budget',
  properties: {
    key: p.text().primary(),
    points: p.integer().default(0),
    expire: p.bigint().nullable(),
  },
});
