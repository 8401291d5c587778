// `npm test`: installs and builds what is missing, checks the sources, then runs every test, the real browser included.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { prepareClone, requireNode, root, run, say } from './prepare-clone.mjs'

requireNode()
prepareClone()
const chromium = findChromium()
run('npm', ['run', '--silent', 'check'])

const report = join(tmpdir(), `guatu-test-${process.pid}.json`)
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const done = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, GUATU_CHROMIUM: chromium } },
)
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
say('')
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`)
process.exit(done.status ?? 1)
