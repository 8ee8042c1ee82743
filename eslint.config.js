import { existsSync } from 'node:fs';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const OPERATIONS = ['tests/operations/**/*.graphql', 'explorer/src/{questions,changes}/**/*.graphql'];
const TESTS = ['**/*.test.ts', 'tests/**/*.ts'];
// One for all: the plugin keeps the first configuration that it meets, whichever file is linted first.
const GRAPHQL = {
  parser: graphql.parser,
  parserOptions: { graphQLConfig: { schema: './schema.graphql', documents: OPERATIONS } },
};
const RIVALS = ['bench/contestants/mercurius*.ts', 'bench/contestants/postgraphile*.ts'];

// What has no identity of its own in the API.
const VALUES = [
  'AgendaPoint',
  'Attendance',
  'AuditEntry',
  'Count',
  'CurrentVersion',
  'ElectionShare',
  'IdentityAlert',
  'LocalizedName',
  'PageInfo',
  'Participation',
  'PublishedFigure',
  'Rate',
  'Readiness',
  'ReadinessCondition',
  'Representation',
  'RepresentationCell',
  'Rule',
  'VersionChange',
  'Viewer',
  'ViewerGrants',
  'Wave',
  'SimulatedBody',
  'SimulatedCondition',
  'Simulation',
];

const ROLES = 'args|commands|fields|filter|input|measures|reads|reasons|resolver|rules|statements|tables?|type|writes';
const FILE_NAMES = [
  {
    within: '/src/modules/',
    name: new RegExp(`^(module|[a-z0-9-]+\\.(${ROLES})(\\.test)?)\\.ts$`),
    says: `<noun>.<role>.ts`,
  },
  { within: '/migrations/', name: /^(index|check|\d{14}-[a-z0-9-]+)\.ts$/, says: '<timestamp>-<slug>.ts' },
  { within: '/', name: /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/, says: 'kebab-case' },
];
const fileName = {
  create: ({ filename, report }) => ({
    Program(node) {
      const name = filename.split('/').at(-1);
      const broken = FILE_NAMES.find((rule) => filename.includes(rule.within) && !rule.name.test(name));
      if (broken) report({ node, message: `Name the file ${broken.says}.` });
    },
  }),
};

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '.hiraf/**', 'bench/results/**', '*.cjs'] },
  // The rivals of the benchmark are linted where their packages are installed: npm run bench does both.
  { ignores: existsSync('bench/node_modules/mercurius') ? [] : RIVALS },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: { rules: { 'file-name': fileName } } },
    rules: {
      'house/file-name': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 30, skipComments: true }],
      'max-params': ['error', 3],
      complexity: ['error', 12],
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Rows are what SQL answers, under the names of the API's classes: no mapper makes instances of them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Decorated classes of the API may be empty, or hold nothing but resolvers.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
          message: 'Export by name.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            message: 'Take the global one, so that its environment stays in src/config.',
          })),
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
      ],
    },
  },
  // The decorators of a resolver's arguments count as parameters; GraphQL gives a resolver four.
  {
    files: [
      'src/**/*.resolver.ts',
      'src/**/*.fields.ts',
      'src/platform/errors/violations.ts',
      'src/platform/executor/inline-parameters.ts',
    ],
    rules: { 'max-params': ['error', 4] },
  },
  // Migrations are SQL: their length is that of the tables.
  { files: ['migrations/**/*.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  { files: ['src/platform/config/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', 300],
      'max-params': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
    },
  },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Tools hand the environment on to the programs that they start.
  {
    files: ['bench/child.ts', 'explorer/build.ts', 'faults/program.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['schema.graphql'],
    languageOptions: GRAPHQL,
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': [
        'error',
        { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true, rootField: true },
      ],
      // Lists are walked forwards only; Relay allows one direction.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // `bodyClass`, `regionalDirectorate` and `representationRate` are words of the law and not prefixes.
      '@graphql-eslint/no-typename-prefix': 'off',
      // Parts and figures are values without an identity of their own.
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { types: VALUES, suffixes: ['Connection', 'Edge', 'Payload', 'UserError'] } },
      ],
      // Lists whose length the law bounds (provinces, offices, conditions) are plain lists. Entries of the audit log are rows of a
      // list without an id of their own; that every other type has one is held above.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
  {
    files: OPERATIONS,
    languageOptions: GRAPHQL,
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // A question shows what a person wants to read, and not always an id.
      '@graphql-eslint/require-selections': 'off',
      // Each document is sent by itself.
      '@graphql-eslint/unique-operation-name': 'off',
      // The bound of the server.
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 12 }],
    },
  },
);
