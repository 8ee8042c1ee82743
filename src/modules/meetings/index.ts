export { decisionsByIds } from './decision.reads.ts';
export { meetingsByIds } from './meeting.reads.ts';
