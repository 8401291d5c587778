import { existsSync, readFileSync } from 'node:fs'
import { descendantsOf } from './memory.ts'

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10

/** Processor time that a server and its PostgreSQL have used, in milliseconds. It hardly depends on what else the machine does. */
export interface ProcessorTime {
  readonly server: number
  readonly postgres: number
}

/** Processor time used so far by a server and the PostgreSQL below it; null where the system does not tell (no /proc). */
export function processorTimeOf(pid: number): ProcessorTime | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null
  return { server: used(pid), postgres: descendantsOf(pid).reduce((sum, one) => sum + used(one), 0) }
}

/** Time in the process and in the kernel for it: the 14th and 15th field, of which the name in brackets is the second. */
function used(pid: number): number {
  const text = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * MS_PER_TICK
}
