import type { Vocabulary } from '../../fuzz/values.ts';
import { idOf, type Row } from './canaries.ts';
import { VIEWERS, type Service } from './service.ts';

/** Words that lead to data, those of other regions above all: ids, register numbers and cursors that others were given. */
export async function wordsOf(api: Pick<Service, 'ask'>, rows: readonly Row[]): Promise<Vocabulary> {
  const given = await api.ask<{
    artisans: { edges: { cursor: string; node: { registerNumber: string | null } }[] };
    bodies: { edges: { cursor: string }[] };
    milestones: { edges: { cursor: string }[] };
  }>(
    VIEWERS['central-officer'],
    `{ artisans(first: 60, orderBy: { field: NAME_AR }) { edges { cursor node { registerNumber } } }
       bodies(first: 60) { edges { cursor } } milestones(first: 60) { edges { cursor } } }`,
  );
  const { artisans, bodies, milestones } = given.data;
  const cursors = [artisans, bodies, milestones].flatMap(({ edges }) => edges.map(({ cursor }) => cursor));
  const ids = rows.map(idOf);
  return {
    id: ids,
    ids,
    entityId: ids,
    code: ['MA-03', 'MA-07', 'MA-06', 'MA-FES', 'MA-MAR', '03.061', '07'],
    territory: ['MA', 'MA-03', 'MA-07', 'MA-06', 'MA-FES', 'MA-MEK', 'MA-MAR', 'MA-CAS'],
    bodyClass: ['VEHICLE_REPAIR', 'HAIRDRESSING', 'JEWELLERY', 'CLOTHING', 'WOOD'],
    sector: ['VEH', 'HAI', 'TEX'],
    profession: ['VEH-01', 'HAI-02', 'TEX-21'],
    name: ['Artisan', 'Query', 'Node', 'ArtisanFilter', 'Role', 'Mutation'],
    actor: ['tester', 'officer'],
    'ThresholdInput.code': ['ELIGIBLE_REGISTRANTS', 'COMMITTEE_MEMBERS', 'COMMITTEE_ARTISANS', 'ASSEMBLY_QUORUM'],
    mergedProvinces: ['MA-FES', 'MA-MEK', 'MA-IFR', 'MA-MAR', 'MA-CAS'],
    search: ['محمد', 'zqR7', 'fatima', 'العل', 'ben', 'مراكش'],
    registerNumber: artisans.edges.flatMap(({ node }) => node.registerNumber ?? []),
    after: cursors,
  };
}
