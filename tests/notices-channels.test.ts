import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPeriod } from '#app/reporting'
import * as supervision from '#app/supervision'
import type { Result } from '#core/kit'
import { proposedRules } from '#core/supervision'
import { sendOverChannel } from '#adapters/notify'
import { outboundWith } from '#main/server'
import { insertReportingPlan, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

const NOW = '2026-03-10T01:00:00.000Z'
const MOMENT = NOW
const content = {
  ...{ regionName: '青澜区', moment: MOMENT, level: 'urging' as const },
  lines: [{ unitName: '区住建局', level: 'urging' as const, count: 3 }],
}
const TITLE = '【催办】青澜区挂图：3项待办'

interface Received {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
type Reply = { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> } | 'silence'

/** A receiver of the test's own: it keeps what it got, and answers as it is told. */
async function receiver(...replies: readonly Reply[]) {
  const received: Received[] = []
  const server = createServer((request, answer) => {
    void text(request).then((body) => {
      const reply = replies[received.length] ?? replies.at(-1) ?? {}
      received.push({ url: request.url ?? '', headers: request.headers, body })
      if (reply !== 'silence') answer.writeHead(reply.status ?? 200, reply.headers).end(reply.body ?? '')
      return body
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}
const open: (() => void)[] = []
afterAll(() => open.forEach((close) => close()))

const send = (address: supervision.ChannelAddress, more: { allowPrivate?: boolean; recipient?: string } = {}) =>
  sendOverChannel(
    { ...{ address, allowPrivate: true, deliveryId: 'd-1', recipient: '', content, now: NOW }, ...more },
    1,
  )
const refusal = (code: string, detail: object = {}) => ({ ok: false, refusal: { code, detail } })

describe('a webhook', () => {
  it('is signed over time and body, and says what repetition it is', async () => {
    const { received, url } = await receiver()
    expect(await send({ kind: 'webhook', url, secret: '密钥' })).toEqual({ ok: true, value: null })
    const { headers = {}, body = '' }: Partial<Received> = received[0] ?? {}
    const timestamp = String(headers['x-guatu-timestamp'])
    expect(timestamp).toBe(String(Date.parse(NOW) / 1000))
    const signature = createHmac('sha256', '密钥').update(`${timestamp}.${body}`).digest('hex')
    expect(headers['x-guatu-signature']).toBe(`sha256=${signature}`)
    expect(headers['idempotency-key']).toBe('d-1')
    expect(JSON.parse(body)).toEqual({ id: 'd-1', ...content })
  })

  it.each([
    ['an error of the receiver', { status: 500 }, 'channel.status', { status: 500 }],
    [
      'a redirect, which is not followed',
      { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      'channel.status',
      { status: 302 },
    ],
    ['no answer', 'silence', 'channel.timeout', { seconds: 1 }],
  ] as const)('is not taken for sent: %s', async (_, reply, code, detail) => {
    const { url } = await receiver(reply)
    expect(await send({ kind: 'webhook', url, secret: 'x' })).toMatchObject(refusal(code, detail))
  })

  it('says that nobody listens', async () => {
    const address = { kind: 'webhook', url: 'http://127.0.0.1:9/', secret: 'x' } as const
    expect(await send(address)).toMatchObject(refusal('channel.unreachable', { reason: 'ECONNREFUSED' }))
  })
})

describe('chat robots', () => {
  it('DingTalk: time in milliseconds and signature stand in the address', async () => {
    const { received, url } = await receiver({ body: '{"errcode":0,"errmsg":"ok"}' })
    expect((await send({ kind: 'dingtalk', url: `${url}?access_token=t`, secret: 'SEC1' })).ok).toBe(true)
    const asked = new URL(received[0]?.url ?? '', url).searchParams
    const timestamp = String(Date.parse(NOW))
    expect(asked.get('timestamp')).toBe(timestamp)
    expect(asked.get('sign')).toBe(createHmac('sha256', 'SEC1').update(`${timestamp}\nSEC1`).digest('base64'))
    expect(asked.get('access_token')).toBe('t')
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ msgtype: 'markdown', markdown: { title: TITLE } })
  })

  it('Feishu: time in seconds and signature stand in the body', async () => {
    const { received, url } = await receiver({ body: '{"code":0,"msg":"success"}' })
    expect((await send({ kind: 'feishu', url, secret: 'F1' })).ok).toBe(true)
    const timestamp = String(Date.parse(NOW) / 1000)
    const sign = createHmac('sha256', `${timestamp}\nF1`).update('').digest('base64')
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      ...{ timestamp, sign, msg_type: 'text' },
      content: { text: `${TITLE}\n催办：区住建局，3项\n详情请登录挂图查看。` },
    })
  })

  it('WeCom: the key stands in the address', async () => {
    const { received, url } = await receiver({ body: '{"errcode":0}' })
    expect((await send({ kind: 'wecom', url: `${url}?key=k` })).ok).toBe(true)
    expect(received[0]?.url).toBe('/hook?key=k')
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      ...{ msgtype: 'markdown', markdown: { content: `**${TITLE}**\n催办：区住建局，3项\n详情请登录挂图查看。` } },
    })
  })

  it.each([
    ['dingtalk', '{"errcode":310000,"errmsg":"sign not match"}', { code: 310000, text: 'sign not match' }],
    ['feishu', '{"code":19021,"msg":"sign match fail"}', { code: 19021, text: 'sign match fail' }],
    ['wecom', '{"errcode":93000,"errmsg":"invalid webhook url"}', { code: 93000, text: 'invalid webhook url' }],
    ['wecom', '<html>网关登录</html>', { code: '-' }],
  ] as const)('%s: a refusal inside an answer of status 200 is a refusal', async (kind, body, detail) => {
    const { url } = await receiver({ body })
    const address = kind === 'wecom' ? { kind, url } : { kind, url, secret: 's' }
    expect(await send(address)).toMatchObject(refusal('channel.refused', detail))
  })
})

describe('mail', () => {
  /** A small SMTP server: takes or refuses the sender, keeps what it is given. */
  async function smtp(greeting = '220 test', sender = '250 ok') {
    const mails: string[] = []
    const server = createSocketServer((socket) => {
      let [data, isData] = ['', false]
      socket.on('error', () => {})
      socket.write(`${greeting}\r\n`)
      socket.on('data', (part) => {
        data += part.toString('utf8')
        for (let end = data.indexOf('\r\n'); end >= 0; end = data.indexOf('\r\n')) {
          const line = data.slice(0, end)
          data = data.slice(end + 2)
          if (isData) {
            if (line === '.') isData = false
            else mails[mails.length - 1] += `${line}\n`
            if (!isData) socket.write('250 kept\r\n')
          } else if (/^DATA/i.test(line)) {
            isData = true
            mails.push('')
            socket.write('354 go on\r\n')
          } else if (/^MAIL/i.test(line)) socket.write(`${sender}\r\n`)
          else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
          else socket.write('250 ok\r\n')
        }
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    open.push(() => server.close())
    return { mails, port: (server.address() as AddressInfo).port }
  }
  const address = (port: number) => ({
    ...{
      kind: 'mail' as const,
      host: '127.0.0.1',
      port,
      isTls: false,
      from: 'guatu@example.cn',
      user: '',
      password: '',
    },
  })

  it('goes to the person, and its id is the same for each repetition', async () => {
    const { mails, port } = await smtp()
    expect((await send(address(port), { recipient: 'jie@example.cn' })).ok).toBe(true)
    const [mail = ''] = mails
    expect(mail).toMatch(/^To: jie@example\.cn$/m)
    expect(mail).toMatch(/^Message-ID: <d-1@guatu>$/m)
    const encoded = /\n\n([A-Za-z0-9+/=\n]+)$/.exec(mail)?.[1] ?? ''
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toContain('催办：区住建局，3项')
  })

  it('that is refused says what the server said', async () => {
    const { port } = await smtp('220 test', '550 sender not known here')
    const sent = await send(address(port), { recipient: 'jie@example.cn' })
    expect(sent).toMatchObject(refusal('channel.refused', { code: 550, text: '550 sender not known here' }))
  })
})

describe('where nothing is sent', () => {
  const to = (host: string, allowPrivate: boolean) =>
    send({ kind: 'webhook', url: `http://${host}/`, secret: 'x' }, { allowPrivate })
  it.each([
    ...['169.254.169.254', '100.100.100.200', '0.0.0.0', '[fe80::1]', '[fd00:ec2::254]', '[::ffff:169.254.169.254]'],
    ...['224.0.0.1', '255.255.255.255', '0xa9fea9fe', '2852039166'],
  ])('never to %s, whatever the administrator ticks', async (host) => {
    expect(await to(host, true)).toMatchObject(refusal('channel.forbiddenAddress'))
  })
  it.each([
    '127.0.0.1',
    'localhost',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '[::1]',
    '[fc00::1]',
    '[::ffff:10.0.0.1]',
  ])('to %s only where the administrator says so', async (host) => {
    expect(await to(host, false)).toMatchObject(refusal('channel.privateAddress'))
  })
  it.each(['file:///etc/passwd', 'gopher://127.0.0.1/', 'javascript:alert(1)', 'no address'])(
    'not over %s',
    async (url) => {
      expect(await send({ kind: 'webhook', url, secret: 'x' })).toMatchObject({
        ok: false,
        refusal: { code: 'channel.badAddress' },
      })
    },
  )
})

describe('the outbox', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test.close())

  const day = (on: string, hour = 9) => new Date(`${on}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString()
  const SERVER = '2026-07-31T12:00:00.000Z'
  const later = (minutes: number) => new Date(Date.parse(SERVER) + minutes * 60_000).toISOString()
  function must<T>(result: Result<T>): T {
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return result.value
  }
  const administrator = (plan: ReportingPlan) =>
    test.contextOf(
      { regionId: plan.regionId, timeZone: 'Asia/Shanghai', clockAt: day('2026-03-02') },
      plan.people.inspector.accountId,
      [{ role: 'administrator' }],
    )
  const machine = (plan: ReportingPlan, now: string) =>
    test.contextOf({ regionId: plan.regionId, timeZone: 'Asia/Shanghai', clockAt: now }, '', [])
  const deliver = async (plan: ReportingPlan, serverNow: string, holder = 'a', now = day('2026-03-10')) =>
    must(await supervision.deliverNotices(machine(plan, now), { outbound: test.house.outbound, holder, serverNow }))

  /** A region with a webhook, and the reminder of its open dekad written. */
  async function waiting(name: string, url: string, address?: supervision.ChannelAddress): Promise<ReportingPlan> {
    const plan = await insertReportingPlan(test, name)
    must(
      await supervision.publishRules(plan.as('coordinator', day('2026-01-06')), { version: 0, rules: proposedRules }),
    )
    const channel = {
      ...{ name: '值班群', allowPrivate: true, fromLevel: 'reminder' as const },
      address: address ?? { kind: 'webhook' as const, url, secret: '口令-9' },
    }
    must(await supervision.addChannel(administrator(plan), channel, test.house.outbound))
    must(
      await openPeriod(plan.as('coordinator', day('2026-03-02')), { cadenceId: plan.cadenceId, periodId: '2026-D07' }),
    )
    const run = must(await supervision.runNotices(machine(plan, day('2026-03-10')), { serverNow: SERVER }))
    expect(run.deliveries).toBe(1)
    return plan
  }
  const channelOf = async (plan: ReportingPlan) => must(await supervision.listChannels(administrator(plan)))[0]

  it('sends one message for all units, names no item, and sends it once', async () => {
    const { received, url } = await receiver()
    const plan = await waiting('outbox', url)
    const rounds = await Promise.all([deliver(plan, SERVER, 'a'), deliver(plan, SERVER, 'b')])
    expect(rounds.map(({ sent }) => sent).toSorted()).toEqual([0, 1])
    expect(await deliver(plan, later(600))).toEqual({ sent: 0, failed: 0 })
    expect(received).toHaveLength(1)
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ regionName: '青澜区', level: 'reminder' })
    expect(received[0]?.body).toContain('区商务局')
    expect(received[0]?.body).not.toMatch(/走访企业|产业园/)
  })

  it('tries again after a pause, shows the trouble in words, and gives up in the end', async () => {
    const { received, url } = await receiver({ status: 500 }, { status: 500 }, {})
    const plan = await waiting('retries', url)
    expect(await deliver(plan, SERVER)).toEqual({ sent: 0, failed: 1 })
    expect(await deliver(plan, later(0.5)), 'not before the pause is over').toEqual({ sent: 0, failed: 0 })
    expect((await channelOf(plan))?.standing).toMatchObject({ waiting: 1, trouble: { code: 'channel.status' } })
    await deliver(plan, later(1))
    expect(await deliver(plan, later(6))).toEqual({ sent: 1, failed: 0 })
    expect((await channelOf(plan))?.standing).toMatchObject({ sent: 1, waiting: 0, trouble: null })
    expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)

    const dead = await waiting('given-up', 'http://127.0.0.1:9/')
    for (const minutes of [0, 2, 8, 40, 200, 600]) await deliver(dead, later(minutes))
    const standing = (await channelOf(dead))?.standing
    expect(standing).toMatchObject({ failed: 1, waiting: 0, trouble: { code: 'channel.unreachable' } })
    const channelId = standing?.channelId ?? ''
    const retried = await supervision.retryChannel(administrator(dead), { channelId, serverNow: later(700) })
    expect(must(retried).retried).toBe(1)
    expect(await deliver(dead, later(700))).toEqual({ sent: 0, failed: 1 })
  })

  it('is taken over from a process that died while it sent, under the same id', async () => {
    const { received, url } = await receiver()
    const plan = await waiting('died', url)
    const context = machine(plan, day('2026-03-10'))
    const lease = { holder: 'dead', serverNow: SERVER, heldUntil: later(1.5), most: 8 }
    const taken = must(
      await context.transact(async ({ notices }) => ({ ok: true, value: await notices.takeDeliveries(lease) })),
    )
    expect(taken).toHaveLength(1)
    expect(await deliver(plan, later(1), 'b'), 'the lease still runs').toEqual({ sent: 0, failed: 0 })
    expect(await deliver(plan, later(2), 'b')).toEqual({ sent: 1, failed: 0 })
    expect(received[0]?.headers['idempotency-key']).toBe(taken[0]?.deliveryId)
    const settled = await context.transact(async ({ notices }) => {
      const row = { deliveryId: taken[0]?.deliveryId ?? '', holder: 'dead', state: 'waiting', attempts: 1 } as const
      return { ok: true, value: await notices.settleDelivery({ ...row, nextAt: SERVER, trouble: null, sentAt: null }) }
    })
    expect(must(settled), 'the dead one changes nothing any more').toBe(false)
  })

  it('keeps everything in the house at night and on days that are not worked', async () => {
    const { received, url } = await receiver()
    const plan = await waiting('night', url)
    for (const now of [day('2026-03-10', 20), day('2026-03-11', 7), day('2026-03-14', 10)])
      expect(await deliver(plan, SERVER, 'a', now)).toEqual({ sent: 0, failed: 0 })
    expect(received).toHaveLength(0)
    expect((await deliver(plan, SERVER, 'a', day('2026-03-16', 8))).sent).toBe(1)
  })

  it('sends a person his mail where he gave an address', async () => {
    const plan = await insertReportingPlan(test, 'mailing')
    must(
      await supervision.publishRules(plan.as('coordinator', day('2026-01-06')), { version: 0, rules: proposedRules }),
    )
    const address = {
      kind: 'mail',
      host: '127.0.0.1',
      port: 9,
      isTls: false,
      from: 'a@example.cn',
      user: '',
      password: '',
    } as const
    const channel = { name: '邮件', allowPrivate: true, fromLevel: 'reminder', address } as const
    must(await supervision.addChannel(administrator(plan), channel, test.house.outbound))
    const wish = { mailAddress: 'jie@example.cn', hours: null }
    must(await supervision.setNoticePreference(plan.as('tradeReporter', day('2026-03-02')), wish))
    must(
      await openPeriod(plan.as('coordinator', day('2026-03-02')), { cadenceId: plan.cadenceId, periodId: '2026-D07' }),
    )
    expect(must(await supervision.runNotices(machine(plan, day('2026-03-10')), { serverNow: SERVER })).deliveries).toBe(
      1,
    )
    const { owner } = test.database
    const rows = await owner
      .selectFrom('notice_delivery')
      .select('recipient')
      .where('region_id', '=', 'mailing')
      .execute()
    expect(rows).toEqual([{ recipient: 'jie@example.cn' }])
  })

  it('keeps keys sealed: neither the database nor any answer nor the log holds them', async () => {
    const { url } = await receiver()
    const plan = await waiting('sealed', `${url}?access_token=GEHEIM-1`)
    const as = {
      region: { regionId: 'sealed', timeZone: 'Asia/Shanghai', clockAt: null },
      accountId: plan.people.inspector.accountId,
    }
    const row = await test.database.owner
      .selectFrom('notice_channel')
      .selectAll()
      .where('region_id', '=', 'sealed')
      .executeTakeFirstOrThrow()
    const audit = await test.database.owner
      .selectFrom('audit')
      .select('body')
      .where('region_id', '=', 'sealed')
      .execute()
    for (const kept of [JSON.stringify(row), JSON.stringify(audit)])
      expect(kept).not.toMatch(/GEHEIM|口令-9|access_token/)
    expect(row.shown).toMatch(/^127\.0\.0\.1:\d+$/)
    expect((await test.request(as, 'GET', '/api/channels')).status, 'an inspector').toBe(403)
    expect(outboundWith(randomBytes(32)).open(row.sealed)).toBeNull()
    expect(test.house.outbound.open(`${row.sealed.slice(0, -2)}AA`)).toBeNull()
    expect(test.house.outbound.open(row.sealed)).toMatchObject({ kind: 'webhook', secret: '口令-9' })
  })

  it('lets one of two processes have the work of a region, until its lease has run out', async () => {
    const plan = await insertReportingPlan(test, 'leases')
    const take = async (holder: string, minutes: number) =>
      must(
        await machine(plan, SERVER).transact(async ({ notices }) => {
          const row = { task: 'remind', holder, serverNow: later(minutes), heldUntil: later(minutes + 2) }
          return { ok: true, value: await notices.takeTask(row) }
        }),
      )
    expect(await take('a', 0)).toBe(true)
    expect(await take('b', 1)).toBe(false)
    expect(await take('a', 1)).toBe(true)
    expect(await take('b', 4)).toBe(true)
    expect((await Promise.all([take('c', 10), take('d', 10), take('e', 10)])).filter(Boolean)).toHaveLength(1)
  })
})
