import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { spawnGuatu } from '../support/run-guatu.ts'

const CLIENTS = 16
const BEFORE_THE_STOP = 300

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-stop-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('stops while it is being asked on kept connections: answers what it took, complains of nothing', async () => {
  const child = spawnGuatu(['serve'], { GUATU_DATA: folder, PORT: '0' })
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('the server has no output')
  const complaints = text(stderr)
  const url = await addressOf(stdout)
  const agent = new Agent({ keepAlive: true })
  let answered = 0
  const broken: string[] = []
  const asking = async (): Promise<void> => {
    for (;;) {
      const status = await ask(`${url}api/me`, agent).catch((problem: NodeJS.ErrnoException) => problem.code)
      if (status !== 200) return void broken.push(String(status))
      answered += 1
      if (answered === BEFORE_THE_STOP) child.kill('SIGTERM')
    }
  }
  const ended = once(child, 'exit')
  await Promise.all(Array.from({ length: CLIENTS }, asking))
  expect(await ended).toEqual([0, null])
  expect(await complaints).toBe('')
  expect(answered).toBeGreaterThanOrEqual(BEFORE_THE_STOP)
  // Afterwards nobody listens any more, and a kept connection may be closed at the moment at which it is used again.
  expect(broken.filter((code) => code !== 'ECONNREFUSED' && code !== 'ECONNRESET')).toEqual([])
})

function ask(address: string, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode))
      answer.on('error', reject)
    }).on('error', reject)
  })
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const url = /^Guatu 挂图: (\S+)$/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
}
