// The floors of the house, lowest first: a file imports its own floor or a lower one. Adding a concept is adding a word.
const FLOORS = [
  'platform/config',
  'platform/lib',
  'platform/errors',
  'platform/postgres',
  'platform/auth',
  'platform/audit',
  'platform/tenancy',
  'platform/graphql',
  'platform/executor',
  'modules',
  ['entities.ts', 'schema.ts'],
  'seed',
  'platform/http',
  'server.ts',
  'cli',
  'main.ts',
];
const CONCEPTS = [
  'territory',
  'professions',
  'artisans',
  'issues',
  'register',
  'committees',
  'handovers',
  'duplicates',
  'bodies',
  'elections',
  'outreach',
  'meetings',
  'roadmap',
  'representation',
  'readiness',
  'founding',
  'audit',
];

const pathOf = (floor) => `^src/${floor.includes('.') ? floor.replace('.', '\\.') + '$' : floor + '/'}`;
const floors = FLOORS.map((floor) => [floor].flat().map(pathOf));

const upward = floors.slice(0, -1).map((own, index) => ({
  name: `floor-${[FLOORS[index]].flat().join('-')}-looks-up`,
  severity: 'error',
  from: { path: own },
  to: { path: floors.slice(index + 1).flat() },
}));

const concepts = CONCEPTS.slice(0, -1).map((concept, index) => ({
  name: `concept-${concept}-looks-up`,
  severity: 'error',
  from: { path: `^src/modules/${concept}/` },
  to: { path: CONCEPTS.slice(index + 1).map((higher) => `^src/modules/${higher}/`) },
}));

// Who stands above the domain comes in by the door too, save for the rooms that each was made to list or to fill.
const DOOR = '/index\\.ts$';
const ROOMS = {
  '^src/entities\\.ts$': ['\\.tables?\\.ts$'],
  '^src/schema\\.ts$': ['\\.commands\\.ts$', '\\.resolver\\.ts$', '\\.fields\\.ts$'],
  '^src/seed/': ['\\.tables?\\.ts$', '\\.rules\\.ts$'],
};
const doors = Object.entries(ROOMS).map(([from, rooms]) => ({
  name: 'door-and-own-rooms-only',
  severity: 'error',
  from: { path: from },
  to: { path: '^src/modules/', pathNot: [DOOR, ...rooms] },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...concepts,
    ...doors,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'door-only',
      comment: 'Between concepts only through index.ts; pure rules may be called from everywhere above.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', DOOR, '\\.rules\\.ts$'] },
    },
    {
      name: 'door-only-from-outside',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/modules/', ...Object.keys(ROOMS)] },
      to: { path: '^src/modules/', pathNot: DOOR },
    },
    {
      name: 'migrations-are-given',
      comment: 'The platform takes migrations and tables as parameters; only src/entities.ts lists them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/entities\\.ts$' },
      to: { path: '^migrations/' },
    },
    {
      name: 'file-in-no-floor',
      comment: 'A new folder has a place in the order.',
      severity: 'error',
      from: { path: '^src/', pathNot: floors.flat() },
      to: {},
    },
    {
      name: 'source-leans-on-tests',
      comment: 'What runs in production knows nothing of tests, measurements and the tools of development.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^(tests|bench|explorer)/', '\\.test\\.ts$'] },
    },
    {
      name: 'source-leans-on-development',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: ['\\.test\\.ts$', '^migrations/check\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'pure-rules',
      comment: 'Rules decide; they know the kernel, other rules and the reasons that they give.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { pathNot: ['^src/platform/(lib|errors)/', '\\.rules\\.ts$', '\\.reasons\\.ts$', `^src/modules/.*${DOOR}`] },
    },
    {
      name: 'pure-rules-by-type',
      comment: 'A door opens on reads and resolvers as well: rules take words from it and no code.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: DOOR, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migration-stands-alone',
      comment: 'A migration that has run never changes, whatever becomes of the code.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: '^migrations/check\\.ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'concept-in-no-floor',
      comment: 'A new concept has a place in the order.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: CONCEPTS.map((concept) => `^src/modules/${concept}/`) },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
