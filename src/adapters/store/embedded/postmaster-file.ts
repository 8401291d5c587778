import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, workingFolderOf } from './process-identity.ts'

/** What a running server writes about itself into its folder (`postmaster.pid`). */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  /** Folder of the Unix socket, or empty. */
  readonly socketFolder: string
  /** Address listened on, or empty. */
  readonly address: string
  readonly ready: boolean
}

/** Reads the file; undefined when there is none or it is not fully written. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(fileIn(cluster), 'utf8').catch(() => '')
  const [pid = '', , , port = '', socketFolder = '', address = '', , status = ''] = text.split('\n')
  if (!/^\d+$/u.test(pid)) return undefined
  return { pid: Number(pid), port: Number(port), socketFolder, address, ready: status.trim() === 'ready' }
}

/**
 * The server that runs on this folder, undefined if none. A file left behind by a killed server is taken away when its process
 * number now belongs to a stranger: PostgreSQL itself would take the stranger for a server and refuse to start.
 */
export async function runningPostmaster(cluster: string): Promise<PostmasterFile | undefined> {
  const file = await readPostmasterFile(cluster)
  if (file === undefined) return undefined
  if (!isAlive(file.pid)) return undefined
  if (await worksIn(file.pid, cluster)) return file
  await rm(fileIn(cluster), { force: true })
  return undefined
}

/** A server works in its cluster folder. Where the system does not tell, the number is believed. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  const folder = await workingFolderOf(pid)
  return folder === undefined || folder === (await realpath(cluster))
}

function fileIn(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}
