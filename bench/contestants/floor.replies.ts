export interface ArtisanRow {
  readonly id: number;
  readonly registerNumber: string | null;
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly kind: string;
  readonly sex: string | null;
  readonly registerState: string;
  readonly registeredOn: string | null;
  readonly professionAr: string;
  readonly professionFr: string;
  readonly provinceAr: string;
  readonly provinceFr: string;
  readonly place?: string;
}

export interface FigureRow {
  readonly code: string;
  readonly nameAr: string;
  readonly nameFr: string;
  readonly registered: number;
  readonly eligible: number;
  readonly members: number;
  readonly represented: number;
  readonly women: number;
}

export interface BodyRow {
  readonly id: number;
  readonly regionId: number;
  readonly level: string;
  readonly state: string;
  readonly ar: string;
  readonly fr: string;
}

const artisan = ({ professionAr, professionFr, provinceAr, provinceFr, place: _place, ...row }: ArtisanRow) => ({
  ...row,
  profession: { name: { ar: professionAr, fr: professionFr } },
  province: { name: { ar: provinceAr, fr: provinceFr } },
});

const cursorOf = (row: ArtisanRow | undefined): string | null =>
  row === undefined ? null : Buffer.from(JSON.stringify([row.place ?? null, row.id])).toString('base64url');

/** The replies have the shape that hiraf gives them. */
export function pageOf(rows: readonly ArtisanRow[], first: number): object {
  const page = rows.slice(0, first);
  const pageInfo = { hasNextPage: rows.length > first, endCursor: cursorOf(page.at(-1)) };
  return { artisans: { nodes: page.map(artisan), pageInfo } };
}

const figure = ({ code, nameAr, nameFr, ...counts }: FigureRow) => ({
  code,
  name: { ar: nameAr, fr: nameFr },
  representation: Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, { value }])),
});

export const figureList = (rows: readonly FigureRow[]): object => ({ regions: rows.map(figure) });

interface Branch {
  readonly id: number;
  readonly state: string;
  readonly territory: { name: { ar: string; fr: string } };
  readonly base?: Branch[];
}

const leaf = ({ id, state, ar, fr }: BodyRow): Branch => ({ id, state, territory: { name: { ar, fr } } });

export function bodyTree(rows: readonly BodyRow[]): Branch | null {
  const top = rows.find(({ level }) => level === 'NATIONAL');
  if (top === undefined) return null;
  const provincial = rows.filter(({ level }) => level === 'PROVINCIAL');
  const base = rows
    .filter(({ level }) => level === 'REGIONAL')
    .map((row) => ({ ...leaf(row), base: provincial.filter(({ regionId }) => regionId === row.regionId).map(leaf) }));
  return { ...leaf(top), base };
}
