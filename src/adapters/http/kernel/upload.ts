import type { Context as HonoContext } from 'hono'
import { type Result, accept, refuse } from '#core/kit'

/** One uploaded file and the other fields of the form. Its type is judged by content later, never by its name. */
export interface Upload {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly fields: Readonly<Record<string, string>>
}

/** Reads a multipart form with one field `file`; over the limit it is refused with the limit said. */
export async function readUpload(request: HonoContext, maxBytes: number): Promise<Result<Upload>> {
  const announced = Number(request.req.header('content-length') ?? '0')
  if (announced > maxBytes + 65_536) return refuse('request.tooLarge', { limit: limitText(maxBytes) })
  const form = await formOf(request)
  const file = form?.get('file')
  if (!form || !(file instanceof File)) return refuse('request.fileMissing')
  if (file.size > maxBytes) return refuse('request.tooLarge', { limit: limitText(maxBytes) })
  const fields: Record<string, string> = {}
  form.forEach((value, name) => {
    if (typeof value === 'string') fields[name] = value
  })
  return accept({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: cleanName(file.name), fields })
}

async function formOf(request: HonoContext): Promise<FormData | null> {
  try {
    return await request.req.formData()
  } catch {
    return null
  }
}

/** The last part of a path-like name, without control characters, at most 200 characters. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  const plain = last.replace(/\p{Cc}/gu, '').slice(-200)
  return /^\.*$/.test(plain) ? 'file' : plain
}

function limitText(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`
}
