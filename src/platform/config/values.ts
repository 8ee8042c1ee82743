import { isIP } from 'node:net';
import { z } from 'zod';

/** A setting without a value is left out: `PORT=` in a file means the default. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

export const port = z.coerce.number().int().min(0).max(65535);

export const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

export const seconds = (least: number) => z.coerce.number().min(least).max(3600);

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A length of time such as 90s, 15m, 24h or 7d, in seconds. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[smhd]$/, 'must be a length of time such as 90s, 15m, 24h or 7d')
  .transform((text) => Number(text.slice(0, -1)) * UNITS[text.slice(-1) as keyof typeof UNITS]);

const partsOf = (text: string): string[] => text.split(',').map((part) => part.trim());

/** The origin that a text means; undefined where it means none, or many. */
function originIn(text: string): string | undefined {
  if (text.includes('*') || !URL.canParse(text)) return undefined;
  const { protocol, origin } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** A list of origins, each exactly as browsers send it: a wildcard or "null" would let in pages of anybody. */
export const origins = z.string().transform((text, context) => {
  const list = partsOf(text);
  for (const each of list) {
    const origin = originIn(each);
    if (origin === each) continue;
    const advice =
      origin === undefined ? 'write scheme://host[:port], such as https://portail.example.ma' : `write ${origin}`;
    context.addIssue({ code: 'custom', message: `"${each}" is not an origin: ${advice}` });
  }
  return list;
});

const isPrefix = (digits: string | undefined, most: number): boolean =>
  digits === undefined || (/^\d{1,3}$/.test(digits) && Number(digits) <= most);

/** A list of addresses or networks, such as 10.0.0.1,192.168.0.0/16,2001:db8::/32. */
export const networks = z.string().transform((text, context) => {
  const list = partsOf(text);
  for (const each of list) {
    const [address = '', prefix, ...more] = each.split('/');
    const family = isIP(address);
    if (family !== 0 && more.length === 0 && isPrefix(prefix, family === 4 ? 32 : 128)) continue;
    const message = `"${each}" is not an address or a network: write 10.0.0.1 or 192.168.0.0/16`;
    context.addIssue({ code: 'custom', message });
  }
  return list;
});

type Numbers<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/** A setting such as `depth=14,aliases=60`: numbers by name; what is left out keeps its default. */
export const numbersBy = <Name extends string>(names: readonly Name[]) =>
  z.string().transform((text, context): Numbers<Name> => {
    const found: Partial<Record<Name, number>> = {};
    for (const part of text.split(',').filter((one) => one.trim() !== '')) {
      const [, name, digits] = /^\s*([A-Za-z-]+)\s*=\s*(\d{1,10})\s*$/.exec(part) ?? [];
      const known = names.find((one) => one === name);
      if (known === undefined || Number(digits) < 1) {
        const message = `"${part.trim()}" is not <name>=<number>, such as ${String(names[0])}=500. Names: ${names.join(', ')}`;
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
      found[known] = Number(digits);
    }
    return found;
  });
