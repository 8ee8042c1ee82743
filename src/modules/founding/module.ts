import type { Module } from '../../platform/graphql/module.ts';
import { foundingCommands } from './founding.commands.ts';

export const foundingModule: Module = {
  resolvers: [foundingCommands],
};
