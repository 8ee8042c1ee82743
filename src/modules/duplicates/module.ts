import type { Module } from '../../platform/graphql/module.ts';
import { duplicateCommands } from './duplicate.commands.ts';

export const duplicatesModule: Module = {
  resolvers: [duplicateCommands],
};
