import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const name = z.object({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) });
const mark = z.enum(['REPORTED', 'ASSUMED']);
const day = z.iso.date();
const id = z.number().int().nonnegative();
const code = z.string().min(1);

const spelling = z.object({ ar: z.string().min(1), latin: z.string().min(1) });

/** A list in which each value of some column stands once. */
function listed<Entry extends z.ZodType>(entry: Entry, ...columns: (keyof z.infer<Entry> & string)[]) {
  return z.array(entry).superRefine((entries, context) => {
    for (const column of columns) {
      const seen = new Set<unknown>();
      entries.forEach((row, index) => {
        const value = row[column];
        if (seen.has(value))
          context.addIssue({ code: 'custom', path: [index, column], message: `${String(value)} stands twice` });
        seen.add(value);
      });
    }
  });
}

const files = {
  territory: z.object({
    nation: z.object({ id, code, iso: code, name, nameZgh: code, nameZghMark: mark, population: id }),
    regions: listed(
      z.object({ id, code, iso: code, name, nameZgh: code, nameZghMark: mark, population: id }),
      ...(['id', 'code', 'iso'] as const),
    ).length(12),
    provinces: listed(
      z.object({
        ...{ id, code, iso: code, name, region: id, population: id },
        kind: z.enum(['PROVINCE', 'PREFECTURE']),
        aliases: z.array(z.string()),
      }),
      ...(['id', 'code', 'iso'] as const),
    ).length(75),
  }),
  institutions: z.object({
    institutions: listed(
      z.object({
        ...{ id, name, region: id },
        kind: z.enum(['CHAMBER', 'REGIONAL_DIRECTORATE', 'PROVINCIAL_DIRECTORATE', 'STATE_SECRETARIAT']),
      }),
      'id',
    ),
  }),
  professions: z.object({
    families: listed(z.object({ code, name }), 'code'),
    sectors: listed(z.object({ code, family: code, name }), 'code'),
    activities: listed(z.object({ code, sector: code, name }), 'code'),
  }),
  'body-classes': z.object({
    waves: listed(
      z.object({ id, name, opensOn: day.nullable(), closesOn: day.nullable(), mark, source: z.string().nullable() }),
      'id',
    ),
    classes: listed(
      z.object({ id, code, name, wave: id, mark, source: z.string().nullable(), professions: z.array(code).min(1) }),
      ...(['id', 'code'] as const),
    ),
  }),
  offices: z.object({
    offices: listed(z.object({ id, code, name, seats: z.number().int().positive() }), ...(['id', 'code'] as const)),
  }),
  rules: z.object({
    rules: listed(
      z.object({
        ...{ id, code, name, mark, rank: id, source: code, validFrom: day, validTo: day.nullable() },
        level: z.enum(['PROVINCIAL', 'REGIONAL', 'NATIONAL']),
        value: z.number(),
      }),
      'id',
    ),
  }),
  'published-figures': z.object({
    figures: listed(
      z.object({
        ...{ id, territory: code, measure: code, unit: code, source: code },
        value: z.number(),
        asOf: z.string().nullable(),
        note: z.string().nullable(),
      }),
      'id',
    ),
  }),
  names: z.object({
    men: listed(spelling, 'ar').min(100),
    women: listed(spelling, 'ar').min(100),
    family: listed(spelling, 'ar').min(300),
    houses: listed(spelling, 'ar').min(20),
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

function parsed(file: DataFile, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`data/${file}.json is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The content of a file of `data/`; a fault names the file and the entry. */
export function checked<File extends DataFile>(file: File, text: string): DataOf<File> {
  const result = files[file].safeParse(parsed(file, text));
  if (result.success) return result.data as DataOf<File>;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`data/${file}.json is not valid:\n${problems.join('\n')}`);
}

export async function dataFile<File extends DataFile>(file: File): Promise<DataOf<File>> {
  return checked(file, await readFile(new URL(`../../data/${file}.json`, import.meta.url), 'utf8'));
}
