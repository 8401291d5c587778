import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { GuatuHono } from './register.ts'

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Guatu API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`
const START = `window.SwaggerUIBundle({ url: '/api/openapi.json', domNode: document.getElementById('docs') })`

const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' }

/** A page to read the API on: Swagger UI from its npm package; styles inline are allowed on this page alone. */
export function serveSwagger(app: GuatuHono): void {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  app.get('/api/docs', (request) => request.html(PAGE))
  app.get('/api/docs/start.js', (request) => request.body(START, 200, { 'content-type': 'text/javascript' }))
  app.get('/api/docs/:file{swagger-ui(-bundle)?\\.(css|js)}', async (request) => {
    const file = request.req.param('file')
    const bytes = await readFile(join(folder, file))
    return request.body(bytes.toString('utf8'), 200, {
      'content-type': TYPES[file.split('.').pop() ?? ''] ?? 'text/plain',
      'cache-control': 'public, max-age=86400',
    })
  })
}
