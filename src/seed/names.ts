import { foldName } from '../platform/lib/search-key.ts';
import type { Random } from './random.ts';
import { dataFile, type DataOf } from './reference.files.ts';

type Spelling = DataOf<'names'>['men'][number];

interface Piece {
  readonly ar: string;
  readonly latin: string;
  readonly keyAr: string;
  readonly keyLatin: string;
}

/** A name with its keys for search, given name first and family name first. */
export interface FullName {
  readonly ar: string;
  readonly latin: string;
  readonly searchAr: string;
  readonly searchArReversed: string | null;
  readonly searchLatin: string;
  readonly searchLatinReversed: string | null;
}

export interface Names {
  person(random: Random, woman: boolean): FullName;
  house(random: Random, cooperative: boolean): FullName;
}

// Each piece is folded once and not for each of its bearers.
const pieces = (spellings: readonly Spelling[]): Piece[] =>
  spellings.map(({ ar, latin }) => ({ ar, latin, keyAr: foldName(ar), keyLatin: foldName(latin) }));

const personOf = (given: Piece, family: Piece): FullName => ({
  ar: `${given.ar} ${family.ar}`,
  latin: `${given.latin} ${family.latin}`,
  searchAr: `${given.keyAr} ${family.keyAr}`,
  searchArReversed: `${family.keyAr} ${given.keyAr}`,
  searchLatin: `${given.keyLatin} ${family.keyLatin}`,
  searchLatinReversed: `${family.keyLatin} ${given.keyLatin}`,
});

function houseOf(house: Piece, family: Piece, cooperative: boolean): FullName {
  const ar = cooperative ? `تعاونية ${house.ar} ${family.ar}` : `مقاولة ${house.ar} ${family.ar}`;
  const latin = `${cooperative ? 'Coopérative' : 'Entreprise'} ${house.latin} ${family.latin}`;
  const keys = {
    searchAr: foldName(ar),
    searchArReversed: null,
    searchLatin: foldName(latin),
    searchLatinReversed: null,
  };
  return { ar, latin, ...keys };
}

export async function loadNames(): Promise<Names> {
  const { men, women, family, houses } = await dataFile('names');
  const [allMen, allWomen, families, allHouses] = [pieces(men), pieces(women), pieces(family), pieces(houses)];
  return {
    person: (random, woman) => personOf(random.pick(woman ? allWomen : allMen), random.pick(families)),
    house: (random, cooperative) => houseOf(random.pick(allHouses), random.pick(families), cooperative),
  };
}
