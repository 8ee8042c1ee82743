export { campaignsByIds } from './campaign.reads.ts';
export { sessionsByIds } from './outreach.reads.ts';
