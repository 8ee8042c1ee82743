import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, type Api } from '../support/api.ts';
import { dayFrom, done, key, refusals, tried } from '../support/commands.ts';
import { CENTRE, FES, ISSUE, nextNumber, registerOf, TANGER, type Issue } from '../support/numbers.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

describe('a register issue', () => {
  const open = (more: object = {}) => ({
    name: 'openRegisterIssue',
    input: { ...key(), province: 'MA-FES', kind: 'DOCUMENTS', description: 'Certificat manquant', ...more },
    fields: ISSUE,
  });

  it('is opened, assigned and resolved, with its words', async () => {
    const opened = await done<Issue>(api, FES, open({ dueOn: dayFrom(10) }));
    expect(opened).toMatchObject({ state: 'OPEN', kind: 'DOCUMENTS', caseNumber: null, caseIssues: [] });
    const assigned = await done<Issue>(api, FES, {
      name: 'assignRegisterIssue',
      input: { issueId: opened.id, expectedVersion: 1, assignee: 'Direction provinciale' },
      fields: `${ISSUE} assignee dueOn`,
    });
    expect(assigned).toMatchObject({ state: 'ASSIGNED', assignee: 'Direction provinciale', dueOn: dayFrom(10) });
    const resolve = { issueId: opened.id, expectedVersion: 2, resolution: ' Reçu ' };
    const resolved = await done(api, FES, { name: 'resolveRegisterIssue', input: resolve, fields: ISSUE });
    expect(resolved).toMatchObject({ state: 'RESOLVED', resolution: 'Reçu' });
    const again = await tried(api, FES, { name: 'resolveRegisterIssue', input: { ...resolve, expectedVersion: 3 } });
    expect(refusals(again)).toEqual(['input.issueId: WRONG_STATE']);
  });

  it('is told everything that is wrong with it at once', async () => {
    const wrong = { province: 'MA-03', kind: 'DUPLICATE', description: ' ', dueOn: dayFrom(-1) };
    expect(refusals(await tried(api, FES, open(wrong)))).toEqual([
      'input.province: NO_PROVINCE',
      'input.kind: DUPLICATES_ARE_FOUND',
      'input.description: EMPTY_TEXT',
      'input.dueOn: DAY_BEFORE',
    ]);
  });

  it('is of an entry in the province, and of one in sight', async () => {
    const entry = await registerOf(api).register(TANGER, nextNumber());
    const foreign = await tried(api, FES, open({ artisanId: entry.id }));
    expect(refusals(foreign)).toEqual(['input.artisanId: NOT_FOUND']);
    const elsewhere = await tried(api, CENTRE, open({ artisanId: entry.id }));
    expect(refusals(elsewhere)).toEqual(['input.artisanId: ARTISAN_ELSEWHERE']);
  });
});
