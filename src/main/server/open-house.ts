import { join } from 'node:path'
import type { Context } from '#app/kit'
import type { Outbound } from '#app/supervision'
import type { Actor } from '#core/organisation'
import { type Blobs, openBlobs } from '#adapters/blobs'
import { makeDataFolder, watchRoom } from '#adapters/disk'
import { type Database, openDatabase } from '#adapters/store'
import { installationKey, outboundWith } from './outbound.ts'
import { contextsOn, type RegionClock } from './contexts.ts'
import { readSampleAccounts, type SampleAccount } from './sample-accounts.ts'
import type { Settings } from './settings.ts'

/** Everything that is open while Guatu runs: database, files, contexts. */
export interface House {
  readonly database: Database
  readonly files: Blobs
  readonly serverNow: () => string
  /** Whether the disks have more room than the reserve; without it nothing new is written. */
  readonly hasRoom: () => Promise<boolean>
  /** Sends what leaves by channels, and keeps their addresses sealed. */
  readonly outbound: Outbound
  readonly contextFor: (region: RegionClock, actor: Actor) => Context
  readonly sampleAccounts: (regionId: string) => Promise<readonly SampleAccount[]>
  close(): Promise<void>
}

/** The server's own clock: the only place where the product reads it. */
const serverNow = () => new Date().toISOString()

/** Opens database and files in the data folder. Throws a StoreError whose words say what is missing. */
export async function openHouse(
  settings: Settings,
  options: {
    readonly whenHeld?: 'refuse' | 'join'
    readonly onTrouble?: (message: string, cause?: unknown) => void
  } = {},
): Promise<House> {
  const { databaseUrl, dataFolder } = settings
  await makeDataFolder(dataFolder)
  const database = await openDatabase({ databaseUrl, dataFolder, ...options })
  const files = await openBlobs(join(dataFolder, 'files'))
  const outbound = outboundWith(await installationKey(dataFolder, settings.channelKey))
  return {
    database,
    files,
    outbound,
    serverNow,
    hasRoom: watchRoom(database.folder === undefined ? [dataFolder] : [dataFolder, database.folder]),
    contextFor: contextsOn(database, files, serverNow),
    sampleAccounts: () => readSampleAccounts(dataFolder),
    close: () => database.close(),
  }
}
