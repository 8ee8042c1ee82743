import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../auth/caller.ts';
import { WaitingLine, type LineLimits, type Refused, type Ticket } from './waiting-line.ts';

/** The response to a client, which can hang up. */
class Client extends EventEmitter {
  closed = false;

  hangUp(): void {
    this.closed = true;
    this.emit('close');
  }
}

const LIMITS: LineLimits = { running: 4, points: 1000, waiting: 10, waitingOfCaller: 5, patience: 60_000 };

const callerOf = (key: string, group = 'region 3', atOnce = 2): Caller => ({
  ...{ key, kind: 'regional-viewer', quota: { ceiling: 600, pointsPerMinute: 1, atOnce } },
  group: { key: group, kind: 'tenant', quota: { pointsPerMinute: 1, atOnce: 3 } },
});

/** Sends operations into a line and notes who runs. */
function stage(limits: Partial<LineLimits> = {}) {
  const line = new WaitingLine({ ...LIMITS, ...limits });
  const running: { name: string; ticket: Ticket }[] = [];
  const refused: Record<string, Refused> = {};
  const send = (name: string, caller: Caller, points = 1, client = new Client()): Promise<void> =>
    line.enter(caller, points, client).then((outcome) => {
      if (typeof outcome === 'string') refused[name] = outcome;
      else running.push({ name, ticket: outcome });
    });
  const settle = () => new Promise((done) => setImmediate(done));
  const names = () => running.map(({ name }) => name);
  const end = async (name: string): Promise<void> => {
    const index = running.findIndex((one) => one.name === name);
    running.splice(index, 1)[0]?.ticket.release();
    await settle();
  };
  return { line, refused, send, settle, names, end };
}

describe('the line in front of the database', () => {
  it('lets operations in at once as long as there is room', async () => {
    const { send, names, line } = stage();
    await Promise.all([send('a1', callerOf('a')), send('a2', callerOf('a')), send('b1', callerOf('b'))]);
    expect(names()).toEqual(['a1', 'a2', 'b1']);
    expect([line.running, line.waiting]).toEqual([3, 0]);
  });

  it('lets nobody wait behind the many operations of another caller', async () => {
    const { send, names, settle, end } = stage({ running: 2 });
    for (const index of [1, 2, 3, 4, 5]) void send(`greedy${String(index)}`, callerOf('greedy'));
    void send('small', callerOf('other'));
    await settle();
    expect(names()).toEqual(['greedy1', 'greedy2']);
    await end('greedy1');
    await end('greedy2');
    expect(names()).toEqual(['greedy3', 'small']);
  });

  it('takes groups in turn, so that a region of many callers does not hold up another one', async () => {
    const { send, names, settle, end } = stage({ running: 1 });
    for (const key of ['a', 'b', 'c', 'd']) void send(key, callerOf(key, 'region 1'));
    void send('z', callerOf('z', 'region 2'));
    await settle();
    await end('a');
    expect(names()).toEqual(['b']);
    await end('b');
    expect(names()).toEqual(['z']);
  });

  it('bounds what one caller and one group run at once, while there is room for others', async () => {
    const { send, names, settle } = stage({ running: 10 });
    for (const index of [1, 2, 3]) void send(`a${String(index)}`, callerOf('a'));
    for (const index of [1, 2]) void send(`b${String(index)}`, callerOf('b'));
    for (const index of [1, 2]) void send(`z${String(index)}`, callerOf('z', 'region 9'));
    await settle();
    expect(names()).toEqual(['a1', 'a2', 'b1', 'z1', 'z2']);
  });

  it('bounds the points that run at once, of a caller by its ceiling and of all together', async () => {
    const { send, names, settle, end } = stage({ running: 10 });
    void send('large1', callerOf('a'), 500);
    void send('large2', callerOf('a'), 500);
    void send('small', callerOf('b'), 10);
    void send('large3', callerOf('c', 'region 9'), 600);
    await settle();
    expect(names()).toEqual(['large1', 'small']);
    await end('large1');
    expect(names()).toEqual(['small', 'large2']);
    await end('large2');
    expect(names()).toEqual(['small', 'large3']);
  });

  it('runs alone what is larger than the bound, and not never', async () => {
    const { send, names, settle, end } = stage();
    void send('small', callerOf('a'), 1);
    void send('huge', callerOf('b'), 5000);
    await settle();
    expect(names()).toEqual(['small']);
    await end('small');
    expect(names()).toEqual(['huge']);
  });

  it('refuses where it is full, and where one caller has too many in it', async () => {
    const { send, refused, settle, line } = stage({ running: 1, waiting: 4, waitingOfCaller: 3 });
    void send('running', callerOf('x'));
    for (const index of [1, 2, 3, 4]) void send(`a${String(index)}`, callerOf('a'));
    for (const index of [1, 2]) void send(`b${String(index)}`, callerOf('b'));
    await settle();
    expect(refused).toEqual({ a4: 'TOO_MANY_OF_CALLER', b2: 'LINE_FULL' });
    expect(line.isFull).toBe(true);
  });

  it('forgets who has waited too long, or hung up', async () => {
    const { send, refused, names, settle, end, line } = stage({ running: 1, patience: 20 });
    const leaving = new Client();
    void send('running', callerOf('x'));
    void send('gone', callerOf('a'), 1, leaving);
    void send('late', callerOf('b'));
    await settle();
    leaving.hangUp();
    await new Promise((done) => setTimeout(done, 60));
    expect(refused).toEqual({ gone: 'GONE', late: 'WAITED_TOO_LONG' });
    void send('next', callerOf('c'));
    await end('running');
    expect(names()).toEqual(['next']);
    expect(line.waiting).toBe(0);
    const already = new Client();
    already.hangUp();
    await send('never', callerOf('a'), 1, already);
    expect(refused['never']).toBe('GONE');
  });

  it('gives a place back once, however often it is released', async () => {
    const { line } = stage({ running: 1 });
    const ticket = await line.enter(callerOf('a'), 1, new Client());
    if (typeof ticket === 'string') throw new Error(ticket);
    ticket.release();
    ticket.release();
    expect(line.running).toBe(0);
  });
});
