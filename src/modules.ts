import 'reflect-metadata';
import type { Module } from './platform/graphql/module.ts';
import { territoryModule } from './modules/territory/module.ts';
import { professionsModule } from './modules/professions/module.ts';
import { figuresModule } from './modules/figures/module.ts';
import { artisansModule } from './modules/artisans/module.ts';
import { issuesModule } from './modules/issues/module.ts';
import { casesModule } from './modules/cases/module.ts';
import { registerModule } from './modules/register/module.ts';
import { committeesModule } from './modules/committees/module.ts';
import { rulesModule } from './modules/rules/module.ts';
import { handoversModule } from './modules/handovers/module.ts';
import { duplicatesModule } from './modules/duplicates/module.ts';
import { bodiesModule } from './modules/bodies/module.ts';
import { electionsModule } from './modules/elections/module.ts';
import { seatsModule } from './modules/seats/module.ts';
import { outreachModule } from './modules/outreach/module.ts';
import { meetingsModule } from './modules/meetings/module.ts';
import { roadmapModule } from './modules/roadmap/module.ts';
import { representationModule } from './modules/representation/module.ts';
import { readinessModule } from './modules/readiness/module.ts';
import { foundingModule } from './modules/founding/module.ts';
import { auditModule } from './modules/audit/module.ts';

/** The modules, lowest first: a module may import those above it in this list. */
export const modules: readonly Module[] = [
  territoryModule,
  professionsModule,
  figuresModule,
  artisansModule,
  issuesModule,
  casesModule,
  registerModule,
  committeesModule,
  rulesModule,
  handoversModule,
  duplicatesModule,
  bodiesModule,
  electionsModule,
  seatsModule,
  outreachModule,
  meetingsModule,
  roadmapModule,
  representationModule,
  readinessModule,
  foundingModule,
  auditModule,
];
