export { ASSEMBLY, assembliesByIds, DELEGATE, delegatesByIds, SEAT, seatsByIds } from './board.reads.ts';
export { Delegate, Office, Seat } from './board.type.ts';
export { bodiesByIds, BODY } from './body.reads.ts';
export { ASSEMBLY_LIFE, BODY_LIFE, type BodyEvent } from './body.rules.ts';
export { Body, FoundingAssembly } from './body.type.ts';
export { bodyReference, bodySource, rulesOn } from './rule.reads.ts';
export { thresholdFaults } from './rule.rules.ts';
export { Rule } from './rule.type.ts';
