/**
 * `/openapi.json`, the same to read and try at `/docs`, what changed in it, and each problem's own address;
 * `/quayside.proto` and `/quayside.admin.proto` for clients of gRPC.
 *
 * The page loads nothing from elsewhere and runs no inline script. Its files lie in
 * the swagger-ui-dist package and are read when first asked for.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { NotFound, commonFailures } from '#kit/failure.ts'
import { graphqlFailures } from './graphql/failures.ts'
import { httpFailures } from './problems.ts'
import { emptyLock, readLocks } from './proto-lock.ts'
import { PACKAGES, PROTO_FILES } from './proto-model.ts'
import { protoFile } from './proto.ts'
import type { Face } from './vocabulary.ts'

const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}

// NOTE: the page draws its icons with data URLs and sets styles on elements.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quayside API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>This page needs JavaScript. The same is in <a href="/openapi.json">openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

const START = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: true,
  docExpansion: 'none',
  validatorUrl: null,
})
`

const CHANGES = join(import.meta.dirname, '../../contracts/changes.md')

export function mountDocs(http: FastifyInstance, app: App): void {
  let text: Promise<string> | undefined
  let folder: string | undefined
  const protos: Partial<Record<Face, string>> = {}

  http.get('/openapi.json', async (_request, reply) => {
    text ??= import('./openapi.ts').then(({ openapi }) => JSON.stringify(openapi(app)))
    reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-cache')
    return text
  })

  for (const face of ['shop', 'admin'] as const) {
    http.get(`/${PROTO_FILES[face]}`, (_request, reply) => {
      const lock = readLocks()[PACKAGES[face]] ?? emptyLock()
      reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache')
      return reply.send((protos[face] ??= protoFile(app, face, lock)))
    })
  }

  // `type` of a problem document leads here.
  http.get<{ Params: { code: string } }>('/problems/:code', async (request) => {
    const declared = [...app.operations.values()].flatMap((operation) => operation.failures)
    const known = [...commonFailures, ...httpFailures, ...graphqlFailures, ...declared].find(
      ({ code }) => code === request.params.code,
    )
    if (!known) throw NotFound({})
    return { code: known.code, status: known.status, details: known.details }
  })

  http.get('/docs', (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-cache')
      .send(PAGE),
  )
  http.get('/docs/', (_request, reply) => reply.redirect('/docs', 308))
  http.get('/docs/start.js', (_request, reply) =>
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(START),
  )
  http.get('/docs/changes.md', async (_request, reply) => {
    // As plain text: browsers would save markdown instead of showing it.
    reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache')
    return readFile(CHANGES)
  })
  http.get<{ Params: { file: string } }>('/docs/:file', async (request, reply) => {
    const type = Object.hasOwn(FILES, request.params.file) ? FILES[request.params.file] : undefined
    if (type === undefined) throw NotFound({})
    folder ??= dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
    reply.header('content-type', type).header('cache-control', 'public, max-age=86400')
    return readFile(join(folder, request.params.file))
  })
}
