import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { environmentOf, root } from './folder.ts'

/** A Guatu server in a process of its own. */
export interface Server {
  readonly url: string
  readonly pid: number
  /** When the process was started, by `performance.now()`. */
  readonly begunAt: number
  stop(): Promise<void>
  /** Ends it as a crash would. */
  kill(): Promise<void>
}

/** Starts `guatu serve`, or the server with the baseline endpoint beside the product's own; resolves when it says its address. */
export async function startServer(folder: string, kind: 'product' | 'withBaseline' = 'product'): Promise<Server> {
  const begunAt = performance.now()
  const args = kind === 'product' ? [join(root, 'bin', 'guatu.js'), 'serve'] : [join(root, 'bench', 'server.mjs')]
  const child = spawn(process.execPath, args, { env: environmentOf(folder), stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await Promise.race([
    addressOf(child),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${String(code)}`))),
  ])
  return { url, pid: child.pid ?? 0, begunAt, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output')
  return new Promise((resolve) => {
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
    lines.on('line', (line) => {
      const found = /http:\/\/\S+/.exec(line)
      if (found) resolve(found[0])
    })
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
