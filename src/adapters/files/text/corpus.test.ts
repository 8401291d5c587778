import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withoutWhitespace } from '#core/kit'
import { readSourceFile } from '../read-source-file.ts'

const corpus = process.env['GUATU_CORPUS'] ?? join(process.cwd(), '../shared/corpus')
const files = ['texts', 'unlabelled']
  .map((folder) => join(corpus, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith('.txt'))

it.skipIf(files.length === 0)(
  'reads every text of the corpus with nothing but white space changed, and joins only the wrapped ones (skipped where no corpus is found: set GUATU_CORPUS)',
  async () => {
    const outcomes = await Promise.all(
      files.map(async (file) => {
        const bytes = readFileSync(file)
        const read = await readSourceFile(bytes, file)
        const same = read.ok && withoutWhitespace(read.value.text) === withoutWhitespace(bytes.toString('utf8'))
        const joined = read.ok && read.value.notes.some((note) => note.code === 'reader.linesRejoined')
        return { file, same, joined }
      }),
    )
    expect(outcomes).toEqual(files.map((file) => ({ file, same: true, joined: file.endsWith('-rawwrap.txt') })))
  },
)
