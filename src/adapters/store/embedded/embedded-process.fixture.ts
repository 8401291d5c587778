import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { EmbeddedOptions } from './start-embedded.ts'

/** A line that `serve.fixture.ts` says. */
export interface Said {
  readonly ready?: true
  readonly url?: string
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

const source = fileURLToPath(new URL('./serve.fixture.ts', import.meta.url))
const packages = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

/** Writes the process as one file of JavaScript into a folder: read from the sources, each of some forty would take a second of its own. */
export async function bundleProcess(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['guatu-source', 'module', 'node'] },
    ssr: { noExternal: true, external: ['pg-native'], resolve: { conditions: ['guatu-source', 'module', 'node'] } },
    build: { ssr: source, outDir: folder, rollupOptions: { output: { entryFileNames: 'serve.mjs' } } },
  })
  return join(folder, 'serve.mjs')
}

/** Starts such a process from its file; `as` is the user it runs under, `env` what it finds around itself beside the usual. */
export function hold(
  script: string,
  options: Omit<EmbeddedOptions, 'onTrouble'>,
  { as, env = {} }: { as?: { uid: number; gid: number }; env?: Record<string, string> } = {},
): Holder {
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The server's programs are found among our packages.
    env: { ...process.env, NODE_PATH: packages, ...env },
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
