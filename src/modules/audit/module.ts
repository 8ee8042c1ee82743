import type { Module } from '../../platform/graphql/module.ts';
import { AuditEntryResolver } from './audit.resolver.ts';

export const auditModule: Module = {
  resolvers: [AuditEntryResolver],
};
