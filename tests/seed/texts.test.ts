import { beforeAll, describe, expect, it } from 'vitest';
import type { ArtisanKind } from '../../src/modules/artisans/artisan.rules.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { entryFaults, missingFaults, tidied, type Entry } from '../../src/modules/register/register.rules.ts';
import { nameFaults } from '../../src/platform/errors/names.ts';
import { readText } from '../../src/platform/lib/texts.ts';
import { testDatabase } from '../support/database.ts';

let url: string;
beforeAll(async () => {
  ({ url } = await testDatabase('demo'));
});

const rows = async <Row extends object>(statement: string): Promise<Row[]> =>
  withClient(url, async (client) => (await client.query<Row>(statement)).rows);

describe('what the demonstration says', () => {
  it('of its people would be taken by the register as it is', async () => {
    const entries = await rows<Required<Entry> & { kind: ArtisanKind; appliedOn: string }>(`
      select kind, name_ar as "nameAr", name_latin as "nameLatin", sex, birth_date::text as "birthDate",
        national_id as "nationalId", qualification, company_id as "companyId", worker_count as "workerCount", phone,
        applied_on::text as "appliedOn" from artisan`);
    expect(entries.length).toBeGreaterThan(20_000);
    const wrong = entries.filter((entry) => {
      const kept = tidied(entry);
      const faults = [...missingFaults(entry.kind, kept), ...entryFaults(entry.kind, kept, entry.appliedOn)];
      return faults.length > 0 || JSON.stringify(kept) !== JSON.stringify(entry);
    });
    expect(wrong).toEqual([]);
  });

  it('of those who sit in committees would be taken as well', async () => {
    const members = await rows<{ ar: string; latin: string }>(
      `select name_ar as ar, name_latin as latin from committee_member where artisan_id is null`,
    );
    expect(members.length).toBeGreaterThan(100);
    const wrong = members.flatMap(({ ar, latin }) => [
      ...nameFaults(ar, { path: ar, script: 'ARABIC', isPerson: true }),
      ...nameFaults(latin, { path: latin, script: 'LATIN', isPerson: true }),
    ]);
    expect(wrong).toEqual([]);
  });

  it('in words is in the form in which texts are kept', async () => {
    const columns = await rows<{ table: string; column: string }>(`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type = 'text'
        and (column_name ~ '^(name|venue|text)_(ar|fr|en|latin)$' or column_name ~ '^(owner|assignee|description)$')`);
    expect(columns.length).toBeGreaterThan(20);
    for (const { table, column } of columns) {
      const texts = await rows<{ text: string }>(
        `select distinct ${column} as text from ${table} where ${column} is not null limit 2000`,
      );
      const wrong = texts.filter(({ text }) => {
        const { text: kept, hidden } = readText(text, { lines: true });
        return hidden.length > 0 || kept !== text;
      });
      expect({ table, column, wrong }).toEqual({ table, column, wrong: [] });
    }
  });
});
