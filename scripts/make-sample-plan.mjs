/**
 * Makes the sample district's Word files from their source: `node scripts/make-sample-plan.mjs`.
 * `--check` writes nothing and fails where the files in the repository differ from what the source gives. Both hold
 * expected.json and story.json against the text and fail where they do not fit.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { documentBytes } from './sample-plan/document.mjs'
import { misfits, strangers } from './sample-plan/expected.mjs'
import { parseSource, patchSource } from './sample-plan/source.mjs'

const folder = fileURLToPath(new URL('../samples/qinglan-2026/', import.meta.url))
const author = '青澜区人民政府办公室'

async function build() {
  const source = await readFile(`${folder}plan.md`, 'utf8')
  const amendment = JSON.parse(await readFile(`${folder}amendment.json`, 'utf8'))
  const amended = patchSource(source, amendment.patches)
  return {
    'plan.docx': await documentBytes(parseSource(source), {
      title: '青澜区2026年实施“六大攻坚”总体方案',
      author,
      issuedAt: '2026-01-20T01:00:00Z',
    }),
    'plan-amended.docx': await documentBytes(parseSource(amended, { renumber: true }), {
      title: '青澜区2026年实施“六大攻坚”总体方案（修订）',
      author,
      issuedAt: '2026-08-03T01:00:00Z',
    }),
  }
}

async function same(path, bytes) {
  const stored = await readFile(path).catch(() => new Uint8Array())
  return Buffer.compare(stored, bytes) === 0
}

const check = process.argv.includes('--check')
for (const [name, bytes] of Object.entries(await build())) {
  const path = folder + name
  const unchanged = await same(path, bytes)
  if (!check && !unchanged) await writeFile(path, bytes)
  if (check && !unchanged) process.exitCode = 1
  process.stdout.write(
    `${name} ${bytes.length} bytes${unchanged ? ', unchanged' : check ? ', differs from the source' : ', written'}\n`,
  )
}

const readJson = async (name) => JSON.parse(await readFile(folder + name, 'utf8'))
const expected = await readJson('expected.json')
const story = await readJson('story.json')
const plan = parseSource(await readFile(`${folder}plan.md`, 'utf8'))
for (const complaint of [...misfits(plan, expected), ...strangers(story, expected)]) {
  process.stdout.write(`${complaint}\n`)
  process.exitCode = 1
}
