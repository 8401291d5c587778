// `npm start`: installs and builds what is missing, then runs Guatu with its own database and the sample district.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepareClone, requireNode, root } from './prepare-clone.mjs'

requireNode()
prepareClone()
const server = spawn(process.execPath, [join(root, 'bin', 'guatu.js'), 'serve', '--sample', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
