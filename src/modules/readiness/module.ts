import type { Module } from '../../platform/graphql/module.ts';
import { BodyReadiness } from './body.fields.ts';
import { SimulationResolver } from './simulation.resolver.ts';

export const readinessModule: Module = {
  resolvers: [BodyReadiness, SimulationResolver],
};
