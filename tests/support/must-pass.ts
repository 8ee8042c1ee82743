const NAME = 'name { ar fr en }';

const MEASURES = ['registrants', 'registered', 'persons', 'women', 'under35', 'masters', 'eligible', 'members'];
const ALL_MEASURES = [...MEASURES, 'represented'];

/** The largest table that analysts take: every profession in every province, with nine measures. */
export const CROSS_TABLE = `{ representation(by: [PROVINCE, PROFESSION]) {
  province { code } profession { code } figures { ${ALL_MEASURES.map((name) => `${name} { value status }`).join(' ')} } } }`;

/** A page of the bodies of the nation. */
export const BODIES_PAGE = `query Bodies($after: String) { bodies(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { id level state foundedOn territory { code ${NAME} } bodyClass { code ${NAME} }
    readiness { ready conditions { code met required actual } } } } }`;

/** A page of a copy of the register that a central service keeps. */
export const PULL_PAGE = `query Pull($after: String) { artisans(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { id version registerNumber kind nameAr nameLatin sex registerState appliedOn registeredOn
    province { code } profession { code } } } }`;

const registration = (index: number, province: string): string =>
  `r${String(index)}: registerArtisan(input: { idempotencyKey: "many-${String(index).padStart(4, '0')}"
    province: "${province}" profession: "VEH-01" kind: ARTISAN nameAr: "سعيد بناني" nameLatin: "Said Bennani" sex: MALE
    birthDate: "1984-05-06" nationalId: "QX${String(400_000 + index)}" qualification: PRACTICE })
    { artisan { id version registerState } replayed userErrors { code path message source } }`;

/** Thirty registrations, as a counter sends what it has gathered. */
export const REGISTRATIONS = `mutation { ${Array.from({ length: 30 }, (_, index) => registration(index, 'MA-FES')).join('\n')} }`;
