import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the first page loads beside the shell, for whoever has something to report: by far the most of its visitors. */
const PARTS = ['reporting/home/index.ts', 'supervision/home/index.ts', 'shell/UnreadCount.tsx']

interface BuiltFile {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}
type Manifest = Readonly<Record<string, BuiltFile>>

/**
 * The parts of the first page as the value of a `Link` header, so that the browser asks for them together with the shell and not
 * only once that has run; '' where the pages were built without a list of their files.
 */
export async function firstPageParts(folder: string): Promise<string> {
  const manifest = await readFile(join(folder, '.vite', 'manifest.json'), 'utf8').then(
    (text) => JSON.parse(text) as Manifest,
    (): Manifest => ({}),
  )
  const shell = filesOf(manifest, ['index.html'])
  const links = [...filesOf(manifest, PARTS)]
    .filter((file) => !shell.has(file))
    .map((file) => `</${file}>; rel=${file.endsWith('.css') ? 'preload; as=style; crossorigin' : 'modulepreload'}`)
  return links.join(', ')
}

function filesOf(manifest: Manifest, names: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    const built = manifest[name]
    if (!built || seen.has(built.file)) continue
    seen.add(built.file)
    for (const style of built.css ?? []) seen.add(style)
    filesOf(manifest, built.imports ?? [], seen)
  }
  return seen
}
