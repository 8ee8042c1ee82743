export { assembliesByIds, delegatesByIds, seatsByIds } from './board.reads.ts';
export { bodiesByIds } from './body.reads.ts';
export { Body } from './body.type.ts';
export { bodyReference, bodySource, rulesOn } from './rule.reads.ts';
export { Rule } from './rule.type.ts';
