import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

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
    setupFiles: ['tests/helpers/setup.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.spec.{ts,tsx}', 'collections/**/*.spec.ts', 'blocks/**/*.spec.tsx', 'scripts/**/*.spec.ts', 'presets/**/*.spec.ts'] } },
      { extends: true, test: { name: 'int', include: ['tests/int/**/*.spec.ts'], testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 2 } },
    ],
  },
})
