/**
 * A process that holds the embedded server as the product does, for tests of starts, stops and crashes: says one line of JSON
 * when it is ready or refused, and stops on SIGTERM. Arguments: the options as JSON.
 */
import { openDatabase } from '../open-database.ts'
import { StoreError } from '../store-error.ts'

const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

try {
  const options: unknown = JSON.parse(process.argv[2] ?? '{}')
  const database = await openDatabase({
    ...(options as { dataFolder: string }),
    migrate: false,
    onTrouble: (message) => say({ trouble: message }),
  })
  process.once('SIGTERM', () => void database.close().then(() => process.exit(0)))
  // Keeps the process up, as a listening product would be.
  setInterval(() => undefined, 60_000)
  say({ ready: true, url: database.url })
} catch (problem) {
  say(problem instanceof StoreError ? { refused: problem.refusal } : { failed: String(problem) })
  process.exitCode = 1
}
