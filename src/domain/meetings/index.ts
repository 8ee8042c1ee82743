export { meetingsByIds } from './meeting.reads.ts';
