// The floors of the house, lowest first: a file imports its own floor or a lower one. Adding a concept is adding a word.
const FLOORS = [
  'kernel',
  'config',
  'database',
  'access',
  'graphql',
  'domain',
  ['entities.ts', 'schema.ts'],
  ['seed', 'explorer'],
  'http',
  'server.ts',
  'commands',
  'main.ts',
];
const CONCEPTS = [
  'territory',
  'professions',
  'artisans',
  'committees',
  'bodies',
  'outreach',
  'meetings',
  'roadmap',
  'representation',
  'readiness',
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
  from: { path: `^src/domain/${concept}/` },
  to: { path: CONCEPTS.slice(index + 1).map((higher) => `^src/domain/${higher}/`) },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...concepts,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'door-only',
      comment: 'Between concepts only through index.ts.',
      severity: 'error',
      from: { path: '^src/domain/([^/]+)/' },
      to: { path: '^src/domain/[^/]+/', pathNot: ['^src/domain/$1/', '/index\\.ts$'] },
    },
    {
      name: 'pure-rules',
      comment: 'Rules decide; they know the kernel and other rules only.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { pathNot: ['^src/kernel/', '\\.rules\\.ts$'] },
    },
    {
      name: 'concept-in-no-floor',
      comment: 'A new concept has a place in the order.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: CONCEPTS.map((concept) => `^src/domain/${concept}/`) },
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
