import { createTransport } from 'nodemailer'
import { accept, refuse, type Result } from '#core/kit'
import { guardedAddress, reasonOf } from './guarded-address.ts'

/** One mail of plain text through the office's own server. */
export interface MailMessage {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
  readonly from: string
  readonly user: string
  readonly password: string
  readonly to: string
  readonly title: string
  readonly text: string
  readonly deliveryId: string
  readonly allowPrivate: boolean
  readonly seconds: number
}

/** Hands a mail to the server; its Message-ID is the same for each repetition. Names are checked against the certificate where TLS is used. */
export async function sendMail(message: MailMessage): Promise<Result<null>> {
  const { host, port, isTls, user, password, seconds } = message
  const guarded = await guardedAddress(host, message.allowPrivate)
  if (!guarded.ok) return guarded
  const milliseconds = seconds * 1000
  const transport = createTransport({
    ...{ host: guarded.value.address, port, secure: isTls, tls: { servername: host } },
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    ...{ connectionTimeout: milliseconds, greetingTimeout: milliseconds, socketTimeout: milliseconds },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  try {
    await transport.sendMail({
      ...{ from: message.from, to: message.to, subject: message.title, text: message.text },
      messageId: `<${message.deliveryId}@guatu>`,
    })
    return accept(null)
  } catch (problem) {
    return mailRefusal(problem, `${host}:${port}`, seconds)
  } finally {
    transport.close()
  }
}

/** The server's own answer where it gave one (535 Authentication failed), else what the network said. */
function mailRefusal(problem: unknown, host: string, seconds: number): Result<null> {
  const reason = reasonOf(problem)
  if (reason === 'ETIMEDOUT') return refuse('channel.timeout', { host, seconds })
  if (problem instanceof Error && 'responseCode' in problem && typeof problem.responseCode === 'number') {
    const text = 'response' in problem && typeof problem.response === 'string' ? problem.response : problem.message
    return refuse('channel.refused', { host, code: problem.responseCode, text: text.slice(0, 200) })
  }
  return refuse('channel.unreachable', { host, reason })
}
