import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/guatu.js', import.meta.url))
const compiled = fileURLToPath(new URL('../../dist', import.meta.url))

/** Tells standard error of every module that is loaded. */
const traceLoads = new URL('./trace-loads.mjs', import.meta.url).href

/** What one run of the command said and how it ended. */
export interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Run {
  readonly stdin?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts the compiled `guatu` command as a user would, in Chinese unless the environment says otherwise. */
export function spawnGuatu(args: readonly string[], environment: Run['environment'] = {}): ChildProcess {
  for (const part of ['main/cli/main.js', 'web/index.html']) {
    if (!existsSync(join(compiled, part))) throw new Error(`dist/${part} is missing: run npm run build first`)
  }
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, NODE_ENV: '', GUATU_LANG: 'zh', ...environment }
  return spawn(process.execPath, [program, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Runs the compiled command to its end. */
export async function runGuatu(args: readonly string[], { stdin, environment }: Run = {}): Promise<Said> {
  const child = spawnGuatu(args, environment)
  const { stdin: input, stdout, stderr } = child
  if (!input || !stdout || !stderr) throw new Error('a run of the command has three pipes')
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  input.end(stdin ?? '')
  const [out, err, code] = await Promise.all([text(stdout), text(stderr), ended])
  return { code, out, err }
}

/** The files that a run of the command loads, as seen by Node's own loader. */
export async function loadedFiles(args: readonly string[]): Promise<readonly string[]> {
  const { err } = await runGuatu(args, { environment: { NODE_OPTIONS: `--import=${traceLoads}` } })
  return err.split('\n').filter((line) => line.startsWith('file:'))
}
