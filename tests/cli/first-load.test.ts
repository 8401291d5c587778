import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { firstPageParts } from '../../src/adapters/http/kernel/first-page-parts.ts'

const web = join(import.meta.dirname, '..', '..', 'dist', 'web')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const manifest = JSON.parse(readFileSync(join(web, '.vite', 'manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>

/** What a reporter's first page is made of: the frame, and the parts of the rooms that have something for him. */
const FIRST_PAGE = ['index.html', 'reporting/home/index.ts', 'supervision/home/index.ts', 'shell/UnreadCount.tsx']
/** Of the 160 kB of a first load, what is left for the answers of the API: the whole is measured by `npm run bench -- reporter`. */
const MOST_BYTES = 145_000

function filesOf(names: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build has no ${name}`)
    if (seen.has(chunk.file)) continue
    seen.add(chunk.file)
    for (const style of chunk.css ?? []) seen.add(style)
    filesOf(chunk.imports ?? [], seen)
  }
  return seen
}

it('loads a reporter’s first page in at most 145 kB of scripts and styles, compressed', () => {
  const files = ['index.html', ...filesOf(FIRST_PAGE)]
  expect(files.length).toBeGreaterThan(8)
  const sizes = files.map((file) => [file, brotliCompressSync(readFileSync(join(web, file))).length] as const)
  const sum = sizes.reduce((all, [, size]) => all + size, 0)
  expect(sum, sizes.map(([file, size]) => `${size} ${file}`).join('\n')).toBeLessThanOrEqual(MOST_BYTES)
  // The schemas of the endpoints stay on the server, and no page brings a library for them.
  const script = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(web, file), 'utf8'))
  expect(script.filter((text) => /ZodObject|safeParse/.test(text))).toEqual([])
})

it('asks for its parts together with the shell, and for nothing twice', async () => {
  const shell = filesOf(['index.html'])
  const links = (await firstPageParts(web)).split(', ')
  const named = links.map((link) => /^<\/(.+?)>/.exec(link)?.[1])
  expect(named.toSorted()).toEqual([...filesOf(FIRST_PAGE)].filter((file) => !shell.has(file)).toSorted())
  expect(links.filter((link) => !/; rel=(modulepreload|preload; as=style; crossorigin)$/.test(link))).toEqual([])
  expect(await firstPageParts(join(web, 'assets'))).toBe('')
})
