import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { EmbeddedOptions } from './start-embedded.ts'

/** A line that `serve.fixture.ts` says. */
export interface Said {
  readonly ready?: true
  readonly url?: string
  readonly migrated?: string[]
  readonly refused?: { code: string; detail: Record<string, unknown> }
  readonly failed?: string
  readonly trouble?: string
}

/** A running process that holds, or was refused, the embedded server of a data folder. */
export interface Holder {
  readonly child: ChildProcess
  /** The next line it says. */
  next(): Promise<Said>
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
  /** Ends it as the system's killer would. */
  kill(): Promise<void>
}

const script = fileURLToPath(new URL('./serve.fixture.ts', import.meta.url))

/** Starts such a process; `as` is the user it runs under, `env` what it finds around itself beside the usual. */
export function hold(
  options: Omit<EmbeddedOptions, 'onTrouble'>,
  { as, env = {} }: { as?: { uid: number; gid: number }; env?: Record<string, string> } = {},
): Holder {
  const args = ['--conditions=guatu-source', '--import', 'tsx', script, JSON.stringify(options)]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    ...as,
  })
  if (child.stdout === null) throw new Error('no output to read')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    child,
    async next() {
      const line = await lines.next()
      return line.done ? { failed: 'it ended without a word' } : (JSON.parse(line.value) as Said)
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
