import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { addDays, periodById, shiftPeriod } from '#core/kit'
import { spawnGuatu } from '../support/run-guatu.ts'
import type { ServedProduct } from '../support/served-product.ts'
import { setClockAhead, shiftedClock } from '../support/shifted-clock.ts'
import type { Tries } from './asking.ts'
import { faultsOf } from './checks.ts'
import { type Acknowledged, steps } from './dekad.ts'
import { type District, lookInto } from './districts.ts'
import { type Attack, killOne, type Phase } from './kills.ts'
import type { Receiver } from './receiver.ts'

/** What one round came to. */
export interface Round extends Attack {
  readonly round: number
  readonly periodId: string
  /** Whether the attacked step was still under way, so that something could break. */
  readonly isUnderWay: boolean
  readonly acknowledged: number
  readonly askedAgain: number
  readonly faults: readonly string[]
  readonly seconds: number
}

/** What the rounds are played on. */
export interface Rack {
  readonly product: ServedProduct
  readonly districts: readonly District[]
  readonly receiver: Receiver
  readonly random: () => number
  readonly clockFile: string
  /** How long each step takes when nobody disturbs it, in milliseconds: within this time it is attacked. */
  readonly usual: Map<Phase, number>
  clockAhead: number
  servingSince: number
  /** Attacks that could make one message go out twice. */
  attacksOnMessages: number
}

/** Longer than a message, or the work of reminding, is held by a process that has died. */
const LEASES_RUN_OUT_MS = 4 * 60_000
/** From then on a server reminds by itself, and may be hit while it sends. */
const REMINDS_ITSELF_MS = 25_000
const AT_FIRST_MS = 100
/** Days after a dekad at which it is due, whatever holidays there are. */
const PAST_ITS_DUE_DAY = 12

/** One period in every district from its opening to its seal, with one attack, and all that has to be true afterwards. */
export async function playRound(rack: Rack, round: number, attack: Attack): Promise<Round> {
  const begun = performance.now()
  const periodId = shiftPeriod(periodById('2026-D01'), round - 1).id
  await lookInto(rack.product.dataFolder, ({ database }) => {
    const now = `${addDays(periodById(periodId).last, PAST_ITS_DUE_DAY)}T02:00:00Z`
    return sql`update region set clock_at = ${now}`.execute(database.owner)
  })
  const said = rack.districts.map((district): Acknowledged => ({
    district,
    periodId,
    submitted: new Map(),
    closed: 0,
    seals: new Set(),
  }))
  const tries: Tries = { again: 0 }
  let isUnderWay = false
  const { product } = rack
  for (const phase of ['open', 'messages', 'submit', 'decide', 'close', 'seal'] as const) {
    if (phase === 'messages') {
      if (attack.phase === phase) isUnderWay = await attackMessages(rack, attack)
      continue
    }
    const step = () => Promise.all(said.map((one) => steps[phase]({ product, said: one, figure: round * 10, tries })))
    if (attack.phase === phase) isUnderWay = await attackStep(rack, attack, step)
    else await timed(rack, phase, step)
  }
  const faults = await lookInto(product.dataFolder, (house) => Promise.all(said.map((one) => faultsOf(house, one))))
  const acknowledged = said.reduce((sum, { submitted }) => sum + submitted.size, 0)
  const seconds = (performance.now() - begun) / 1000
  return {
    ...attack,
    round,
    periodId,
    isUnderWay,
    acknowledged,
    askedAgain: tries.again,
    faults: faults.flat(),
    seconds,
  }
}

async function timed(rack: Rack, phase: Phase, step: () => Promise<unknown>): Promise<void> {
  const begun = performance.now()
  await step()
  const took = performance.now() - begun
  rack.usual.set(phase, ((rack.usual.get(phase) ?? took) + took) / 2)
}

/** Kills at a moment of the step; whoever asks goes on asking until the product is up again and answers. */
async function attackStep(rack: Rack, { phase, victim }: Attack, step: () => Promise<unknown>): Promise<boolean> {
  const { product, random, usual } = rack
  let isDone = false
  const working = step().finally(() => (isDone = true))
  // Heard of below; until then nobody waits for it.
  working.catch(() => undefined)
  await pause(random() * (usual.get(phase) ?? AT_FIRST_MS))
  const isUnderWay = !isDone
  if (performance.now() - rack.servingSince > REMINDS_ITSELF_MS) rack.attacksOnMessages += 1
  const isHit = victim !== 'messenger' && (await killOne(product, victim))
  if (victim === 'server' || victim === 'both') await startAgain(rack)
  await working
  return isHit && isUnderWay
}

async function startAgain(rack: Rack): Promise<void> {
  await rack.product.start()
  rack.servingSince = performance.now()
}

/** Kills while messages leave: the process that sends them, or the database under it, before or after the receiver's answer. */
async function attackMessages(rack: Rack, { victim }: Attack): Promise<boolean> {
  const { product, receiver, random, districts } = rack
  const child = await sendMessages(rack)
  const moment = random() < 0.5 ? 'before' : 'after'
  let isHit = false
  receiver.whenCame(1 + Math.floor(random() * districts.length), moment, () => {
    rack.attacksOnMessages += 1
    isHit = true
    if (victim === 'messenger') child.kill('SIGKILL')
    else if (victim === 'postmaster' || victim === 'backend') void killOne(product, victim)
  })
  await once(child, 'exit')
  return isHit
}

/** Starts `guatu remind` at a time at which nothing is held any more by those that have died. */
export async function sendMessages(rack: Rack) {
  rack.clockAhead += LEASES_RUN_OUT_MS
  await setClockAhead(rack.clockFile, rack.clockAhead)
  const child = spawnGuatu(['remind'], { ...shiftedClock(rack.clockFile), GUATU_DATA: rack.product.dataFolder })
  child.stdout?.resume()
  child.stderr?.resume()
  return child
}
