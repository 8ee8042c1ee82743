import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { nameFaults } from '../../platform/errors/names.ts';
import { artisansByIds } from '../artisans/artisan.reads.ts';
import { type Artisan } from '../artisans/artisan.type.ts';
import { nomenclatureOf } from '../professions/profession.reads.ts';
import type { CommitteeMemberInput } from './committee.input.ts';
import { COMMITTEE_REASONS } from './committee.reasons.ts';
import type { Committee } from './committee.type.ts';
import { MEMBER, placesOf, seatedArtisansOf } from './member.reads.ts';

interface Seating {
  readonly members: readonly CommitteeMemberInput[];
  readonly joinedOn: string;
  readonly path: (index: number) => string;
}

/** Whether an artisan may sit for the class there: registered, in a profession of it, in the territory. */
function isEligible(
  write: WriteTransaction,
  artisan: Artisan,
  at: Pick<Committee, 'regionId' | 'provinceId' | 'bodyClassId'>,
) {
  const { registerState, regionId, provinceId, professionId } = artisan;
  const within =
    at.regionId === 0 || (regionId === at.regionId && (at.provinceId === null || at.provinceId === provinceId));
  return (
    registerState === 'REGISTERED' &&
    within &&
    nomenclatureOf(write).classOfProfession.get(professionId) === at.bodyClassId
  );
}

async function artisansOf(
  write: WriteTransaction,
  members: readonly CommitteeMemberInput[],
): Promise<(Artisan | null)[]> {
  const load = (globalId: string | null | undefined) => {
    const named = globalId == null ? null : parseGlobalId(globalId);
    return named?.type === 'Artisan' ? write.loader(artisansByIds).load(named.id) : Promise.resolve(null);
  };
  return Promise.all(members.map(({ artisanId }) => load(artisanId)));
}

/** What is wrong with members who are to be seated, each under its own path. */
function seatingFaults(
  write: WriteTransaction,
  at: Committee,
  given: Seating & { artisans: (Artisan | null)[]; seated: number[] },
): Violations {
  const faults = new Violations();
  const seated = new Set(given.seated);
  given.members.forEach((member, index) => {
    const path = given.path(index);
    const artisan = given.artisans[index] ?? null;
    if (member.capacity !== 'ARTISAN') {
      const named = member.nameAr != null && member.nameLatin != null;
      faults.addIf(!named, path, COMMITTEE_REASONS.MEMBER_NAMED);
      faults.addAll(nameFaults(member.nameAr, { path: `${path}.nameAr`, script: 'ARABIC', isPerson: true }));
      faults.addAll(nameFaults(member.nameLatin, { path: `${path}.nameLatin`, script: 'LATIN', isPerson: true }));
      return;
    }
    const eligible = artisan !== null && isEligible(write, artisan, at);
    faults.addIf(!eligible, `${path}.artisanId`, COMMITTEE_REASONS.MEMBER_NOT_ELIGIBLE);
    if (artisan === null) return;
    const id = Number(artisan.id);
    faults.addIf(seated.has(id), `${path}.artisanId`, COMMITTEE_REASONS.MEMBER_REPEATED);
    seated.add(id);
  });
  return faults;
}

/** Gives members their places in a committee that the caller has locked; all violations are returned at once. */
export async function seatMembers(write: WriteTransaction, committee: Committee, seating: Seating): Promise<void> {
  const artisans = await artisansOf(write, seating.members);
  const seated = await seatedArtisansOf(write, committee);
  seatingFaults(write, committee, { ...seating, artisans, seated }).throwIfAny();
  const { regionId, provinceId, id: committeeId } = committee;
  for (const [index, member] of seating.members.entries()) {
    const artisan = member.capacity === 'ARTISAN' ? (artisans[index] ?? null) : null;
    const { nameAr, nameLatin } = artisan ?? member;
    await write.insert(MEMBER, {
      ...{
        regionId,
        provinceId,
        committeeId,
        capacity: member.capacity,
        chair: member.chair ?? false,
        nameAr,
        nameLatin,
      },
      // The committee of the nation names people of the regions without a link to their rows.
      ...{ artisanId: artisan?.regionId === regionId ? Number(artisan.id) : null, joinedOn: seating.joinedOn },
    });
  }
}

/** Who leaves the region keeps a place in its committees by name, without a link to a row that it no longer sees. */
export async function unlinkMembers(write: WriteTransaction, artisan: Artisan): Promise<void> {
  for (const place of await placesOf(write, artisan)) await write.update(MEMBER, place, { artisanId: null });
}
