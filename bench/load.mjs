// The load generator, in a process of its own: each client sends its requests one after the other over a kept connection.
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const TIMEOUT_MS = 20_000

function send(url, { cookie, key, body }) {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      origin: new URL(url).origin,
      'idempotency-key': key,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const sent = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: answer.statusCode, text, bytes: text.length, ms: performance.now() - begun })
      })
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(body)
  })
}

async function run({ url, clients }) {
  const acknowledged = []
  const refused = []
  const latencies = []
  let bytes = 0
  const begun = performance.now()
  await Promise.all(
    clients.map(async (tasks) => {
      for (const task of tasks) {
        const answer = await send(url, task)
        latencies.push(answer.ms)
        bytes += answer.bytes
        if (answer.status === 200) acknowledged.push(task.key)
        else refused.push(`${answer.status} ${answer.text.slice(0, 200)}`)
      }
    }),
  )
  return { seconds: (performance.now() - begun) / 1000, acknowledged, refused, latencies, bytes }
}

process.on('message', async (work) => {
  process.send({ ...(await run(work)) })
})
