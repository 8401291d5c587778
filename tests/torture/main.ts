import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { torture } from './torture.ts'

const HELP = `Usage: npm run torture -- [ROUNDS] [--seed N]

Plays period after period of six small regions on the compiled product (npm run build first), and kills the server, its database, one
process of the database, both at once, or whoever sends messages with signal 9: while periods are opened, reported, signed and accepted,
closed and sealed. After each round everything that was acknowledged has to be there once, every period wholly sealed, and the proof of
guatu verify without a finding; the command itself is run after every tenth round and at the end. 200 rounds where none are named; the
same seed gives the same order.
`

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
})
const rounds = Number(positionals[0] ?? '200')
if (values.help || !Number.isInteger(rounds) || rounds < 1) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}

const seed = Number(values.seed ?? randomInt(1_000_000))
const say = (line: string): void => void process.stdout.write(`${line}\n`)
say(`seed ${seed}`)
const done = await torture({
  ...{ rounds, seed, verifyEvery: 10 },
  onRound({ round, phase, victim, periodId, isUnderWay, acknowledged, askedAgain, faults, seconds }) {
    const attack = `${victim.padEnd(10)} while ${phase.padEnd(8)} ${isUnderWay ? 'under way' : 'all done '}`
    const outcome = faults.length === 0 ? 'well' : faults.join('; ')
    const counts = `${acknowledged} reports, asked again ${askedAgain}`
    say(`${String(round).padStart(4)} ${periodId} ${attack} ${counts}, ${seconds.toFixed(1)} s: ${outcome}`)
  },
})
const hits = done.rounds.filter(({ isUnderWay }) => isUnderWay).length
const reports = done.rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
say(
  `${done.rounds.length} rounds, in ${hits} something was under way; ${reports} reports acknowledged, each stored once`,
)
say(
  `messages: ${done.written} written, ${done.waiting} waiting, ${done.lost} lost, ${done.repeated} repeated by ${done.attacksOnMessages} attacks`,
)
say(done.verified.code === 0 ? 'guatu verify: all well' : done.verified.out + done.verified.err)
const isWell =
  done.rounds.length === rounds &&
  done.rounds.every(({ faults }) => faults.length === 0) &&
  done.verified.code === 0 &&
  done.waiting + done.lost === 0 &&
  done.repeated <= done.attacksOnMessages
process.exitCode = isWell ? 0 : 1
