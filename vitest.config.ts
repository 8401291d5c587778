import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['guatu-source', 'module', 'node', 'development|production'] }

/** Rooms that hold no I/O: their tests start no database. */
const pure = ['src/core/**/*.test.ts', 'src/web/**/*.test.{ts,tsx}', 'src/adapters/files/**/*.test.ts']

/** Tests of the compiled product (`npm run build` first), which brings its own database. */
const product = ['tests/browser/**/*.test.ts', 'tests/cli/**/*.test.ts']

export default defineConfig({
  resolve,
  ssr: { resolve },
  // The environment in which vitest loads the setup of a run.
  environments: { __vitest__: { resolve } },
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      // They share no state, so that each worker loads the sources once.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: [...pure, ...product],
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
      { extends: true, test: { name: 'product', include: product } },
    ],
  },
})
