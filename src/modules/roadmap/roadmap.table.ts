import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { PhaseKind } from './roadmap.rules.ts';

export const PhaseTable = defineEntity({
  name: 'PhaseTable',
  tableName: 'phase',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('phase'),
  indexes: [{ name: 'phase_planned_from', properties: ['regionId', 'plannedFrom', 'id'] }],
  properties: {
    ...tenantKey,
    kind: p.enum(() => PhaseKind),
    waveId: p.smallint(),
    plannedFrom: p.date(),
    plannedTo: p.date(),
    actualFrom: p.date().nullable(),
    actualTo: p.date().nullable(),
    version: p.integer().default(1),
  },
});

export const MilestoneTable = defineEntity({
  name: 'MilestoneTable',
  tableName: 'milestone',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('milestone', { province: true }),
  indexes: [
    { name: 'milestone_phase', properties: ['regionId', 'phaseId', 'id'] },
    { name: 'milestone_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'milestone_body_class', properties: ['regionId', 'bodyClassId', 'id'] },
    { name: 'milestone_planned_on', properties: ['regionId', 'plannedOn', 'id'] },
    { name: 'milestone_actual_on', properties: ['regionId', 'actualOn', 'id'] },
  ],
  properties: {
    ...tenantKey,
    phaseId: p.integer(),
    provinceId: p.smallint().nullable(),
    bodyClassId: p.smallint().nullable(),
    ...localizedName,
    plannedOn: p.date(),
    actualOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});
