export { AgeBand, ArtisanKind, RegisterState, Sex } from './artisan.rules.ts';
