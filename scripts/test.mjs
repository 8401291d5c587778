// `npm test`: installs and builds what is missing, checks the sources, then runs every test, the real browser included.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { prepareClone, requireNode, root, say } from './prepare-clone.mjs'

requireNode()
prepareClone()
const chromium = findChromium()

const report = join(tmpdir(), `guatu-test-${process.pid}.json`)
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const tests = spawn(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, GUATU_CHROMIUM: chromium } },
)
// The sources are checked while the first tests wait for their databases and browsers.
const shell = process.platform === 'win32'
const check = spawn('npm', ['run', '--silent', 'check'], { cwd: root, stdio: 'inherit', shell })
const [[tested], [checked]] = await Promise.all([once(tests, 'exit'), once(check, 'exit')])
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
say('')
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`)
if (checked !== 0) process.stdout.write('the check of the sources failed (npm run check)\n')
process.exit(tested === 0 && checked === 0 ? 0 : 1)
