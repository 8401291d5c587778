import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DataFolderError, makeDataFolder } from './index.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'guatu-folder-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

describe('the data folder', () => {
  it('is made with the folders above it, to be listed by its owner alone, and left empty', async () => {
    const folder = join(home, 'a', 'b', 'data')
    await Promise.all([makeDataFolder(folder), makeDataFolder(folder)])
    expect((await stat(folder)).mode & 0o766, 'others at most pass through').toBe(0o700)
    expect(await readdir(folder)).toEqual([])
    await makeDataFolder(folder)
  })

  it('is refused in words where a file stands in its way', async () => {
    await writeFile(join(home, 'file'), '')
    for (const folder of [join(home, 'file'), join(home, 'file', 'data')])
      await expect(makeDataFolder(folder)).rejects.toBeInstanceOf(DataFolderError)
  })

  it.runIf(existsSync('/proc/self'))(
    'is refused in words where the system makes no folders, and does not go round',
    async () => {
      for (const folder of ['/proc/guatu/data', '/proc/guatu', '/proc']) {
        const refused = makeDataFolder(folder)
        await expect(refused).rejects.toMatchObject({
          words: {
            zh: expect.stringContaining(`数据目录 ${folder} 不能使用`),
            en: expect.stringContaining('GUATU_DATA'),
          },
        })
      }
    },
  )
})
