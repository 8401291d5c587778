import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const fixture = fileURLToPath(new URL('./server-zone.fixture.ts', import.meta.url))
const run = promisify(execFile)

interface Answer {
  /** The server's own offset from UTC in July, in minutes. */
  readonly offset: number
  readonly all: readonly (readonly [string, string, string, string, readonly (readonly unknown[])[]])[]
}

/** The same calculation on a server that stands in a zone. */
async function on(zone: string): Promise<Answer> {
  const args = ['--conditions=guatu-source', '--import', 'tsx', fixture]
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, TZ: zone }, maxBuffer: 1 << 24 })
  return JSON.parse(stdout) as Answer
}

describe('periods and due moments', () => {
  it('are the same on a server in UTC, in New York and at the other end of the world', async () => {
    const [utc, newYork, kiritimati] = await Promise.all(['UTC', 'America/New_York', 'Pacific/Kiritimati'].map(on))
    expect([utc?.offset, newYork?.offset, kiritimati?.offset]).toEqual([0, 240, -840])
    expect(utc?.all.length).toBe(16 * 3 * 4)
    expect(newYork?.all).toEqual(utc?.all)
    expect(kiritimati?.all).toEqual(utc?.all)
    const of = (day: string, zone: string) => utc?.all.find(([date, timeZone]) => date === day && timeZone === zone)
    const [, , midnight, lastSecond, periods] = of('2026-03-10', 'Asia/Shanghai') ?? []
    expect([lastSecond, midnight]).toEqual(['2026-03-10T15:59:59.000Z', '2026-03-10T16:00:00.000Z'])
    // The last second of a dekad belongs to it, the next one to the next; due at the very moment is due, and not late.
    expect(periods?.find(([id]) => id === '2026-D07')).toEqual([
      ...['2026-D07', '2026-03-01', '2026-03-10', '2026-D08', '2026-03-11T10:00:00.000Z', 'due', false],
    ])
    expect(
      of('2027-01-03', 'UTC')?.[4]
        .find(([id]) => id === '2026-W53')
        ?.slice(1, 4),
    ).toEqual([...['2026-12-28', '2027-01-03', '2027-W01']])
    expect(
      of('2028-02-29', 'America/New_York')?.[4]
        .find(([id]) => id === '2028-D06')
        ?.slice(0, 4),
    ).toEqual([...['2028-D06', '2028-02-21', '2028-02-29', '2028-D07']])
  })
})
