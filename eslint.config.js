import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'
import portal from './scripts/lint/index.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

const TS = ['**/*.ts', '**/*.tsx']
const PLAIN = ['**/*.mjs', '**/*.js']
const PORTAL = ['src/**/*.{ts,tsx}', 'collections/**/*.{ts,tsx}', 'blocks/**/*.{ts,tsx}']
const SPECS = ['**/*.{spec,fixture}.{ts,tsx,mjs}', '**/*.e2e.ts', 'tests/**/*.ts']
const BROWSER = ['**/*.client.tsx', 'src/components/**/*.tsx']

/** A swallowed rejection, in the ways it is usually written. */
const SWALLOWED = [
  "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > BlockStatement[body.length=0]",
  "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > :matches(Identifier[name='undefined'], Literal[value=null]).body",
].map((selector) => ({ selector, message: 'A fault is handled or passed on, never swallowed.' }))

/** The wall clock, which demo and tests set. */
const WALL_CLOCK = ["NewExpression[callee.name='Date'][arguments.length=0]", "CallExpression[callee.object.name='Date'][callee.property.name='now']"].map(
  (selector) => ({ selector, message: 'Ask now() of src/lib/clock.ts, which tests and the demo can set; for durations, performance.now().' }),
)

export default tseslint.config(
  {
    ignores: [
      'node_modules/', '.next/', 'data/', 'coverage/', 'public/', 'next-env.d.ts',
      'src/payload-types.ts', 'src/payload-generated-schema.ts', 'src/app/(payload)/admin/importMap.js', 'src/migrations/',
    ],
  },
  // What is wrong is mended, not switched off where it stands.
  { linterOptions: { noInlineConfig: true, reportUnusedInlineConfigs: 'error' } },
  {
    files: [...TS, ...PLAIN],
    extends: [tseslint.configs.strict],
    plugins: { portal },
    rules: {
      complexity: ['error', 10],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      'no-empty': 'error',
      'no-restricted-syntax': ['error', ...SWALLOWED],
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      semi: ['error', 'never'],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: TS,
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: at('.') } },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'], tsconfig: { configFile: at('./tsconfig.json'), references: 'auto' } }),
      ],
      // Cycles are ours alone; packages need not be read for them.
      'import-x/ignore': ['node_modules', '\\.(json|css|scss)$'],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true, maxDepth: 20 }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: PORTAL,
    ignores: SPECS,
    rules: {
      'no-console': 'error',
      'portal/boundaries': 'error',
      'portal/explicit-override-access': 'error',
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Ask env() of src/lib/env.ts, which is checked at boot.' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [
      ...SPECS, 'src/i18n/**',
      // Labels and refusals of the administration stand in the configs they belong to; so do those that collections share.
      'src/fields/**', 'src/hooks/**', 'src/payload.config.ts',
      // Lists of words that texts are searched for.
      'src/domain/**/*[wW]ords.ts', 'src/domain/forms/refused.ts', 'src/domain/forms/patterns.ts', 'src/domain/privacy/mask.ts',
    ],
    rules: { 'portal/dictionary-words': 'error' },
  },
  {
    files: PORTAL,
    ignores: [...SPECS, ...BROWSER, 'src/lib/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SWALLOWED, ...WALL_CLOCK] },
  },
  { files: ['src/lib/env.ts', 'src/instrumentation.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['**/*.tsx', 'src/components/**/*.ts', 'src/app/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
    // These two speak for a compiler this project does not use.
    rules: { 'react-hooks/incompatible-library': 'off', 'react-hooks/preserve-manual-memoization': 'off' },
  },
  { files: SPECS, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
)
