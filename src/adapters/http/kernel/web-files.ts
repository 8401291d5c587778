import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { firstPageParts } from './first-page-parts.ts'
import type { GuatuHono } from './register.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
const compress = promisify(brotliCompress)

/** Serves the built pages: hashed files for a year, everything else is the page shell, so that any address can be opened. */
export function serveWeb(app: GuatuHono, folder: string): void {
  const compressed = new Map<string, Promise<Uint8Array>>()
  const firstPage = firstPageParts(folder)
  app.get('*', async (request) => {
    const wanted = normalize(join(folder, decodePath(request.req.path)))
    const inside = wanted.startsWith(folder + sep) && extname(wanted) !== '' && existsSync(wanted)
    if (!inside && extname(request.req.path) !== '') return request.text('not found', 404)
    const file = inside ? wanted : join(folder, 'index.html')
    if (!existsSync(file)) return request.text('The pages are not built. Run: npm run build', 503)
    const headers: Record<string, string> = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': file.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(request.req.path === '/' ? { link: await firstPage } : {}),
    }
    const plain = await readFile(file)
    const squeezable = /text|javascript|svg|json/.test(headers['content-type'] ?? '')
    if (!squeezable || !(request.req.header('accept-encoding') ?? '').includes('br')) {
      return new Response(new Uint8Array(plain), { headers })
    }
    const ready = compressed.get(file) ?? compress(plain)
    compressed.set(file, ready)
    return new Response(new Uint8Array(await ready), { headers: { ...headers, 'content-encoding': 'br' } })
  })
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}
