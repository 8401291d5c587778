import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

/** An answer with the time that it took. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly cookie: string | undefined
  readonly ms: number
}

const agent = new Agent({ keepAlive: true })

/** A person at the server: requests with his cookie over kept connections. */
export class Client {
  readonly #url: string
  readonly #cookie: string

  constructor(url: string, cookie = '') {
    this.#url = url
    this.#cookie = cookie
  }

  get cookie(): string {
    return this.#cookie
  }

  /** Sends a request and waits for all of its answer. */
  send(method: string, path: string, body?: unknown): Promise<Answer> {
    const begun = performance.now()
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.#url),
        {
          method,
          agent,
          headers: {
            cookie: this.#cookie,
            origin: new URL(this.#url).origin,
            ...(bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {}),
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
              cookie: answer.headers['set-cookie']?.[0]?.split(';')[0],
              ms: performance.now() - begun,
            }),
          )
        },
      )
      // The server has closed the connection while it lay idle: the request has not reached it.
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(this.send(method, path, body))
        else reject(error)
      })
      sent.end(bytes)
    })
  }

  /** A request that has to succeed: its parsed answer. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, body)
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`)
    return JSON.parse(answer.text) as T
  }

  /** Signs in and answers the person who may go on. */
  async signIn(path: string, body: unknown): Promise<Client> {
    const { status, text, cookie } = await this.send('POST', path, body)
    if (status !== 200 || !cookie) throw new Error(`POST ${path}: ${status} ${text.slice(0, 300)}`)
    return new Client(this.#url, cookie)
  }
}

/** Signs one of the sample's accounts in; its password is the same in every copied region. */
export function signInSample(url: string, folder: string, login: string, region?: string): Promise<Client> {
  const accounts = JSON.parse(readFileSync(join(folder, 'sample-accounts.json'), 'utf8')) as {
    login: string
    password: string
  }[]
  const account = accounts.find((one) => one.login === login)
  if (!account) throw new Error(`the sample has no account ${login}`)
  const { password } = account
  return new Client(url).signIn('/api/session', { login, password, ...(region === undefined ? {} : { region }) })
}
