import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServedProduct } from '../support/served-product.ts'

/** What is killed with signal 9; `both` is the power going off, `messenger` a process that sends messages. */
export type Victim = 'server' | 'postmaster' | 'backend' | 'both' | 'messenger'
/** What goes on meanwhile. */
export type Phase = 'open' | 'submit' | 'decide' | 'close' | 'seal' | 'messages'
/** One attack. */
export interface Attack {
  readonly phase: Phase
  readonly victim: Victim
}

const work = (['open', 'submit', 'decide', 'close', 'seal'] as const).flatMap((phase) =>
  (['server', 'postmaster', 'backend', 'both'] as const).map((victim) => ({ phase, victim })),
)
const messages = (['messenger', 'postmaster', 'backend'] as const).map((victim) => ({
  phase: 'messages' as const,
  victim,
}))

/** Every pair that there is. */
export const allAttacks: readonly Attack[] = [...work, ...messages]

/** Kills what serves. Where no process of that kind is to be found just now, nothing happens, and it says so. */
export async function killOne(product: ServedProduct, victim: Exclude<Victim, 'messenger'>): Promise<boolean> {
  const postmaster = postmasterOf(product.dataFolder)
  if (victim === 'server') await product.kill()
  if (victim === 'server') return true
  const pid = victim === 'backend' ? backendOf(postmaster) : postmaster
  const hit = pid !== undefined && kill9(pid)
  if (victim === 'both') await product.kill()
  return hit || victim === 'both'
}

function postmasterOf(dataFolder: string): number | undefined {
  try {
    return Number(readFileSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

/** A process of the database that serves a connection, one that works before one that waits. */
function backendOf(postmaster: number | undefined): number | undefined {
  const serving = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), title: titleOf(name, postmaster) }))
    .filter(({ title }) => / (\[local\]|127\.0\.0\.1)/.test(title))
  return (serving.find(({ title }) => !title.trimEnd().endsWith('idle')) ?? serving[0])?.pid
}

function titleOf(pid: string, parent: number | undefined): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const isChild = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
    return isChild ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') : ''
  } catch {
    return ''
  }
}

function kill9(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}
