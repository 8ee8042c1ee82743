import { defineEntity, p } from '@mikro-orm/postgresql';

/** A figure that an authority or the press has published: reference data, with its date and its source. */
export const PublishedFigureTable = defineEntity({
  name: 'PublishedFigureTable',
  tableName: 'published_figure',
  indexes: [{ name: 'published_figure_territory', properties: ['regionId', 'provinceId', 'measure'] }],
  properties: {
    id: p.smallint().primary().autoincrement(false),
    measure: p.text(),
    regionId: p.smallint(),
    provinceId: p.smallint().nullable(),
    value: p.double(),
    unit: p.text(),
    // A year, a month or a day, as precise as the source is.
    asOf: p.text().nullable(),
    note: p.text().nullable(),
    source: p.text(),
  },
});
