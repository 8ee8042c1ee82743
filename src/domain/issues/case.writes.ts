import { sql } from 'kysely';
import type { Write } from '../../access/write.ts';
import { today } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Artisan } from '../artisans/index.ts';
import { ISSUE, openCaseOf } from './issue.reads.ts';
import { ISSUE_REASONS } from './issue.reasons.ts';

/** Another live entry with the same national identity number, and the open case that it stands in. */
interface Namesake {
  readonly regionId: number;
  readonly provinceId: number;
  readonly artisanId: number;
  readonly caseNumber: number | null;
}

// Told to each region alike: it says nothing of the other entry, nor whether it is in the region or elsewhere.
const DESCRIPTION = 'رقم البطاقة الوطنية مكرر · CNIE en double · national identity number twice';

async function nextCase(write: Write): Promise<number> {
  const [row] = await write.rows<{ number: number }>(sql`select nextval('register_case_seq')::int as number`);
  if (row === undefined) throw new Error('The sequence of cases gave no number.');
  return row.number;
}

/** The other live entries with a number, before the entry with the id has it: from here on nobody else takes that number. */
export async function namesakesOf(write: Write, nationalId: string | null, own = 0): Promise<Namesake[]> {
  if (nationalId === null) return [];
  return write.rows<Namesake>(sql`select * from app.namesakes(${nationalId}, ${own})`);
}

/**
 * Opens a case where the number of an entry stands in other live entries, or joins the one that is open. Each region holds
 * the issue of its own entry and learns nothing of the others: the transaction reaches the other regions for this alone, and
 * what it notes there names nobody.
 */
export async function holdApart(write: Write, artisan: Artisan, others: readonly Namesake[]): Promise<void> {
  if (others.length === 0) return;
  const known = others.find(({ caseNumber }) => caseNumber !== null)?.caseNumber ?? null;
  const mine = await openCaseOf(write, artisan);
  const caseNumber = known ?? mine?.caseNumber ?? (await nextCase(write));
  const { regionId, provinceId } = artisan;
  const sides: Namesake[] = [
    { regionId, provinceId, artisanId: Number(artisan.id), caseNumber: mine?.caseNumber ?? null },
    ...others,
  ];
  for (const side of sides.filter((one) => one.caseNumber === null)) {
    if (side.regionId !== regionId) await write.hold(side.regionId);
    const at = { regionId: side.regionId, provinceId: side.provinceId };
    await write.insert(
      ISSUE,
      {
        ...{ ...at, kind: 'DUPLICATE', state: 'OPEN', caseNumber, description: DESCRIPTION, openedOn: today() },
        ...{ artisanRegionId: side.regionId, artisanId: side.artisanId },
      },
      { unnamed: side.regionId !== regionId },
    );
  }
}

/** While it is not decided which of two entries is the person's, neither is accepted, handed on or merged elsewhere. */
export async function mustStandAlone(write: Write, artisan: Artisan, path: string): Promise<void> {
  if ((await openCaseOf(write, artisan)) !== null) {
    throw refuse('CONFLICT', { path, reason: ISSUE_REASONS.IN_OPEN_CASE });
  }
}
