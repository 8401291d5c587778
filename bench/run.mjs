// `npm run bench`: measures the compiled product; what each line means stands in docs/bench.md.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const run = (program, args) =>
  spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1

if (!existsSync(join(root, 'dist', 'main', 'cli', 'main.js')) || !existsSync(join(root, 'dist', 'web', 'index.html'))) {
  const built = run('npm', ['run', '--silent', 'build'])
  if (built !== 0) process.exit(built)
}
// No condition "guatu-source" here: `#core/reading` and the like are then the compiled files in dist.
process.exit(
  run(process.execPath, ['--expose-gc', '--import', 'tsx', join('bench', 'main.ts'), ...process.argv.slice(2)]),
)
