/** The judge of traffic sees each kind of thing that a document may keep silent about. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openapi } from '../surfaces/openapi.ts'
import { teaApp } from '../testing/tea-shop.ts'
import { judgeBy, type Exchange, type Published } from './published.ts'

const document = openapi(teaApp) as Published
const TEA = '0199c1a0-5b7e-7c3d-9a41-5e0f6b2d8c17'
const refused = (code: string, status: number) => ({
  type: `/problems/${code}`,
  title: 'Refused',
  status,
  detail: 'It was refused.',
  instance: '/v1/teas',
  code,
  traceId: 'trace',
  details: {},
  errors: [],
})
const list: Exchange = {
  method: 'GET',
  url: '/v1/teas?sort=-name&price[gte]=100',
  headersSent: [],
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', etag: '"1"' },
  body: JSON.stringify({ items: [], next: null, total: null }),
}
const problem: Exchange = {
  ...list,
  status: 400,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify(refused('unknown_field', 400)),
}
const untold = (exchange: Exchange, of = document) => judgeBy(of)(exchange).join('; ')

test('what is told passes: an answer, a refusal, an address that leads nowhere', () => {
  assert.equal(untold(list), '')
  assert.equal(untold(problem), '')
  assert.equal(untold({ ...problem, url: '/v1/nothing', status: 404 }), '')
})

test('an address, a status, a media type or a header that is not told is named', () => {
  assert.match(untold({ ...list, url: '/v1/nothing' }), /not in the document, and answers 200/)
  assert.match(untold({ ...problem, status: 418 }), /does not tell of status 418/)
  assert.match(
    untold({ ...list, headers: { ...list.headers, 'content-type': 'text/html' } }),
    /is text\/html, told are/,
  )
  assert.match(untold({ ...list, headers: { 'content-type': 'application/json' } }), /the answer has no ETag/)
})

test('a field too many, one too few and an unknown code are named', () => {
  const body = { items: [], next: null, total: null, secret: 1 }
  assert.match(untold({ ...list, body: JSON.stringify(body) }), /the answer’s \/secret/)
  assert.match(
    untold({ ...list, body: '{"items":[],"total":null}' }),
    /the answer’s .*required properties next/,
  )
  assert.match(untold({ ...problem, body: JSON.stringify(refused('tea.gone', 400)) }), /the answer’s/)
  assert.equal(
    untold({ ...list, url: '/v1/teas?fields=items', body: '{"items":[]}' }),
    '',
    'a part was asked for',
  )
})

test('what was taken in and is not told is named', () => {
  assert.match(untold({ ...list, url: '/v1/teas?cheap=1' }), /took \?cheap/)
  const order: Exchange = {
    method: 'POST',
    url: `/v1/teas/${TEA}/orders`,
    headersSent: ['idempotency-key'],
    sent: { quantity: 'two' },
    status: 201,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }
  assert.match(untold(order), /the question’s/)
  assert.match(untold({ ...order, headersSent: [] }), /did without Idempotency-Key/)
  assert.match(untold({ ...order, sent: undefined }), /did without the body/)
})
