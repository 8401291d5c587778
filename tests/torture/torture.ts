import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveProduct } from '../support/served-product.ts'
import { setClockAhead, shiftedClock } from '../support/shifted-clock.ts'
import { delivered, type Delivered } from './checks.ts'
import { type District, foundDistricts, lookInto } from './districts.ts'
import { allAttacks, type Attack } from './kills.ts'
import { openReceiver } from './receiver.ts'
import { playRound, type Rack, type Round, sendMessages } from './round.ts'
import { seeded, shuffled } from './seeded.ts'

/** What all rounds came to. */
export interface Tortured extends Delivered {
  readonly rounds: readonly Round[]
  /** Attacks that could make one message go out twice. */
  readonly attacksOnMessages: number
  /** What `guatu verify` said of the last state, and its exit code. */
  readonly verified: { readonly code: number | null; readonly out: string; readonly err: string }
}

/** What is wanted: how many rounds, in the order of which seed, and after how many of them `guatu verify` is run. */
interface Wish {
  readonly rounds: number
  readonly seed: number
  readonly verifyEvery: number
  readonly onRound?: (round: Round) => void
}

const DISTRICTS = 6
const MOST_ROUNDS_OF_SENDING = 10

/** Plays period after period in several regions of one compiled product, and kills a part of it in each. Stops where something is wrong. */
export async function torture({ rounds, seed, verifyEvery, onRound }: Wish): Promise<Tortured> {
  const [receiver, folder] = [await openReceiver(), await mkdtemp(join(tmpdir(), 'guatu-torture-'))]
  const clockFile = join(folder, 'clock')
  await setClockAhead(clockFile, 0)
  let districts: readonly District[] = []
  const found = async (dataFolder: string): Promise<void> => {
    districts = await foundDistricts(dataFolder, DISTRICTS, receiver.url)
  }
  const product = await serveProduct([], found, shiftedClock(clockFile))
  const random = seeded(seed)
  const rack: Rack = {
    ...{ product, districts, receiver, random, clockFile, usual: new Map(), clockAhead: 0, attacksOnMessages: 0 },
    servingSince: performance.now(),
  }
  try {
    const done: Round[] = []
    for (const [index, attack] of deck(rounds, random).entries()) {
      const round = await playRound(rack, index + 1, attack)
      done.push(round)
      onRound?.(round)
      const isSound = (index + 1) % verifyEvery > 0 || (await product.guatu('verify')).code === 0
      if (round.faults.length > 0 || !isSound) break
    }
    const counts = await sendTheRest(rack)
    return {
      rounds: done,
      attacksOnMessages: rack.attacksOnMessages,
      ...counts,
      verified: await product.guatu('verify'),
    }
  } finally {
    receiver.close()
    await product.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every attack as often as every other, in an order of chance; an attack on messages first, so that a short run has one. */
function deck(rounds: number, random: () => number): readonly Attack[] {
  const attacks: Attack[] = []
  while (attacks.length < rounds) attacks.push(...shuffled(allAttacks, random))
  const first = attacks.findIndex(({ phase }) => phase === 'messages')
  return [...attacks.splice(first, 1), ...attacks].slice(0, rounds)
}

async function sendTheRest(rack: Rack): Promise<Delivered> {
  const look = () => lookInto(rack.product.dataFolder, (house) => delivered(house, rack.receiver))
  let counts = await look()
  for (let turn = 1; turn <= MOST_ROUNDS_OF_SENDING && counts.waiting > 0; turn += 1) {
    await once(await sendMessages(rack), 'exit')
    counts = await look()
  }
  return counts
}
