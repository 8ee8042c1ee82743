import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const name = z.object({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) });
const mark = z.enum(['REPORTED', 'ASSUMED']);
const day = z.iso.date();
const id = z.number().int().nonnegative();
const code = z.string().min(1);

const files = {
  territory: z.object({
    nation: z.object({ id, code, iso: code, name, nameZgh: code, nameZghMark: mark, population: id }),
    regions: z
      .array(z.object({ id, code, iso: code, name, nameZgh: code, nameZghMark: mark, population: id }))
      .length(12),
    provinces: z
      .array(
        z.object({
          ...{ id, code, iso: code, name, region: id, population: id },
          kind: z.enum(['PROVINCE', 'PREFECTURE']),
          aliases: z.array(z.string()),
        }),
      )
      .length(75),
  }),
  institutions: z.object({
    institutions: z.array(
      z.object({
        ...{ id, name, region: id },
        kind: z.enum(['CHAMBER', 'REGIONAL_DIRECTORATE', 'PROVINCIAL_DIRECTORATE', 'STATE_SECRETARIAT']),
      }),
    ),
  }),
  professions: z.object({
    families: z.array(z.object({ code, name })),
    sectors: z.array(z.object({ code, family: code, name })),
    activities: z.array(z.object({ code, sector: code, name })),
  }),
  'body-classes': z.object({
    waves: z.array(
      z.object({ id, name, opensOn: day.nullable(), closesOn: day.nullable(), mark, source: z.string().nullable() }),
    ),
    classes: z.array(
      z.object({ id, code, name, wave: id, mark, source: z.string().nullable(), professions: z.array(code).min(1) }),
    ),
  }),
  offices: z.object({ offices: z.array(z.object({ id, code, name, seats: z.number().int().positive() })) }),
  rules: z.object({
    rules: z.array(
      z.object({
        ...{ id, code, name, mark, rank: id, source: code, validFrom: day, validTo: day.nullable() },
        level: z.enum(['PROVINCIAL', 'REGIONAL', 'NATIONAL']),
        value: z.number(),
      }),
    ),
  }),
  'published-figures': z.object({
    figures: z.array(
      z.object({
        ...{ id, territory: code, measure: code, unit: code, source: code },
        value: z.number(),
        asOf: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
  'regional-meeting': z.object({
    source: z.url(),
    region: id,
    heldOn: day,
    name,
    agenda: z.array(name).min(1),
    organisers: z.array(code),
    participants: z.array(code),
  }),
} as const;

export type DataFile = keyof typeof files;
export type DataOf<File extends DataFile> = z.infer<(typeof files)[File]>;

/** Reads one file of `data/`; a fault names the file and the entry. */
export async function dataFile<File extends DataFile>(file: File): Promise<DataOf<File>> {
  const url = new URL(`../../data/${file}.json`, import.meta.url);
  const parsed = files[file].safeParse(JSON.parse(await readFile(url, 'utf8')));
  if (parsed.success) return parsed.data as DataOf<File>;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`data/${file}.json is not valid:\n${problems.join('\n')}`);
}
