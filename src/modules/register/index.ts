export { holdersAmong, mustBeInRegister, requireNoOffice, NO_MEMBERSHIP } from './register.writes.ts';
