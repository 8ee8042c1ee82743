import { expect, it } from 'vitest';
import { phoneOf } from './phone.ts';

it('A telephone number has one form, Moroccan where it names no country', () => {
  for (const text of ['0612345678', '+212 6 12-34-56-78', '00212612345678', '٠٦١٢٣٤٥٦٧٨']) {
    expect(phoneOf(text), text).toBe('+212612345678');
  }
  expect(phoneOf('+33 1 42 68 53 00')).toBe('+33142685300');
});

it('What is no number of its country, two numbers, or one with an extension is none', () => {
  for (const text of ['', 'none', '06123', '0612345678 / 0612345679', 'tel. 0612345678', '0612345678 ext. 12']) {
    expect(phoneOf(text), text).toBeNull();
  }
});
