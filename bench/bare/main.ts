/**
 * The bare server: what the same answers and the same rows cost without anything in between. With KEEPS it answers
 * lists and product pages with the bytes of their first time.
 *
 * Fastify and pg, hand-written SQL in named statements, for one shop with one locale, one
 * currency, one warehouse. Nothing is cached, nothing is logged, and nothing that the cases do
 * not need is there: no limits, no validation beyond types, no mails, no second try.
 */
import fastify, { type FastifyRequest } from 'fastify'
import pg from 'pg'
import { addItem, patchCart } from './cart.ts'
import { getOrder } from './order.ts'
import { openShop } from './shop.ts'
import { placeOrder } from './place.ts'
import { productDetail } from './product.ts'
import { productList } from './products.ts'
import { search, suggest } from './search.ts'
import { receiveWebhook } from './webhook.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const env = (name: string) => process.env[name]!

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
const pool = new pg.Pool({ connectionString: env('DATABASE_URL'), max: Number(env('DATABASE_POOL_SIZE')) })
const shop = await openShop(pool, {
  origin: `http://127.0.0.1:${env('PORT')}`,
  sandboxUrl: env('SANDBOX_URL'),
  secretKey: env('SANDBOX_SECRET_KEY'),
  webhookSecret: env('SANDBOX_WEBHOOK_SECRET'),
})
const http = fastify({ logger: false })

type With<P> = FastifyRequest<{ Params: P }>
const tokenOf = (request: FastifyRequest) => request.headers.authorization?.slice(7)
const asked = (request: FastifyRequest) => request.query as Record<string, string | undefined>
const bodyOf = (request: FastifyRequest) => request.body as never

http.addHook('onSend', (_request, reply, payload, done) => {
  reply.header('content-type', JSON_TYPE)
  done(null, payload)
})
http.get('/readyz', () => '{"ready":true}')
http.get('/v1/search', (request) => search(shop, asked(request)))
http.get('/v1/suggestions', (request) => suggest(shop, asked(request)))
const known = new Map<string, string>()
const kept =
  <R extends FastifyRequest>(read: (request: R) => Promise<unknown>) =>
  async (request: R) => {
    const found = known.get(request.url)
    if (found !== undefined || !env('KEEPS')) return found ?? read(request)
    const answer = await read(request)
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    known.set(request.url, text)
    return text
  }
http.get(
  '/v1/products',
  kept((request) => productList(shop, asked(request))),
)
http.get(
  '/v1/products/:slug',
  kept((request: With<{ slug: string }>) => productDetail(shop, request.params.slug)),
)
http.post('/v1/carts/:cartId/items', (request: With<{ cartId: string }>) =>
  addItem(shop, tokenOf(request), request.params.cartId, bodyOf(request)),
)
http.patch('/v1/carts/:cartId', (request: With<{ cartId: string }>) =>
  patchCart(shop, tokenOf(request), request.params.cartId, bodyOf(request)),
)
http.post('/v1/orders', async (request, reply) => {
  const placed = await placeOrder(
    shop,
    tokenOf(request),
    request.headers['idempotency-key'] as string,
    bodyOf(request),
  )
  return reply.code(201).send(placed)
})
http.get('/v1/orders/:orderId', (request: With<{ orderId: string }>) =>
  getOrder(shop, tokenOf(request), request.params.orderId),
)
await http.register(async (part) => {
  part.removeAllContentTypeParsers()
  part.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  part.post('/webhooks/sandbox', (request) =>
    receiveWebhook(shop, request.headers as Record<string, string>, request.body as Buffer),
  )
})
await http.listen({ host: '127.0.0.1', port: Number(env('PORT')) })

process.on('SIGTERM', () => {
  void http
    .close()
    .then(() => pool.end())
    .then(() => process.exit(0))
})
