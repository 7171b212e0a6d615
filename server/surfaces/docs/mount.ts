/**
 * `/docs`: every operation with all its roads, to read without a script and to try with one.
 *
 * Pages are made when they are asked for, from what the roads themselves are made from. They load nothing from elsewhere
 * and run no inline script; styles, script, icon and faces are files of their own.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { NotFound } from '#kit/failure.ts'
import { batchesOf } from '../batch.ts'
import { operationsOf, vocabularyOf } from '../vocabulary.ts'
import { listPage } from './list-page.ts'
import { operationPage } from './operation-page.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const here = (name: string) => join(import.meta.dirname, name)
const face = (file: string) => createRequire(import.meta.url).resolve(file)
const FILES: [name: string, type: string, path: () => string][] = [
  ['page.css', 'text/css; charset=utf-8', () => here('page.css')],
  ['page.js', 'text/javascript; charset=utf-8', () => here('page.js')],
  ['icon.svg', 'image/svg+xml', () => here('icon.svg')],
  ['inter.woff2', 'font/woff2', () => face('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')],
  [
    'title.woff2',
    'font/woff2',
    () => face('@fontsource/instrument-serif/files/instrument-serif-latin-400-normal.woff2'),
  ],
]

/** Written to be read as text; browsers would save markdown instead of showing it. */
const ROOT = join(import.meta.dirname, '../../..')
const TEXTS = {
  'changes.md': 'contracts/changes.md',
  'graphql.md': 'docs/graphql.md',
  'live.md': 'docs/live.md',
}

export function mountPages(http: FastifyInstance, app: App): void {
  const operations = [...operationsOf(app), ...batchesOf(operationsOf(app))].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  let edges: ReturnType<typeof vocabularyOf>['edges'] | undefined

  http.get<{ Querystring: { q?: string | string[] } }>('/docs', (request, reply) => {
    const sought = [request.query.q ?? ''].flat()[0]!.slice(0, 100)
    return sendPage(request, reply, listPage(operations, sought))
  })
  http.get('/docs/', (_request, reply) => reply.redirect('/docs', 308))
  http.get<{ Params: { id: string } }>('/docs/operations/:id', (request, reply) => {
    const operation = byId.get(request.params.id)
    if (!operation) throw NotFound({})
    edges ??= vocabularyOf(app).edges
    return sendPage(request, reply, operationPage(operation, { operations, edges, config: app.config }))
  })

  for (const [name, type, path] of FILES)
    http.get(`/docs/${name}`, async (_request, reply) => {
      reply.header('content-type', type).header('cache-control', 'public, max-age=3600')
      return readFile(path())
    })
  for (const [name, path] of Object.entries(TEXTS))
    http.get(`/docs/${name}`, async (_request, reply) => {
      reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache')
      return readFile(join(ROOT, path))
    })
}

const squeezed = promisify(gzip)

export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
): Promise<FastifyReply> {
  reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Encoding',
  })
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(page)
  return reply.header('content-encoding', 'gzip').send(await squeezed(page))
}
