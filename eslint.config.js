import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const OPERATIONS = ['tests/operations/**/*.graphql', 'explorer/src/questions/**/*.graphql'];
const TESTS = ['**/*.test.ts', 'tests/**/*.ts'];

export default defineConfig(
  { ignores: ['**/dist/**', 'node_modules/**', '.hiraf/**', 'bench/results/**', '*.cjs'] },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
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
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
      ],
    },
  },
  // The decorators of a resolver's arguments count as parameters.
  { files: ['src/**/*.resolver.ts', 'src/**/*.fields.ts'], rules: { 'max-params': ['error', 4] } },
  // Migrations are SQL: their length is that of the tables.
  { files: ['migrations/**/*.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  { files: ['src/config/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', 300],
      'max-params': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
    },
  },
  {
    // Tools print, read the environment and export what their tools expect.
    files: ['bench/**/*.ts', 'explorer/**/*.{ts,tsx}', '*.config.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: './schema.graphql' } } },
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
      // `Body.bodyClass` is the class of a body in the words of the decree.
      '@graphql-eslint/no-typename-prefix': 'off',
      '@graphql-eslint/strict-id-in-types': 'off', // Parts and figures are values and have no identity of their own.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
  {
    files: OPERATIONS,
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema.graphql', documents: OPERATIONS } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // A question shows what a person wants to read, and not always an id.
      '@graphql-eslint/require-selections': 'off',
      // Depth is bounded by the server itself.
      '@graphql-eslint/selection-set-depth': 'off',
    },
  },
);
