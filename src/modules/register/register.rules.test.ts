import { describe, expect, it } from 'vitest';
import { stated } from '../../../tests/support/pure.ts';
import { entryFaults, isPerson, missingFaults, tidied, type Entry } from './register.rules.ts';

const DAY = '2026-03-01';
const PERSON: Entry = {
  ...{ nameAr: 'فاطمة العلوي', nameLatin: 'Fatima El Alaoui', sex: 'FEMALE', birthDate: '1990-05-17' },
  ...{ nationalId: 'BK654321', qualification: 'PRACTICE', phone: '+212612345678' },
};
const COOPERATIVE: Entry = {
  ...{
    nameAr: 'تعاونية النسيج 2',
    nameLatin: 'Coopérative du tissage 2',
    companyId: '001234567000062',
    workerCount: 12,
  },
};
const faultsOf = (kind: 'ARTISAN' | 'COOPERATIVE', entry: Entry): string[] => stated(entryFaults(kind, entry, DAY));

describe('a kind of registrant', () => {
  it('is a person for artisans and masters alone (decree 2.21.437, art. 3)', () => {
    expect((['ARTISAN', 'MASTER', 'COOPERATIVE', 'ENTERPRISE'] as const).map(isPerson)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('an entry', () => {
  it('of a person or an organisation is taken where nothing is wrong', () => {
    expect(faultsOf('ARTISAN', PERSON)).toEqual([]);
    expect(faultsOf('COOPERATIVE', COOPERATIVE)).toEqual([]);
    expect(faultsOf('ARTISAN', {})).toEqual([]);
  });

  it('of a person has nothing that only organisations have', () => {
    expect(faultsOf('ARTISAN', { ...PERSON, companyId: '001234567000062', workerCount: 3 })).toEqual([
      'input.companyId ORGANISATIONS_ONLY',
      'input.workerCount ORGANISATIONS_ONLY',
    ]);
  });

  it('of an organisation has nothing that only persons have', () => {
    const { sex, birthDate, nationalId, qualification } = PERSON;
    expect(faultsOf('COOPERATIVE', { ...COOPERATIVE, sex, birthDate, nationalId, qualification })).toEqual([
      'input.sex PERSONS_ONLY',
      'input.birthDate PERSONS_ONLY',
      'input.nationalId PERSONS_ONLY',
      'input.qualification PERSONS_ONLY',
    ]);
  });

  it('has names in their own scripts, with digits for organisations alone', () => {
    expect(faultsOf('ARTISAN', { nameAr: 'Fatima' })).toEqual([expect.stringMatching(/^input\.nameAr /)]);
    expect(faultsOf('ARTISAN', { nameLatin: 'فاطمة' })).toEqual([expect.stringMatching(/^input\.nameLatin /)]);
    expect(faultsOf('ARTISAN', { nameLatin: 'Fatima 2' })).toEqual([expect.stringMatching(/^input\.nameLatin /)]);
    expect(faultsOf('COOPERATIVE', { nameLatin: 'Coopérative 2' })).toEqual([]);
  });

  it('has a national number of one or two capitals and four to seven digits', () => {
    const faultsFor = (nationalId: string) => faultsOf('ARTISAN', { nationalId });
    for (const right of ['A1234', 'BK654321', 'Z1234567']) expect(faultsFor(right), right).toEqual([]);
    for (const wrong of ['', '1234', 'A123', 'ABC1234', 'A12345678', 'a1234', 'XA1234 ', 'A1234\n']) {
      expect(faultsFor(wrong), wrong).toEqual(['input.nationalId NATIONAL_ID_MALFORMED']);
    }
  });

  it('has a company identifier of 15 digits that 97 divides, of an enterprise that is not zero', () => {
    const faultsFor = (companyId: string) => faultsOf('COOPERATIVE', { companyId });
    expect(faultsFor('001234567000062')).toEqual([]);
    const wrong = ['001234567000063', '00123456700006', '0001234567000062', '000000000000097', '00123456700006a'];
    for (const text of wrong) expect(faultsFor(text), text).toEqual(['input.companyId COMPANY_ID_MALFORMED']);
  });

  it('has a telephone number that exists in its country', () => {
    expect(faultsOf('ARTISAN', { phone: '0612345678' })).toEqual([]);
    expect(faultsOf('ARTISAN', { phone: '06123' })).toEqual(['input.phone PHONE_MALFORMED']);
  });

  it('is of somebody from 15 to 110 years old on the day of the application', () => {
    const faultsFor = (birthDate: string) => faultsOf('ARTISAN', { birthDate });
    expect(faultsFor('2011-03-01')).toEqual([]);
    expect(faultsFor('2011-03-02')).toEqual(['input.birthDate TOO_YOUNG']);
    expect(faultsFor('1916-03-01')).toEqual([]);
    expect(faultsFor('1916-02-29')).toEqual(['input.birthDate TOO_OLD']);
    const [fault] = entryFaults('ARTISAN', { birthDate: '2012-01-01' }, DAY);
    expect(fault?.values).toEqual({ age: 15, appliedOn: DAY });
    const [old] = entryFaults('ARTISAN', { birthDate: '1900-01-01' }, DAY);
    expect(old?.values).toEqual({ age: 110, appliedOn: DAY });
  });

  it('of an organisation has one worker at least', () => {
    expect(faultsOf('COOPERATIVE', { workerCount: 1 })).toEqual([]);
    expect(faultsOf('COOPERATIVE', { workerCount: 0 })).toEqual(['input.workerCount NOT_POSITIVE']);
  });

  it('says everything that is wrong at once', () => {
    expect(faultsOf('ARTISAN', { nationalId: '?', phone: '?', workerCount: 0 })).toHaveLength(4);
  });
});

describe('a new entry', () => {
  it('of a person says sex, day of birth, national number and qualification', () => {
    expect(stated(missingFaults('MASTER', { qualification: 'DIPLOMA' }))).toEqual([
      'input.sex PERSON_NEEDS',
      'input.birthDate PERSON_NEEDS',
      'input.nationalId PERSON_NEEDS',
    ]);
    expect(missingFaults('MASTER', PERSON)).toEqual([]);
  });

  it('of an organisation says its identifier and how many work in it', () => {
    expect(stated(missingFaults('ENTERPRISE', { companyId: null }))).toEqual([
      'input.companyId ORGANISATION_NEEDS',
      'input.workerCount ORGANISATION_NEEDS',
    ]);
    expect(missingFaults('ENTERPRISE', COOPERATIVE)).toEqual([]);
  });
});

describe('an entry as it is kept', () => {
  it('has each number in its one form', () => {
    const given = { nationalId: ' bk-654 321', companyId: '٠٠١٢٣٤٥٦٧٠٠٠٠٦٢', phone: '06 12-34-56-78' };
    expect(tidied(given)).toEqual({ nationalId: 'BK654321', companyId: '001234567000062', phone: '+212612345678' });
  });

  it('keeps a telephone that is none, to be refused, and what is not given', () => {
    expect(tidied({ phone: 'none', nationalId: null })).toEqual({ phone: 'none', nationalId: null, companyId: null });
  });

  it('does not take a letter for an ASCII one that its capital would be', () => {
    expect(tidied({ nationalId: 'ſk654321' }).nationalId).toBe('ſK654321');
  });
});
