import { z } from 'zod';
import type { Head, Link } from './chain.rules.ts';

const text = z.string();
const lineSchema = z.union([
  z.strictObject({
    ...{ regionId: text, seq: text, at: text, subject: text, role: text, requestId: text, action: text, type: text },
    ...{ entityId: text.nullable(), provinceId: text.nullable(), version: text.nullable() },
    ...{ before: text.nullable(), after: text.nullable(), previousHash: text, hash: text },
  }),
  z.strictObject({ head: z.strictObject({ regionId: z.number(), seq: z.number(), hash: text }) }),
]);

/** One line of an export: an entry, or at the end where the chain ended. */
export type Line = Link | { readonly head: Head & { readonly regionId: number } };

export const writtenLine = (line: Line): string => `${JSON.stringify(line)}\n`;

/** Reads a line back; undefined where it is none. */
export function readLine(written: string): Line | undefined {
  try {
    return lineSchema.parse(JSON.parse(written));
  } catch {
    return undefined;
  }
}
