import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LONG_ON_MONGO, NOT_ON_MONGO } from './tests/helpers/notOnMongo.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@payload-config': at('./src/payload.config.ts'),
      '@collections': at('./collections'),
      '@blocks': at('./blocks'),
      '@': at('./src'),
    },
  },
  test: {
    // The rich text editor's packages choose their build by a top-level await for plain Node, on which Node 20 now and then waits for ever.
    execArgv: ['--conditions=production'],
    setupFiles: ['tests/helpers/setup.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.spec.{ts,tsx}', 'collections/**/*.spec.ts', 'blocks/**/*.spec.tsx', 'scripts/**/*.spec.{ts,mjs}', 'presets/**/*.spec.ts'] } },
      { extends: true, test: { name: 'int', globalSetup: ['tests/helpers/template.ts'], include: ['tests/int/**/*.spec.ts'], testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 2 } },
      // The same files on MongoDB's protocol, except those that are about SQLite itself.
      { extends: true, test: { name: 'int-mongo', env: { TEST_ENGINE: 'mongo' }, globalSetup: ['tests/helpers/templateMongo.ts'], include: ['tests/int/**/*.spec.ts'], exclude: Object.keys(process.env.TEST_FULL ? NOT_ON_MONGO : { ...NOT_ON_MONGO, ...LONG_ON_MONGO }).map((name) => `tests/int/${name}.spec.ts`), testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 2 } },
      // A browser and a portal each: one file after the other.
      { extends: true, test: { name: 'e2e', include: ['tests/e2e/**/*.e2e.ts'], testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false, maxWorkers: 1 } },
    ],
  },
})
