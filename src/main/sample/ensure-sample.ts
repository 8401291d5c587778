import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { emptyAllRegions, listRegions } from '#adapters/store'
import { type House, sampleAccountsFile } from '#main/server'
import { makeSample, type Progress } from './make-sample.ts'
import { sampleRegion } from './sample-region.ts'

/**
 * Makes the sample district where the database holds no region yet. A making that was cut short is begun anew, but only where
 * nothing else is in the database. Answers whether it made anything.
 */
export async function ensureSample(house: House, dataFolder: string, progress: Progress): Promise<boolean> {
  const regions = await listRegions(house.database.owner)
  if (regions.length > 0) {
    const whole = existsSync(join(dataFolder, sampleAccountsFile))
    const onlySample = regions.every((region) => region.regionId === sampleRegion.regionId && region.isSample)
    if (whole || !onlySample) return false
    progress('样例未做完，重新开始 starting over')
    await emptyAllRegions(house.database.owner)
  }
  await makeSample(house, dataFolder, progress)
  return true
}
