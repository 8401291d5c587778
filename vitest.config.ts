import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['guatu-source', 'module', 'node', 'development|production'] }

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
