import { getIntrospectionQuery } from 'graphql';
import { HOME_PAGE } from '../tests/support/home-page.ts';
import { BODIES_PAGE, CROSS_TABLE, PULL_PAGE } from '../tests/support/must-pass.ts';

const NAME = 'name { ar fr en }';
const RATES = ['completionRate', 'malapportionment', 'coverageRate', 'membershipRate', 'parityRate', 'womenRate'];
const RULE = `rule { code level sourceStatus ${NAME} source validFrom validTo value }`;
const lettered = (of: (letter: string) => string): string => ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(of).join(' ');

/** Documents to begin with: what clients really ask, and shapes that multiply. */
export const SEEDS: readonly { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> }[] = [
  { query: HOME_PAGE, variables: { region: 'MA-03' } },
  { query: CROSS_TABLE },
  { query: BODIES_PAGE },
  { query: PULL_PAGE },
  { query: getIntrospectionQuery({ descriptions: true }) },
  {
    query: `{ bodies(first: 100) { nodes { children { children { readiness { ready conditions { code met required actual ${RULE} } } } } } } }`,
  },
  {
    query: `{ bodies(first: 100) { nodes { parent { parent { children { id seats { nameAr } delegates { nameAr } } } } } } }`,
  },
  {
    query: `{ regions { bodies(first: 100) { nodes { readiness { conditions { code ${RULE} } missing { code ${RULE} } } } } } }`,
  },
  { query: `{ ${lettered((letter) => `${letter}: artisans(filter: { search: "${letter}" }) { totalCount }`)} }` },
  { query: `{ artisans(first: 100, filter: { search: "محمد" }) { totalCount nodes { id nameAr nameLatin } } }` },
  {
    query: `{ representation(by: [PROVINCE, PROFESSION]) { figures { ${RATES.map((rate) => `${rate} { value }`).join(' ')} } } }`,
  },
  {
    query: `{ representation(by: [PROVINCE, SEX, AGE_BAND]) { sex ageBand province { ${NAME} } figures { registrants { value } } } }`,
  },
  {
    query: `{ regions { provinces { representation { ${RATES.map((rate) => `${rate} { value numerator denominator }`).join(' ')} } } } }`,
  },
  {
    query: `{ auditTrail(territory: "MA-03", first: 100) { totalCount nodes { action at before after subject hash entityId } } }`,
  },
  {
    query: `{ artisans(first: 100) { nodes { birthDate companyId nationalId phone nameAr registerIssues { totalCount nodes { description } } } } }`,
  },
  {
    query: `{ nodes(ids: ["QXJ0aXNhbjox", "Qm9keTox", "UmVnaW9uOjM"]) { id ... on Region { artisans(first: 100) { nodes { id nameAr } } } ... on Body { members(first: 100) { nodes { id } } } } }`,
  },
  {
    query: `{ readinessSimulation(input: { level: PROVINCIAL, bodyClass: "VEHICLE_REPAIR", thresholds: [{ code: "ELIGIBLE_REGISTRANTS", value: 5 }] }) { readyNow readyThen bodies { readyNow readyThen bodies { id territory { code } } changes { code metNow metThen } } } }`,
  },
  {
    query: `{ bodies(first: 100, filter: { states: [ACTIVE] }) { nodes { members(first: 100) { totalCount nodes { id nameAr nameLatin } } elections(first: 10) { nodes { candidacies { nameAr votes } } } } } }`,
  },
  {
    query: `{ registerIssues(first: 100) { totalCount nodes { description artisan { nameAr } caseIssues { id } entries { nameAr } } } }`,
  },
  {
    query: `{ committees(first: 100) { nodes { members(first: 20) { nodes { nameAr artisan { nameAr } committee { id } } } } } }`,
  },
  {
    query: `{ outreachSessions(first: 100) { nodes { reached attendance { women men profession { ${NAME} } } campaign { ${NAME} } } } }`,
  },
  {
    query: `{ meetings(first: 100) { nodes { agenda { ${NAME} } decisions { textAr textFr } participants { kind institution { ${NAME} } } } } }`,
  },
  {
    query: `{ regions { phases(first: 20) { nodes { milestones(first: 20) { nodes { ${NAME} phase { kind } } } } } } }`,
  },
  { query: `{ professions { sectors { ${NAME} professions { ${NAME} bodyClass { ${NAME} wave { ${NAME} } } } } } }` },
  {
    query: `{ regions { ${NAME} provinces { ${NAME} publishedFigures { measure note source value } } } rules { ${NAME} source } }`,
  },
  {
    query: `{ identityAlerts(first: 100) { nodes { subject hits changes } } handOvers(first: 100) { nodes { nameAr artisan { nameAr } } } }`,
  },
  {
    query: `{ viewer { role grants { capture { ${NAME} } figures { ${NAME} } records { ${NAME} } } regions { ${NAME} } } }`,
  },
];
