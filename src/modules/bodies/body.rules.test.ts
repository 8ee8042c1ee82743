import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextState } from '../../platform/errors/state-machine.ts';
import { stepsOf } from '../../../tests/support/pure.ts';
import { ASSEMBLY_LIFE, BODY_LIFE, delegatesDue, type BodyEvent, type BodyState } from './body.rules.ts';

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

describe('delegates due to a body', () => {
  const rules = new Map([
    ['MEMBERS_PER_DELEGATE', 200],
    ['DELEGATES_MINIMUM', 2],
    ['DELEGATES_MAXIMUM', 5],
  ]);

  it('are one for each started number of members, within bounds', () => {
    expect([0, 30, 400, 401, 600, 1000, 1001, 90_000].map((members) => delegatesDue(members, rules))).toEqual([
      ...[2, 2, 2, 3, 3, 5, 5, 5],
    ]);
  });

  it('are one, and as many as members ask for, where no rule says more', () => {
    expect(delegatesDue(500, new Map())).toBe(1);
    expect(delegatesDue(5000, new Map([['MEMBERS_PER_DELEGATE', 10]]))).toBe(500);
  });
});
