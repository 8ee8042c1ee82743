import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { dayFrom, done, key, refusals, tried } from '../support/commands.ts';

const OFFICER = VIEWERS['regional-officer'];

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

let people = 0;
const person = (more: object = {}) => {
  people += 1;
  return {
    ...{ ...key(), province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN', sex: 'MALE', qualification: 'PRACTICE' },
    ...{ nameAr: 'سعيد بناني', nameLatin: 'Said Bennani', birthDate: '1984-05-06' },
    ...{ nationalId: `TX${String(100_000 + people)}`, ...more },
  };
};
/** The common company identifier of an enterprise by its number. */
const companyId = (enterprise: string): string => {
  const base = BigInt(`${enterprise}000000`);
  return String(base + (97n - (base % 97n))).padStart(15, '0');
};
const cooperative = (more: object = {}) => ({
  ...{ ...key(), province: 'MA-FES', profession: 'VEH-01', kind: 'COOPERATIVE', workerCount: 7 },
  ...{ nameAr: 'تعاونية الأمل', nameLatin: 'Coopérative Al Amal', companyId: companyId('001234567'), ...more },
});

const FIELDS = 'id version nameAr nameLatin nationalId companyId phone birthDate';
const register = (input: object) => tried(api, OFFICER, { name: 'registerArtisan', input, fields: FIELDS });
const registered = (input: object) => done(api, OFFICER, { name: 'registerArtisan', input, fields: FIELDS });

describe('the name of a person', () => {
  it.each([
    ['a Cyrillic letter', { nameLatin: 'Аhmed Alaoui' }, 'input.nameLatin: WRONG_SCRIPT'],
    ['Greek letters', { nameLatin: 'Ahmed Αλαουι' }, 'input.nameLatin: WRONG_SCRIPT'],
    ['Arabic letters in Latin ones', { nameLatin: 'Ahmed العلوي' }, 'input.nameLatin: WRONG_SCRIPT'],
    ['Latin letters in Arabic ones', { nameAr: 'سعيد Bennani' }, 'input.nameAr: WRONG_SCRIPT'],
    ['a digit', { nameLatin: 'Ahmed 2' }, 'input.nameLatin: NAME_CHARACTER'],
    ['an Arabic digit', { nameAr: 'سعيد ٢' }, 'input.nameAr: NAME_CHARACTER'],
    ['an emoji', { nameLatin: 'Ahmed 🎉' }, 'input.nameLatin: NAME_CHARACTER'],
    ['a sign', { nameLatin: 'Ahmed <b>' }, 'input.nameLatin: NAME_CHARACTER'],
    ['a Roman numeral of one character', { nameLatin: 'Hassan Ⅱ' }, 'input.nameLatin: NAME_CHARACTER'],
    ['a sentence in one character', { nameAr: 'سعيد ﷺ' }, 'input.nameAr: WRONG_SCRIPT'],
    ['marks alone', { nameAr: '\u064e\u064e' }, 'input.nameAr: WRONG_SCRIPT'],
    ['one letter', { nameLatin: "A'" }, 'input.nameLatin: NAME_TOO_SHORT'],
    ['a tatweel alone', { nameAr: ' ـ ' }, 'input.nameAr: EMPTY_TEXT'],
    ['more letters than fit', { nameLatin: 'Ab'.repeat(61) }, 'input.nameLatin: TEXT_TOO_LONG'],
  ])('is refused with %s', async (_what, wrong, reason) => {
    expect(refusals(await register(person(wrong)))).toEqual([reason]);
  });

  it.each([
    ["Abd-El M’hamed d'Aït", "Abd-El M’hamed d'Aït"],
    ['Ɛli Uḥmad', 'Ɛli Uḥmad'],
    ['  Zoe\u0308   Bena\u0304ni ', 'Zoë Benāni'],
    ['\uff33\uff41\uff49\uff44 Bennani', 'Said Bennani'],
  ])('is kept in one form: %s', async (nameLatin, kept) => {
    expect(await registered(person({ nameLatin }))).toMatchObject({ nameLatin: kept });
  });

  it.each([
    ['مُحَمَّد ـــ بناني', 'مُحَمَّد بناني'],
    ['باسو أوݣا-پرويز ڤ', 'باسو أوݣا-پرويز ڤ'],
    ['\ufeb3\ufecc\ufef4\ufeaa بناني', 'سعيد بناني'],
    ['نور\u200cالدين بن\u200cعلي', 'input.nameAr: HIDDEN_CHARACTER'],
    ['علي بن\u200cعلي', 'علي بن\u200cعلي'],
  ])('is kept in one form: %s', async (nameAr, kept) => {
    const answer = await register(person({ nameAr }));
    if (kept.startsWith('input')) expect(refusals(answer)).toEqual([kept]);
    else expect(answer.row).toMatchObject({ nameAr: kept });
  });

  it('is found by its letters however they are typed', async () => {
    await registered(person({ nameAr: 'حـمـو أُوحَمّو', nameLatin: 'Hammou Oûhammou' }));
    for (const search of ['حمو اوح', 'ﺣﻤﻮ', 'oûham', 'OUHAM', 'حمـو']) {
      const query = 'query ($search: String!) { artisans(filter: { search: $search }) { nodes { nameLatin } } }';
      const { data } = await api.ask(OFFICER, query, { search });
      expect(data).toEqual({ artisans: { nodes: [{ nameLatin: 'Hammou Oûhammou' }] } });
    }
  });

  it('follows the same rules in a correction and in a committee', async () => {
    const { id } = await registered(person());
    const correct = { artisanId: id, expectedVersion: 1, nameLatin: 'Аhmed 2' };
    expect(refusals(await tried(api, OFFICER, { name: 'correctArtisan', input: correct }))).toEqual([
      'input.nameLatin: WRONG_SCRIPT',
      'input.nameLatin: NAME_CHARACTER',
    ]);
    const plan = { ...key(), territory: 'MA-FES', bodyClass: 'VEHICLE_REPAIR' };
    const committee = await done(api, OFFICER, { name: 'planCommittee', input: plan });
    const members = [{ capacity: 'AMIN', chair: true, nameAr: 'أمين ١', nameLatin: 'Аmin' }];
    const input = { committeeId: committee.id, expectedVersion: 1, members };
    expect(refusals(await tried(api, OFFICER, { name: 'formCommittee', input }))).toEqual([
      'input.members[0].nameAr: NAME_CHARACTER',
      'input.members[0].nameLatin: WRONG_SCRIPT',
    ]);
  });
});

describe('the name of a cooperative or enterprise', () => {
  it('has digits and ordinary signs as well', async () => {
    const nameLatin = 'Coopérative « 8 Mars » n° 12 (Fès) : cuir & bois, S.A.R.L.';
    const nameAr = 'تعاونية «8 مارس» رقم ١٢ (فاس)، جلد/خشب';
    expect(await registered(cooperative({ nameAr, nameLatin }))).toMatchObject({ nameAr, nameLatin });
  });

  it.each([
    ['an emoji', { nameLatin: 'Atlas 🎉' }, 'input.nameLatin: ORGANISATION_NAME_CHARACTER'],
    ['brackets of a page', { nameLatin: '<b>Atlas</b>' }, 'input.nameLatin: ORGANISATION_NAME_CHARACTER'],
    ['a Cyrillic letter', { nameLatin: 'Аtlas 8' }, 'input.nameLatin: WRONG_SCRIPT'],
    ['digits alone', { nameLatin: '2026' }, 'input.nameLatin: NAME_TOO_SHORT'],
  ])('is refused with %s', async (_what, wrong, reason) => {
    expect(refusals(await register(cooperative(wrong)))).toEqual([reason]);
  });
});

describe('a number', () => {
  it('is the same in Arabic, Persian and wide digits', async () => {
    expect(await registered(person({ nationalId: ' ｂｋ-٦٥٤ ۳۲۱' }))).toMatchObject({ nationalId: 'BK654321' });
    const ice = companyId('001234999');
    const arabic = ice.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    expect(await registered(cooperative({ companyId: arabic }))).toMatchObject({ companyId: ice });
  });

  it.each(['ВК654321', 'ß654321', 'ı654321', 'ſ654321', 'BK65432½', 'BK\u0966\u0967\u0966\u0967', 'BK654321\n1X'])(
    'of identity has Latin letters and digits alone: %s',
    async (nationalId) => {
      const malformed = ['input.nationalId: NATIONAL_ID_MALFORMED'];
      expect(refusals(await register(person({ nationalId })))).toEqual(malformed);
    },
  );

  it.each(['000000000000000', companyId('000000000'), '001234567000001', '12345678901234'])(
    'of an enterprise is refused where no enterprise has it: %s',
    async (number) => {
      const malformed = ['input.companyId: COMPANY_ID_MALFORMED'];
      expect(refusals(await register(cooperative({ companyId: number })))).toEqual(malformed);
    },
  );

  it('is what a refusal gives as an example', async () => {
    const wrong = [
      await register(person({ nationalId: '1', phone: '1' })),
      await register(cooperative({ companyId: '1' })),
    ];
    const said = wrong.flatMap(({ userErrors }) => userErrors.map(({ message }) => message)).join(' ');
    const [nationalId = '', phone = '', other = '', ice = ''] = said.match(/[A-Z]{2}\d{6}|\+?\d{10,}/g) ?? [];
    expect(await registered(person({ nationalId, phone }))).toMatchObject({ nationalId, phone: '+212612345678' });
    expect(await registered(cooperative({ companyId: ice, phone: other }))).toMatchObject({
      companyId: ice,
      phone: other,
    });
  });

  it('of the register is found in Arabic digits', async () => {
    const { id } = await registered(person());
    const accept = {
      name: 'acceptRegistration',
      input: { artisanId: id, expectedVersion: 1 },
      fields: 'registerNumber',
    };
    const { registerNumber } = await done<{ registerNumber: string }>(api, OFFICER, accept);
    const typed = registerNumber.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)));
    const query = 'query ($n: String!) { artisan(registerNumber: $n) { id } }';
    for (const n of [typed, ` ${registerNumber} `]) {
      expect((await api.ask(OFFICER, query, { n })).data).toEqual({ artisan: { id } });
    }
  });

  it('of a territory is found in Arabic digits', async () => {
    expect((await api.ask(null, '{ province(code: "٠٣.٢٣١") { code } }')).data).toEqual({
      province: { code: 'MA-FES' },
    });
  });
});

describe('a telephone', () => {
  it.each([
    ...['0612345678', '+212 6 12-34.56.78', '00212612345678', '+212 (0)6 12 34 56 78', '٠٦ ١٢ ٣٤ ٥٦ ٧٨'],
    ...['۰۶۱۲۳۴۵۶۷۸', '212612345678', '＋２１２６１２３４５６７８', '+٢١٢٦١٢٣٤٥٦٧٨'],
  ])('of one line has one form: %s', async (phone) => {
    expect(await registered(person({ phone }))).toMatchObject({ phone: '+212612345678' });
  });

  it('may be of another country', async () => {
    expect(await registered(person({ phone: '0033 6 12 34 56 78' }))).toMatchObject({ phone: '+33612345678' });
  });

  it.each([
    ...['06', '061234567', '06123456789', '+212912345678', '0612345678 poste 4', '0612345678 ext 4', '+2120612'],
    ...['0612345678 / 0522334455', '06123ABCDE', 'tel:0612345678', '', '+', '000000000000'],
  ])('that rings nowhere is refused: %s', async (phone) => {
    expect(refusals(await register(person({ phone })))).toEqual(['input.phone: PHONE_MALFORMED']);
  });
});

describe('the day of birth', () => {
  const on = (appliedOn: string, birthDate: string) => register(person({ appliedOn, birthDate }));

  it.each([
    ['2026-03-02', '2011-03-02', []],
    ['2026-03-02', '2011-03-03', ['TOO_YOUNG']],
    ['2026-03-02', '1916-03-02', []],
    ['2026-03-02', '1916-03-01', ['TOO_OLD']],
    ['2023-03-01', '2008-02-29', []],
    ['2023-02-28', '2008-02-29', ['TOO_YOUNG']],
    ['2026-03-02', '2024-05-06', ['TOO_YOUNG']],
    ['2026-03-02', '2026-05-06', ['TOO_YOUNG']],
  ])('is 15 to 110 years before the application: applied on %s, born on %s', async (applied, born, reasons) => {
    const due = reasons.map((reason) => `input.birthDate: ${reason}`);
    expect(refusals(await on(applied, born))).toEqual(due);
  });

  it('is refused with a hint where its year is Hijri', async () => {
    const { userErrors } = await on(dayFrom(-1), '1404-05-06');
    expect(userErrors[0]?.message).toBe(
      'The year 1404 is of the Hijri calendar. Give the day of the Gregorian calendar; that year begins in 1983.',
    );
  });

  it('is held against the day of the application where it is put right later', async () => {
    const { id } = await registered(person({ appliedOn: '2020-01-01', birthDate: '1984-05-06' }));
    const correct = (birthDate: string) =>
      tried(api, OFFICER, { name: 'correctArtisan', input: { artisanId: id, expectedVersion: 1, birthDate } });
    expect(refusals(await correct('2005-01-02'))).toEqual(['input.birthDate: TOO_YOUNG']);
    expect(refusals(await correct('2005-01-01'))).toEqual([]);
  });
});
