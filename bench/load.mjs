// The load generator, in a process of its own: each client sends its requests one after the other over a kept connection.
import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 512 })
const TIMEOUT_MS = 20_000
/** A photograph as telephones send it once it is made smaller for a report. */
const PHOTO_BYTES = 60_000
const BOUNDARY = '----guatu-bench'

function send(url, { cookie, key, type, body }) {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      origin: new URL(url).origin,
      'idempotency-key': key,
      'content-type': type,
      'content-length': Buffer.byteLength(body),
    }
    const sent = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString('utf8') }))
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    // The server has closed the connection while it lay idle: the request has not reached it.
    sent.on('error', (error) => {
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, { cookie, key, type, body }))
      else reject(error)
    })
    sent.end(body)
  })
}

/** A form with a photograph of the submission: no two of them alike, as the content is kept once. */
function formOf({ key, photo }) {
  const noise = createHash('shake256', { outputLength: PHOTO_BYTES }).update(key).digest()
  const fields = Object.entries(photo).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  return Buffer.concat([
    Buffer.from(fields.join('') + head),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    noise,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ])
}

/** One submission, with the photograph that goes before it where it has one. */
async function submit(work, task) {
  if (task.photo) {
    const type = `multipart/form-data; boundary=${BOUNDARY}`
    const sent = await send(work.filesUrl, { ...task, type, body: formOf(task) })
    if (sent.status !== 200) return sent
  }
  return send(work.submitUrl, { ...task, type: 'application/json' })
}

async function run(work) {
  const acknowledged = []
  const refused = []
  const latencies = []
  const begun = performance.now()
  await Promise.all(
    work.clients.map(async (tasks) => {
      for (const task of tasks) {
        const sentAt = performance.now()
        const answer = await submit(work, task)
        latencies.push(performance.now() - sentAt)
        const problem = answer.status === 200 ? JSON.parse(answer.text).outcomes[0].problem : answer
        if (problem === null) acknowledged.push(task.key)
        else refused.push(`${answer.status} ${answer.text.slice(0, 200)}`)
      }
    }),
  )
  return { seconds: (performance.now() - begun) / 1000, acknowledged, refused, latencies }
}

process.on('message', async (work) => {
  process.send({ ...(await run(work)) })
})
