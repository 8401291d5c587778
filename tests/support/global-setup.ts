import type { TestProject } from 'vitest/node'
import { startTestServer } from '../../src/adapters/store/testing/test-server.ts'

/** One PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer(process.env.GUATU_TEST_DATABASE_URL)
  project.provide('testServer', server)
  return stop
}
