import type { Module } from '../../platform/graphql/module.ts';
import { registerCommands } from './register.commands.ts';

export const registerModule: Module = {
  resolvers: [registerCommands],
};
