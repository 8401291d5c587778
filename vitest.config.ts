import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const resolve = { conditions: ['guatu-source', 'module', 'node', 'development|production'] }

/** Rooms that hold no I/O: their tests start no database. */
const pure = ['src/core/**/*.test.ts', 'src/web/**/*.test.{ts,tsx}', 'src/adapters/files/**/*.test.ts']

/** Tests of the compiled product (`npm run build` first), which brings its own database. */
const product = ['tests/browser/**/*.test.ts', 'tests/cli/**/*.test.ts']

/** Files that take minutes: begun last, one of them would run on alone while the other worker has nothing left to do. */
const LONGEST = [
  'tests/browser/whole-loop.test.ts',
  'tests/cli/commands.test.ts',
  'embedded/embedded.test.ts',
  'tests/browser/journey.test.ts',
  'tests/cli/torture.test.ts',
  'security/hostile-files.test.ts',
  'security/hostile-input.test.ts',
  'security/endpoint-rights.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  resolve,
  ssr: { resolve },
  // The environment in which vitest loads the setup of a run.
  environments: { __vitest__: { resolve } },
  test: {
    // One more than two cores have work for: tests wait for browsers, databases and processes that they start.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files share no state, so that each worker loads the sources once instead of once a file.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
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
