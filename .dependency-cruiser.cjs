const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// The layers, lowest first: a file imports its own layer or a lower one.
const LAYERS = [
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
  ['modules.ts', 'storage.ts', 'schema.ts'],
  'seed',
  'platform/http',
  'server.ts',
  'cli',
  'main.ts',
];
// The order of the modules is that of src/modules.ts: adding a module is adding it there.
const list = readFileSync(join(__dirname, 'src/modules.ts'), 'utf8');
const MODULES = [...list.matchAll(/modules\/(\w+)\/module\.ts/g)].map(([, name]) => name);

const pathOf = (layer) => `^src/${layer.includes('.') ? layer.replace('.', '\\.') + '$' : layer + '/'}`;
const layers = LAYERS.map((layer) => [layer].flat().map(pathOf));

const layerOrder = layers.slice(0, -1).map((own, index) => ({
  name: `layer-${[LAYERS[index]].flat().join('-')}-imports-upward`,
  severity: 'error',
  from: { path: own },
  to: { path: layers.slice(index + 1).flat() },
}));

const moduleOrder = MODULES.slice(0, -1).map((name, index) => ({
  name: `module-${name}-imports-upward`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: MODULES.slice(index + 1).map((higher) => `^src/modules/${higher}/`) },
}));

// What others may import of a module: not its module.ts, tables, resolvers, inputs and statements.
const PUBLIC = '(\\.(type|args|reads|reasons|rules|writes)|/(territory-list|entity)\\.fields)\\.ts$';

module.exports = {
  forbidden: [
    ...layerOrder,
    ...moduleOrder,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'private-file-of-a-module',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', PUBLIC, '\\.table\\.ts$'] },
    },
    {
      name: 'tables-of-others-by-type',
      comment: 'Statements are checked against the tables that they name, and no server loads these.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '/module\\.ts$' },
      to: { path: '\\.table\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'modules-are-registered-once',
      comment: 'Above the modules, only src/modules.ts lists them, and the seed fills their tables.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/modules/', '^src/modules\\.ts$', '^src/seed/'] },
      to: { path: '^src/modules/', pathNot: PUBLIC },
    },
    {
      name: 'migrations-are-parameters',
      comment: 'The platform takes migrations as a parameter, from the programs that run them.',
      severity: 'error',
      from: { path: '^src/(platform|modules)/' },
      to: { path: '^migrations/' },
    },
    {
      name: 'file-in-no-layer',
      comment: 'A new folder has a place in the order.',
      severity: 'error',
      from: { path: '^src/', pathNot: layers.flat() },
      to: {},
    },
    {
      name: 'module-is-not-registered',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: MODULES.map((name) => `^src/modules/${name}/`) },
      to: {},
    },
    {
      name: 'source-imports-tests',
      comment: 'What runs in production does not depend on tests, benchmarks and development tools.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^(tests|bench|faults|fuzz|scripts|explorer)/', '\\.test\\.ts$'] },
    },
    {
      name: 'source-imports-development-packages',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: ['\\.test\\.ts$', '^migrations/check\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-found',
      comment: 'The rivals of the benchmark have packages of their own, which npm run bench installs and checks.',
      severity: 'error',
      from: { pathNot: '^bench/contestants/(mercurius|postgraphile)' },
      to: { couldNotResolve: true },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules decide: they call library functions, other rules and error reasons.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { pathNot: ['^src/platform/(lib|errors)/', '\\.(rules|reasons|type|reads)\\.ts$'] },
    },
    {
      name: 'rules-are-pure-by-type',
      comment: 'Of reads and types, rules take types only.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '\\.(type|reads)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration that has run never changes, whatever becomes of the code.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: '^migrations/check\\.ts$' },
      to: { path: '^src/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
