import { VIEWERS, type Api, type Who } from './api.ts';
import { done, key, tried, type Outcome } from './commands.ts';

/** Officers of three regions, and the centre. */
export const FES: Who = VIEWERS['regional-officer'];
export const TANGER: Who = { role: 'regional-officer', region: 'MA-01', subject: 'officer-of-tanger' };
export const SOUSS: Who = { role: 'regional-officer', region: 'MA-09', subject: 'officer-of-souss' };
export const CENTRE: Who = VIEWERS['central-officer'];
const WHERE = new Map([
  ['MA-03', 'MA-FES'],
  ['MA-01', 'MA-TNG'],
  ['MA-09', 'MA-AGD'],
]);

export interface Issue {
  id: string;
  version: number;
  kind: string;
  state: string;
  outcome: string | null;
  caseNumber: number | null;
  confirmedOn: string | null;
  resolution: string | null;
  caseIssues: { id: string; artisan: { id: string } | null; province: { code: string } }[];
  entries: { id: string; province: { code: string } }[] | null;
}
export interface Entry {
  id: string;
  version: number;
  registerState: string;
  registerIssues: { nodes: Issue[] };
}

export const ISSUE = `id version kind state outcome caseNumber confirmedOn resolution
  caseIssues { id artisan { id } province { code } } entries { id province { code } }`;
const ENTRY = `id version registerState registerIssues { nodes { ${ISSUE} } }`;

let numbers = 0;
/** A national identity number that is not in the register yet. */
export const nextNumber = (): string => {
  numbers += 1;
  return `BK${String(300_000 + numbers)}`;
};

export const applicationOf = (who: Who, nationalId: string, more: object) => ({
  ...{ province: WHERE.get(who.region ?? 'MA-03'), profession: 'VEH-01', kind: 'ARTISAN' },
  ...{ nameAr: 'سعيد بناني', nameLatin: 'Said Bennani', sex: 'MALE', birthDate: '1984-05-06' },
  ...{ qualification: 'PRACTICE', nationalId, ...key(), ...more },
});

const changeOf = ({ id, version }: Pick<Entry, 'id' | 'version'>, more: object = {}) => ({
  input: { artisanId: id, expectedVersion: version, ...more },
  fields: ENTRY,
});

/** What officers do with numbers, over HTTP. */
export interface Register {
  register(who: Who, nationalId: string, more?: object): Promise<Entry>;
  tryToRegister(who: Who, nationalId: string, more?: object): Promise<Outcome<Entry>>;
  correct(who: Who, entry: Entry, nationalId: string): Promise<Entry>;
  tryToCorrect(who: Who, entry: Entry, nationalId: string): Promise<Outcome<Entry>>;
  accept(who: Who, entry: Pick<Entry, 'id' | 'version'>): Promise<Outcome<Entry>>;
  strikeOff(who: Who, entry: Entry): Promise<Entry>;
  confirm(issue: Issue | undefined): Promise<Issue>;
  issuesOf(who: Who, entry: { id: string }): Promise<Issue[]>;
}

export function registerOf(api: Api): Register {
  const registration = (who: Who, nationalId: string, more: object = {}) => ({
    ...{ name: 'registerArtisan', input: applicationOf(who, nationalId, more), fields: ENTRY },
  });
  const correction = (entry: Entry, nationalId: string) => ({
    name: 'correctArtisan',
    ...changeOf(entry, { nationalId }),
  });
  return {
    register: (who, nationalId, more) => done<Entry>(api, who, registration(who, nationalId, more)),
    tryToRegister: (who, nationalId, more) => tried<Entry>(api, who, registration(who, nationalId, more)),
    correct: (who, entry, nationalId) => done<Entry>(api, who, correction(entry, nationalId)),
    tryToCorrect: (who, entry, nationalId) => tried<Entry>(api, who, correction(entry, nationalId)),
    accept: (who, entry) => tried<Entry>(api, who, { name: 'acceptRegistration', ...changeOf(entry) }),
    strikeOff: (who, entry) =>
      done<Entry>(api, who, {
        name: 'deleteArtisan',
        ...changeOf(entry, { ground: 'ON_REQUEST', reason: 'Cessation' }),
      }),
    confirm: (issue) =>
      done<Issue>(api, CENTRE, {
        name: 'confirmDuplicate',
        input: { issueId: issue?.id, expectedVersion: issue?.version },
        fields: ISSUE,
      }),
    issuesOf: async (who, { id }) => {
      const query = `query ($id: ID!) { node(id: $id) { ... on Artisan { registerIssues { nodes { ${ISSUE} } } } } }`;
      const { data } = await api.ask<{ node: { registerIssues: { nodes: Issue[] } } | null }>(who, query, { id });
      return data.node?.registerIssues.nodes ?? [];
    },
  };
}
