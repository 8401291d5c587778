import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isLoopback } from './remote-address.ts'

let server: ServerType
beforeAll(async () => {
  const app = new Hono()
  app.get('/', (request) => request.text(isLoopback(request) ? 'own' : 'foreign'))
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
})
afterAll(() => void server.close())

/** A request byte for byte, over a connection from this machine. */
async function ask(headers: readonly string[], version = '1.1'): Promise<string> {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write(`${[`GET / HTTP/${version}`, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  return (await text(socket)).match(/own|foreign/)?.[0] ?? ''
}

it.each([
  [['Host: 127.0.0.1:8080']],
  [['Host: localhost:8080']],
  [['Host: LOCALHOST']],
  [['Host: [::1]:8080']],
  [['Host: 127.0.0.1:8080', 'Referer: http://127.0.0.1:8080/wall']],
  [['Host: localhost', 'Origin: http://localhost']],
])('a program of this machine that sends %j', async (headers) => {
  expect(await ask(headers)).toBe('own')
})

it.each([
  ['a foreign name (a proxy that passes it on, or DNS rebinding)', ['Host: guatu.example.gov.cn'], '1.1'],
  ['a longer name', ['Host: localhost.evil.test'], '1.1'],
  ['a name that begins like an address', ['Host: 127.0.0.1.evil.test'], '1.1'],
  ['no name', ['Host:'], '1.1'],
  ['what proxies add', ['Host: 127.0.0.1:8080', 'X-Forwarded-For: 203.0.113.9'], '1.1'],
  ['what other proxies add', ['Host: 127.0.0.1:8080', 'Via: 1.1 proxy'], '1.1'],
  ['the standard header of proxies', ['Host: 127.0.0.1:8080', 'Forwarded: for=203.0.113.9'], '1.1'],
  ['nginx as it comes: the name rewritten, nothing said, HTTP/1.0', ['Host: 127.0.0.1:8080'], '1.0'],
  ['a visitor of a page elsewhere', ['Host: 127.0.0.1:8080', 'Referer: https://guatu.example.gov.cn/'], '1.1'],
  ['a page elsewhere', ['Host: 127.0.0.1:8080', 'Origin: https://guatu.example.gov.cn'], '1.1'],
  ['no page at all', ['Host: 127.0.0.1:8080', 'Origin: null'], '1.1'],
])('is not told by %s', async (_name, headers, version) => {
  expect(await ask(headers, version)).toBe('foreign')
})
