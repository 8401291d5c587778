import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listen } from './listen.ts'

let server: Server
beforeAll(async () => {
  const app = new Hono()
  app.post('/', async (request) => request.text(`${(await request.req.text()).length} bytes`))
  app.onError((_, request) => request.text('cut off', 400))
  app.get('/', (request) => request.text('x'.repeat(50_000_000)))
  const patience = { headers: 300, request: 600, silence: 450, check: 50 }
  server = await listen(app.fetch, { port: 0, host: '127.0.0.1' }, patience)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

function caller(): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  return socket
}

it('answers who speaks up', async () => {
  const socket = caller()
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab')
  expect(await text(socket)).toContain('2 bytes')
})

/** Sends a little again and again until the server has had enough; that it ends at all is the proof. */
async function dripping(head: string, drop: string): Promise<string> {
  const socket = caller()
  socket.write(head)
  const tap = setInterval(() => socket.write(drop), 40)
  try {
    return await text(socket)
  } finally {
    clearInterval(tap)
    socket.destroy()
  }
}

it.each([
  ['headers that never end', 'GET / HTTP/1.1\r\nHost: a\r\n', 'X-More: 1\r\n'],
  ['a body that never ends', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n', 'a'],
])('cuts off %s', async (_name, head, drop) => {
  expect(await dripping(head, drop)).not.toContain('200 OK')
})

it.each([
  ['says nothing', ''],
  ['asks and does not read', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'],
])('drops who %s', async (_name, said) => {
  const begun = once(server, 'connection') as Promise<[Socket]>
  const socket = caller()
  socket.pause()
  if (said !== '') socket.write(said)
  const [held] = await begun
  await new Promise((closed) => held.once('close', closed))
  expect(held.destroyed).toBe(true)
  socket.destroy()
})

it('is patient by measure when nothing else is said', async () => {
  const usual = await listen(new Hono().fetch, { port: 0, host: '127.0.0.1' })
  expect([usual.headersTimeout, usual.requestTimeout, usual.timeout]).toEqual([15_000, 300_000, 120_000])
  usual.close()
  await once(usual, 'close')
})

it('says that a port is taken', async () => {
  const { port } = server.address() as AddressInfo
  await expect(listen(new Hono().fetch, { port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
