import { readdir, readFile, writeFile } from 'node:fs/promises';

// The kernel counts in hundredths of a second on every platform of Linux that matters here.
const TICKS_PER_SECOND = 100;
const PARENT = 1;
const OWN = [11, 12];
const OF_ENDED_CHILDREN = [13, 14];

/** The fields of a process after its name, which may itself hold blanks; none where the system does not tell. */
async function statOf(pid: number): Promise<readonly string[]> {
  const text = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const secondsOf = (stat: readonly string[], fields: readonly number[]): number =>
  fields.reduce((sum, field) => sum + Number(stat[field] ?? 0), 0) / TICKS_PER_SECOND;

export async function cpuOf(pid: number): Promise<number> {
  return secondsOf(await statOf(pid), OWN);
}

/**
 * The time of the postmaster and of its children, those that have ended included. One that ends while it is read would count
 * as both or as neither: then all are read again.
 */
export async function cpuOfPostgres(postmaster: number): Promise<number> {
  const before = secondsOf(await statOf(postmaster), OF_ENDED_CHILDREN);
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0);
  const stats = await Promise.all(pids.map(statOf));
  const children = stats.filter((stat) => Number(stat[PARENT]) === postmaster);
  const own = await statOf(postmaster);
  if (secondsOf(own, OF_ENDED_CHILDREN) !== before) return cpuOfPostgres(postmaster);
  return [own, ...children].reduce((sum, stat) => sum + secondsOf(stat, OWN), before);
}

/** Lets the kernel begin anew to look for the most memory that a process holds. */
export async function forgetPeakOf(pid: number): Promise<void> {
  await writeFile(`/proc/${String(pid)}/clear_refs`, '5').catch(() => undefined);
}

export const memoryOf = (pid: number): Promise<number | null> => statusOf(pid, 'VmRSS');

/** The most memory that a process held, in megabytes. */
export const peakMemoryOf = (pid: number): Promise<number | null> => statusOf(pid, 'VmHWM');

async function statusOf(pid: number, name: string): Promise<number | null> {
  const text = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
