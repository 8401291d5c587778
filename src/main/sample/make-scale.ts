import { sha256Text } from '#adapters/secrets'
import { copyRegions, listRegions, type RegionCopy, settleTables } from '#adapters/store'
import type { House } from '#main/server'
import type { Progress } from './make-sample.ts'
import { sampleRegion } from './sample-region.ts'

/** Reports that each further region holds: with 122 regions, the 2.2 million of a city's districts and some years. */
const REPORTS_PER_REGION = 18_000

/** Regions of one transaction: what a making that was cut short loses at most. */
const BATCH = 30

/**
 * Fills the database up to a number of regions, for measuring at scale: the first further region is the sample district with earlier
 * years, the others are its copies, all of them inserted in bulk. A making that was cut short goes on where its last batch ended.
 * Answers how many were made.
 */
export async function makeScale(house: House, regions: number, progress: Progress): Promise<number> {
  const { database } = house
  const there = new Set((await listRegions(database.owner)).map((region) => region.regionId))
  const missing = Array.from({ length: regions - 1 }, (_, index) => index + 1).filter((no) => !there.has(idOf(no)))
  const batches = missing[0] === 1 ? [[1], ...inBatches(missing.slice(1))] : inBatches(missing)
  for (const batch of batches) {
    const copies = batch.map((no) => copyOf(no, house.serverNow()))
    await copyRegions(database, copies, sha256Text, ({ regionId }) =>
      progress(`复制 ${regionId} / ${idOf(regions - 1)}`),
    )
    await settleTables(database)
  }
  return missing.length
}

function copyOf(no: number, at: string): RegionCopy {
  const place = { regionId: idOf(no), name: `样例区${String(no).padStart(3, '0')}`, at }
  return no === 1 ? { ...place, from: sampleRegion.regionId, reports: REPORTS_PER_REGION } : { ...place, from: idOf(1) }
}

function inBatches(numbers: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(numbers.length / BATCH) }, (_, index) =>
    numbers.slice(index * BATCH, (index + 1) * BATCH),
  )
}

const idOf = (no: number): string => `r${String(no).padStart(3, '0')}`
