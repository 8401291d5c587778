// Installs and builds what is missing or older than the sources. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const installedStamp = join(root, 'node_modules', '.guatu-installed')
const builtStamp = join(root, 'dist', '.guatu-built')

/** Stops with words when Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  say(`Guatu needs Node 20.19 or newer; this is ${process.versions.node}. 需要 Node 20.19 以上版本。`)
  process.exit(3)
}

/** Runs npm ci where the lock file has changed since the last time, and the build where a source is newer than it. */
export function prepareClone() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const installed = existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === lock
  if (!installed) {
    say('Installing the libraries 正在安装依赖 …')
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
    writeFileSync(installedStamp, lock)
  }
  if (!installed || !isBuilt()) build()
}

function build() {
  say('Building 正在构建 …')
  run('npm', ['run', '--silent', 'build'])
  writeFileSync(builtStamp, '')
}

function isBuilt() {
  if (!existsSync(builtStamp)) return false
  const built = statSync(builtStamp).mtimeMs
  const sources = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', ...filesBelow('src')]
  return sources.every((file) => statSync(join(root, file)).mtimeMs <= built)
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

/** Runs a program in the clone's folder; ends with its exit code where it fails. */
export function run(program, args, environment = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  })
  if (done.error) {
    say(`${program}: ${done.error.message}`)
    process.exit(3)
  }
  if (done.status !== 0) process.exit(done.status ?? 1)
}

export function say(text) {
  process.stderr.write(`${text}\n`)
}
