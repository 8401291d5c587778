import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

/** One process for good: its number alone is given to another process sooner or later. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it began, in a form that only compares equal for the same process; empty where the system does not tell. */
  readonly startedAt: string
}

/** The identity of a running process, undefined if there is none of that number. */
export async function identityOf(pid: number): Promise<ProcessIdentity | undefined> {
  if (!isAlive(pid)) return undefined
  return { pid, startedAt: await startOf(pid) }
}

/** Whether this very process still runs, and not another one under its number. */
export async function stillRuns(identity: ProcessIdentity): Promise<boolean> {
  const now = await identityOf(identity.pid)
  return now !== undefined && now.startedAt === identity.startedAt
}

/** Whether a process of this number runs; one that has ended and only waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EPERM')) return false
  }
  return process.platform !== 'linux' || statFields(pid)[0] !== 'Z'
}

async function startOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return linuxStart(pid)
  if (process.platform === 'win32') return ''
  const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim()
}

/** Boot id and clock ticks since boot. */
async function linuxStart(pid: number): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot.trim()}/${statFields(pid)[19] ?? ''}`
}

/** Fields of `/proc/PID/stat` from the third on: counted behind the name, which may itself hold blanks and brackets. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** Folder that a process works in; undefined where the system does not tell. */
export async function workingFolderOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return undefined
}
