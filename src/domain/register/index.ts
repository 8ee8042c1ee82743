export { holdersAmong, mustBeInRegister, mustHoldNothing, NO_MEMBERSHIP } from './register.writes.ts';
