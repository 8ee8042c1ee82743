import type { Module } from '../../platform/graphql/module.ts';
import { BodyReadiness, SimulationResolver } from './readiness.resolver.ts';

export const readinessModule: Module = {
  resolvers: [BodyReadiness, SimulationResolver],
};
