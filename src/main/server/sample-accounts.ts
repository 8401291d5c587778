import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.array(z.object({ login: z.string(), displayName: z.string(), password: z.string() }))
/** An account of the sample district that anyone on this machine may try. */
export type SampleAccount = z.infer<typeof schema>[number]

/** File in the data folder that `guatu sample` writes: passwords are random for each data folder and stand nowhere else. */
export const sampleAccountsFile = 'sample-accounts.json'

/** The sample accounts of this data folder; none where no sample was made. */
export async function readSampleAccounts(dataFolder: string): Promise<readonly SampleAccount[]> {
  try {
    return schema.parse(JSON.parse(await readFile(join(dataFolder, sampleAccountsFile), 'utf8')))
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return []
    throw problem
  }
}
