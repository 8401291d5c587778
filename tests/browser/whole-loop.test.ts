import { describe, vi } from 'vitest'
import { openLoop } from './loop/loop.ts'
import { draftTests, publishTests, settleTests } from './loop/plan.ts'
import { pageTests } from './loop/pages.ts'
import { proofTests } from './loop/proof.ts'
import { reportingTests, sealTests } from './loop/reporting.ts'
import { figureTests, paperTests } from './loop/showing.ts'
import { nextDekadTests, supervisionTests } from './loop/supervision.ts'

// One story in one region: each step stands on those before it.
const loop = openLoop()
// A step of an office day, not one question: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 180_000 })
describe('from the issued file to the plan in force', () => {
  draftTests(loop)
  settleTests(loop)
  publishTests(loop)
})
describe('from the opened dekad to the next seal', () => {
  reportingTests(loop)
  sealTests(loop)
  supervisionTests(loop)
  nextDekadTests(loop)
})
describe('from the seals to what others read', () => {
  paperTests(loop)
  figureTests(loop)
})
describe('pages in both languages, wide and narrow', () => {
  pageTests(loop)
})
describe('guatu verify', () => {
  proofTests(loop)
})
