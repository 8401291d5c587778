import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Memory in megabytes: the server's resident set, and PostgreSQL's proportional set (what its processes share counts once). */
export interface Memory {
  readonly server: number
  readonly postgres: number
}

/** Memory of a server and of the PostgreSQL below it; null where the system does not tell (no /proc). */
export function memoryOf(pid: number): Memory | null {
  if (!existsSync(`/proc/${pid}/smaps_rollup`)) return null
  const below = descendantsOf(pid)
  return {
    server: kilobytes(pid, 'Rss') / 1024,
    postgres: below.reduce((sum, one) => sum + kilobytes(one, 'Pss'), 0) / 1024,
  }
}

/** Samples memory until it is stopped; answers the highest sums seen. */
export function watchMemory(pid: number): { stop(): Memory | null } {
  let peak: Memory | null = null
  const look = (): void => {
    const now = memoryOf(pid)
    if (now)
      peak = { server: Math.max(now.server, peak?.server ?? 0), postgres: Math.max(now.postgres, peak?.postgres ?? 0) }
  }
  const timer = setInterval(look, 250)
  return {
    stop() {
      clearInterval(timer)
      look()
      return peak
    },
  }
}

/** Processes below a process. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)))
  }
  const below = (one: number): boolean => {
    const parent = parents.get(one)
    return parent !== undefined && parent > 1 && (parent === pid || below(parent))
  }
  return [...parents.keys()].filter(below)
}

/** 0 where the process is gone meanwhile. */
function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0)
}

function kilobytes(pid: number, what: 'Rss' | 'Pss'): number {
  return Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
