import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runGuatu, type Said, spawnGuatu } from './run-guatu.ts'

/** The compiled product, serving its own data folder on a free port. */
export interface ServedProduct {
  /** Ends with a slash. */
  readonly url: string
  readonly dataFolder: string
  /** Addresses of the one-time links by account, as the first start prints them: right after the address, so poll for them. */
  readonly links: ReadonlyMap<string, string>
  /** Runs another command on the same data folder, beside the server. */
  guatu(...args: readonly string[]): Promise<Said>
  /** Stops the server; the data folder stays until `remove`. */
  stop(): Promise<void>
  /** Ends the server as a crash would. */
  kill(): Promise<void>
  /** Starts the server again after `stop` or `kill`. */
  start(): Promise<void>
  /** Stops the server and removes the data folder. */
  remove(): Promise<void>
}

interface Serving {
  readonly child: ChildProcess
  readonly url: string
  readonly links: ReadonlyMap<string, string>
}

/**
 * Serves the compiled product from a data folder of its own. `prepare` may fill the folder before the first start; `environment` is
 * the server's, beside the folder and a free port. Whatever goes wrong, the server is stopped and the folder removed.
 */
export async function serveProduct(
  args: readonly string[] = [],
  prepare: (dataFolder: string) => Promise<void> = () => Promise.resolve(),
  environment: Readonly<Record<string, string>> = {},
): Promise<ServedProduct> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-served-'))
  const removeFolder = () => rm(dataFolder, { recursive: true, force: true })
  let serving: Serving
  try {
    await prepare(dataFolder)
    serving = await start(args, { ...environment, GUATU_DATA: dataFolder })
  } catch (problem) {
    await removeFolder()
    throw problem
  }
  return {
    get url() {
      return serving.url
    },
    get links() {
      return serving.links
    },
    dataFolder,
    guatu: (...command) => runGuatu(command, { environment: { ...environment, GUATU_DATA: dataFolder } }),
    stop: () => end(serving.child),
    kill: () => end(serving.child, 'SIGKILL'),
    async start() {
      serving = await start(args, { ...environment, GUATU_DATA: dataFolder })
    },
    async remove() {
      await end(serving.child)
      await removeFolder()
    },
  }
}

async function start(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Serving> {
  const child = spawnGuatu(['serve', ...args], { ...environment, PORT: '0' })
  // A worker that is torn down before its hooks ran leaves no server behind.
  const endWithUs = () => child.kill('SIGTERM')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  let complaints = ''
  child.stderr?.on('data', (chunk) => (complaints += String(chunk)))
  try {
    return { child, ...(await announced(child)) }
  } catch (problem) {
    await end(child)
    throw new Error(`guatu serve did not start:\n${complaints}`, { cause: problem })
  }
}

/** Reads what the server prints until its address has been said; the links that follow it are put down as they come. */
function announced(child: ChildProcess): Promise<Omit<Serving, 'child'>> {
  const links = new Map<string, string>()
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the server has no output')
    child.once('exit', (code) => reject(new Error(`it ended with ${code} and without an address`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Guatu 挂图: (\S+)$/.exec(line)?.[1]
      if (url !== undefined) resolve({ url, links })
      const [, login, address] = /^ {2}(\S+) +(http\S+)$/.exec(line) ?? []
      if (login && address) links.set(login, address)
    })
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(patience)
}
