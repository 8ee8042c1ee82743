import type { Module } from '../../platform/graphql/module.ts';
import { AuditEntryResolver } from './entry.resolver.ts';

export const auditModule: Module = {
  resolvers: [AuditEntryResolver],
};
