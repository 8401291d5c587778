import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/how-to/use-as-a-library.md'), 'utf8')

/** The programs of the page, each with what it prints, under the heading that it stands below. */
const programs = [...page.matchAll(/## ([^\n]+)\n[^]*?```js\n([^]*?)```\n\n```text\n([^]*?)```/g)].map(
  ([, title = '', source = '', printed = '']) => ({ title, source, printed }),
)

let folder: string
beforeAll(async () => {
  if (!existsSync(join(root, 'dist/core/reading/index.js'))) throw new Error('dist is missing: run npm run build first')
  folder = await mkdtemp(join(tmpdir(), 'guatu-library-'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(root, join(folder, 'node_modules/guatu'), 'junction')
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the package as a library, used from another folder', () => {
  test('the page has programs', () => {
    expect(programs.length).toBe((page.match(/```js\n/g) ?? []).length)
    expect(programs.length).toBeGreaterThan(3)
  })

  test.each(programs)('$title', async ({ source, printed, title }) => {
    const file = join(folder, `${title.replace(/\W+/g, '-')}.mjs`)
    await writeFile(file, source)
    const { stdout } = await run(process.execPath, [file], { cwd: folder })
    expect(stdout).toBe(printed)
  })

  test('comes with types, which a strict compiler accepts and holds', async () => {
    const sound = `import { readPlan, checkPlan, sourceDocumentOfText, type Finding } from 'guatu/reading'
const findings: Finding[] = checkPlan(readPlan(sourceDocumentOfText('一、任务')))
export const severities: ('error' | 'question' | 'note')[] = findings.map(({ severity }) => severity)\n`
    await writeFile(join(folder, 'sound.ts'), sound)
    await writeFile(join(folder, 'wrong.ts'), "import { readPlan } from 'guatu/reading'\nreadPlan(5)\n")
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '']
    const compile = (file: string) =>
      run(process.execPath, [compiler, ...options, join(folder, file)], { cwd: folder }).then(
        () => '',
        (problem: { stdout: string }) => problem.stdout,
      )
    expect(await compile('sound.ts')).toBe('')
    expect(await compile('wrong.ts')).toContain('wrong.ts')
  })

  test('shows nothing of the product beside its doors', async () => {
    const inner =
      "import('guatu/dist/core/reading/kernel.js').then(() => process.exit(1), ({ code }) => console.log(code))"
    const { stdout } = await run(process.execPath, ['-e', inner], { cwd: folder })
    expect(stdout.trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })
})
