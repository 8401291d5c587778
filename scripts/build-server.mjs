// Compiles src (without web and tests) to dist, then copies what is data rather than code.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
const compiled = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
if (compiled.status !== 0) process.exit(compiled.status ?? 1)

const DATA = new Set(['.sql', '.json', '.docx', '.txt'])
for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !DATA.has(extname(entry.name))) continue
  const from = join(entry.parentPath, entry.name)
  const to = join(root, 'dist', from.slice(join(root, 'src').length))
  cpSync(from, to, { recursive: true })
}

// So that `npx guatu` in this folder runs at once: without the link npm installs the folder into its cache first.
const link = join(root, 'node_modules', '.bin', 'guatu')
if (process.platform !== 'win32' && existsSync(dirname(link)) && !existsSync(link)) {
  symlinkSync(join('..', '..', 'bin', 'guatu.js'), link)
}
