// Makes tests/fixtures/first-dump.tar: a backup of a small region as the program wrote it when the schema was at its first state (0001).
// It is there to be loaded by every later program, and is made anew only if it is lost. The commit before migration 0002 is laid out
// in a temporary folder, and its own test of what nobody has touched writes the backup: a sealed period, a file, a correction, the log.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMIT = '7454842'
const TEST = join('tests', 'reporting-proof.test.ts')
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const made = join(root, 'tests', 'fixtures', 'first-dump.tar')
const run = (program, args, options) => {
  const { status, stdout } = spawnSync(program, args, { maxBuffer: 1 << 28, ...options })
  if (status !== 0) throw new Error(`${program} ended with ${status}`)
  return stdout
}

const tree = mkdtempSync(join(tmpdir(), 'guatu-first-'))
try {
  run('tar', ['x', '-C', tree], { input: run('git', ['archive', COMMIT], { cwd: root }) })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  const before = readFileSync(join(tree, TEST), 'utf8')
  const after = before.replace("join(folder, 'backup.tar')", JSON.stringify(made))
  if (after === before) throw new Error('the test writes its backup elsewhere')
  writeFileSync(join(tree, TEST), after)
  mkdirSync(dirname(made), { recursive: true })
  rmSync(made, { force: true })
  const only = 'holds, from the database and from a backup alike'
  run('npx', ['vitest', 'run', '--project', 'database', TEST, '-t', only], { cwd: tree, stdio: 'inherit' })
  process.stdout.write(`${made}\n`)
} finally {
  rmSync(tree, { recursive: true, force: true })
}
