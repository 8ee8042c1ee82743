/** The thresholds of a level that hold, by code. */
export type Thresholds = ReadonlyMap<string, number>;

/** Delegates due to a body: one for each started number of members, within bounds. */
export function delegatesDue(members: number, thresholds: Thresholds): number {
  const started = Math.ceil(members / (thresholds.get('MEMBERS_PER_DELEGATE') ?? Infinity));
  const least = thresholds.get('DELEGATES_MINIMUM') ?? 1;
  return Math.min(Math.max(started, least), thresholds.get('DELEGATES_MAXIMUM') ?? Infinity);
}
