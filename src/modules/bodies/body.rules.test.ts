import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextState } from '../../platform/errors/state-machine.ts';
import { stepsOf } from '../../../tests/support/pure.ts';
import {
  ASSEMBLY_LIFE,
  assemblySize,
  BODY_LIFE,
  delegateShares,
  type BodyEvent,
  type BodyState,
} from './body.rules.ts';

const EVENTS: readonly BodyEvent[] = [
  ...(['prepare', 'call', 'hold', 'found', 'approve', 'suspend', 'resume', 'dissolve', 'affiliate'] as const),
];

/** What an officer remembers of a body, told apart from the table of its life. */
class Model {
  founded = false;
  approved = false;
  dissolved = false;
  suspended = false;
  prepared = false;
}
interface Real {
  state: BodyState;
}

// Each event with the condition under which the law's steps allow it, in words of the model.
const ALLOWED: Readonly<Record<BodyEvent, (model: Model) => boolean>> = {
  prepare: ({ prepared, dissolved }) => !prepared && !dissolved,
  call: ({ prepared, founded, dissolved }) => prepared && !founded && !dissolved,
  hold: ({ prepared, founded, dissolved }) => prepared && !founded && !dissolved,
  found: ({ prepared, founded, dissolved }) => prepared && !founded && !dissolved,
  approve: ({ founded, approved, dissolved }) => founded && !approved && !dissolved,
  suspend: ({ approved, suspended, dissolved }) => approved && !suspended && !dissolved,
  resume: ({ suspended, dissolved }) => suspended && !dissolved,
  dissolve: ({ dissolved }) => !dissolved,
  affiliate: ({ founded, suspended, dissolved }) => founded && !suspended && !dissolved,
};

const EFFECT: Readonly<Partial<Record<BodyEvent, (model: Model) => void>>> = {
  prepare: (model) => (model.prepared = true),
  found: (model) => (model.founded = true),
  approve: (model) => (model.approved = true),
  suspend: (model) => (model.suspended = true),
  resume: (model) => (model.suspended = false),
  dissolve: (model) => (model.dissolved = true),
};

class Happening implements fc.Command<Model, Real> {
  constructor(private readonly event: BodyEvent) {}
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    const following = nextState(BODY_LIFE, real.state, this.event);
    expect(following !== null).toBe(ALLOWED[this.event](model));
    if (following === null) return;
    real.state = following;
    EFFECT[this.event]?.(model);
    const { founded, approved, dissolved, suspended, prepared } = model;
    expect(real.state === 'DISSOLVED').toBe(dissolved);
    if (dissolved) return;
    expect(['FOUNDED', 'ACTIVE', 'SUSPENDED'].includes(real.state)).toBe(founded);
    expect(['ACTIVE', 'SUSPENDED'].includes(real.state)).toBe(approved);
    expect(real.state === 'SUSPENDED').toBe(suspended);
    expect(real.state === 'PLANNED').toBe(!prepared);
  }
  toString = (): string => this.event;
}

describe('the life of a body', () => {
  it('allows each step exactly when what it rests on has happened, whatever is tried', () => {
    const commands = fc.commands(
      EVENTS.map((event) => fc.constant(new Happening(event))),
      { maxCommands: 30 },
    );
    fc.assert(
      fc.property(commands, (tried) => {
        fc.modelRun(() => ({ model: new Model(), real: { state: 'PLANNED' } }), tried);
      }),
    );
  });

  it('ends with dissolution', () => {
    for (const event of EVENTS) expect(nextState(BODY_LIFE, 'DISSOLVED', event)).toBeNull();
  });
});

describe('a founding assembly', () => {
  it('meets once, with quorum or without, or is cancelled', () => {
    expect(stepsOf(ASSEMBLY_LIFE, ['hold', 'miss', 'cancel'])).toEqual([
      ...['CALLED hold HELD', 'CALLED miss NO_QUORUM', 'CALLED cancel CANCELLED'],
    ]);
  });
});

describe('the delegates of an assembly', () => {
  const rules = new Map([
    ['DELEGATES_PER_SEAT', 2],
    ['DELEGATES_OF_A_BODY', 2],
    ['BOARD_ELECTED', 10],
  ]);
  const base = (...members: number[]) => members.map((count, index) => ({ unit: index + 1, members: count }));
  const shared = (...members: number[]) => delegateShares(base(...members), rules).map(({ delegates }) => delegates);
  const bodies = fc.array(fc.nat(30_000), { minLength: 1, maxLength: 14 });
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

  it('are twice the seats of its board, and more only where more than ten bodies send two each', () => {
    expect([1, 2, 10, 11, 12].map((count) => assemblySize(count, rules))).toEqual([20, 20, 20, 22, 24]);
    expect(assemblySize(3, new Map())).toBe(3);
  });

  it('are shared out by members, by the largest remainder', () => {
    // Of 20: 10.45, 6.57 and 2.99 delegates.
    expect(shared(700, 440, 200)).toEqual([10, 7, 3]);
    expect(shared(30)).toEqual([20]);
    expect(shared(100, 100)).toEqual([10, 10]);
    expect(shared(0, 0)).toEqual([10, 10]);
  });

  it('are two of the smallest body, at the cost of the others', () => {
    expect(shared(20_000, 20_000, 30).toSorted((one, other) => one - other)).toEqual([2, 9, 9]);
    expect(sum(shared(...Array.from({ length: 12 }, (_, index) => index)))).toBe(24);
  });

  it('are all of them shared out, at least two to each body, whatever its size', () => {
    fc.assert(
      fc.property(bodies, (members) => {
        const shares = delegateShares(base(...members), rules);
        expect(sum(shares.map(({ delegates }) => delegates))).toBe(assemblySize(members.length, rules));
        expect(shares.map(({ unit }) => unit).toSorted((one, other) => one - other)).toEqual(
          base(...members).map(({ unit }) => unit),
        );
        for (const { delegates } of shares) expect(delegates).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('are never fewer for more members, and follow members where the least does not count', () => {
    fc.assert(
      fc.property(bodies, (members) => {
        const shares = delegateShares(base(...members), rules);
        const free = shares.filter(({ delegates }) => delegates > 2);
        for (const one of shares) {
          for (const other of shares) {
            if (one.members > other.members) expect(one.delegates).toBeGreaterThanOrEqual(other.delegates);
            if (one.members === other.members) expect(Math.abs(one.delegates - other.delegates)).toBeLessThanOrEqual(1);
          }
        }
        const [all, people] = [sum(free.map(({ delegates }) => delegates)), sum(free.map((share) => share.members))];
        if (shares.length === free.length && people > 0) {
          for (const share of free) expect(Math.abs(share.delegates - (all * share.members) / people)).toBeLessThan(1);
        }
      }),
    );
  });
});
