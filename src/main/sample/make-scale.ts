import { sha256Text } from '#adapters/secrets'
import { copyRegion, listRegions, settleTables } from '#adapters/store'
import type { House } from '#main/server'
import type { Progress } from './make-sample.ts'
import { sampleRegion } from './sample-region.ts'

/** Reports that each further region holds: with 122 regions, the 2.2 million of a city's districts and some years. */
const REPORTS_PER_REGION = 18_000

/**
 * Fills the database up to a number of regions, for measuring at scale: the first further region is the sample district with earlier
 * years, the others are its copies, all of them inserted in bulk. Each is made in one transaction, so that a making that was cut
 * short goes on where it stopped. Answers how many were made.
 */
export async function makeScale(house: House, regions: number, progress: Progress): Promise<number> {
  const { database } = house
  const there = new Set((await listRegions(database.owner)).map((region) => region.regionId))
  let made = 0
  for (let no = 1; no < regions; no += 1) {
    const regionId = idOf(no)
    if (there.has(regionId)) continue
    const place = { regionId, name: `样例区${String(no).padStart(3, '0')}`, at: house.serverNow() }
    const from = no === 1 ? { from: sampleRegion.regionId, reports: REPORTS_PER_REGION } : { from: idOf(1) }
    await copyRegion(database, { ...place, ...from }, sha256Text)
    progress(`复制 ${no + 1}/${regions} ${regionId}`)
    // The copies are all alike: what the planner should know of them, it knows from the first.
    if (no === 1) await settleTables(database)
    made += 1
  }
  if (made > 0) {
    progress('整理 settling')
    await settleTables(database)
  }
  return made
}

const idOf = (no: number): string => `r${String(no).padStart(3, '0')}`
