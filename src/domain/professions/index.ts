export { Mark } from './profession.rules.ts';
