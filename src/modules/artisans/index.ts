export { ArtisanListArgs } from './artisan.args.ts';
export { ARTISAN, artisansBelow, artisansByIds } from './artisan.reads.ts';
export {
  AgeBand,
  ageBandOf,
  ArtisanKind,
  DeletionGround,
  Qualification,
  REGISTER_LIFE,
  RegisterState,
  Sex,
  type RegisterEvent,
} from './artisan.rules.ts';
export { identitiesOf, IDENTITY_FIELDS } from './identity.reads.ts';
export { Artisan, ArtisanConnection } from './artisan.type.ts';
