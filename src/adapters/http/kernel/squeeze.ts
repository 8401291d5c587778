import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Context as HonoContext } from 'hono'

const compress = promisify(brotliCompress)

/** Characters from which on an answer is sent compressed: a list of some lines. What a submission answers is shorter. */
export const WORTH_SQUEEZING = 2000

/** A quick level: a wall's answer becomes a tenth in some milliseconds, beside the thread that answers. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }

/** Whether the caller takes brotli: every browser does, over https and on its own machine. */
export function takesBrotli(request: HonoContext): boolean {
  return /\bbr\b/.test(request.req.header('accept-encoding') ?? '')
}

/** A text, compressed for one answer. */
export function squeezed(text: string): Promise<Uint8Array> {
  return compress(text, QUICK)
}
