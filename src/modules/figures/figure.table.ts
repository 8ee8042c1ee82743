import { defineEntity, p } from '@mikro-orm/postgresql';
import { figurePolicies } from '../../platform/postgres/policies.ts';

const count = () => p.integer().default(0);
const keyed = () => p.text().primary();

/** The measures of people, a column for each. */
const MEASURES = {
  registrants: count(),
  registered: count(),
  persons: count(),
  women: count(),
  under35: p.integer().fieldName('under_35').default(0),
  masters: count(),
  eligible: count(),
  members: count(),
};

/** The finest cell: every way of cutting registrants is a sum over these rows. Empty keys are 'NONE'. */
export const RegisterCellTable = defineEntity({
  name: 'RegisterCellTable',
  tableName: 'register_cell',
  rowLevelSecurity: 'force',
  policies: figurePolicies('register_cell'),
  properties: {
    regionId: p.smallint().primary(),
    provinceId: p.smallint().primary(),
    professionId: p.smallint().primary(),
    kind: keyed(),
    sex: keyed(),
    ageBand: keyed(),
    registerState: keyed(),
    registrants: count(),
    eligible: count(),
    members: count(),
  },
});

/** The same people by province and profession only, one column for each measure: at most 75 x 172 rows at any scale. */
export const RegisterFigureTable = defineEntity({
  name: 'RegisterFigureTable',
  tableName: 'register_figure',
  rowLevelSecurity: 'force',
  policies: figurePolicies('register_figure'),
  properties: {
    regionId: p.smallint().primary(),
    provinceId: p.smallint().primary(),
    professionId: p.smallint().primary(),
    ...MEASURES,
  },
});

/** The same people by province and body class, 0 for those of none: at most 75 x 15 rows at any scale. */
export const ClassFigureTable = defineEntity({
  name: 'ClassFigureTable',
  tableName: 'class_figure',
  rowLevelSecurity: 'force',
  policies: figurePolicies('class_figure'),
  properties: {
    regionId: p.smallint().primary(),
    provinceId: p.smallint().primary(),
    bodyClassId: p.smallint().primary(),
    ...MEASURES,
  },
});

/** Bodies, committees, seats, delegates and outreach by territory, level and class; province 0 stands for none. */
export const BodyFigureTable = defineEntity({
  name: 'BodyFigureTable',
  tableName: 'body_figure',
  rowLevelSecurity: 'force',
  policies: figurePolicies('body_figure'),
  properties: {
    regionId: p.smallint().primary(),
    provinceId: p.smallint().primary(),
    level: keyed(),
    bodyClassId: p.smallint().primary(),
    bodiesPlanned: count(),
    bodiesInPreparation: count(),
    bodiesFounded: count(),
    bodiesActive: count(),
    bodiesSuspended: count(),
    bodiesDissolved: count(),
    bodiesApproved: count(),
    seats: count(),
    seatsFilled: count(),
    seatsHeldByWomen: count(),
    delegates: count(),
    committeesPlanned: count(),
    committeesFormed: count(),
    committeesStatutesDrafted: count(),
    committeesDischarged: count(),
    committeesFailed: count(),
    outreachSessions: count(),
    outreachAttendees: count(),
  },
});

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
    value: p.double().$type<number>(),
    unit: p.text(),
    // A year, a month or a day, as precise as the source is.
    asOf: p.text().nullable(),
    note: p.text().nullable(),
    source: p.text(),
  },
});
