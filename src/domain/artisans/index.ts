export { ArtisanListArgs } from './artisan.args.ts';
export { ARTISAN, artisansBelow, artisansByIds } from './artisan.reads.ts';
export { AgeBand, ArtisanKind, RegisterState, Sex } from './artisan.rules.ts';
export { IDENTITY_FIELDS } from './identity.reads.ts';
export { mustBeInRegister, mustHoldNothing, NO_MEMBERSHIP } from './register.writes.ts';
export { Artisan, ArtisanConnection } from './artisan.type.ts';
