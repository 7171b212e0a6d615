/**
 * No write of the real store is done because another site's page made a browser send it (S29).
 *
 * Walked from the list of operations, so that a new one is asked too. Refused before anything of the input is read.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../../modules/identity/session.ts'
import { createHttp } from '../../surfaces/http.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const writes = [...shop.app.operations.values()].filter(
  ({ rest, access }) => rest.method !== 'GET' && access.rule !== 'system',
)
const { token: session } = await shop.inside((ctx) =>
  startSession(ctx, { personId: shop.bob.id, guestId: newId() }),
)
const formToken = 'f'.repeat(43)
const cookie = `qs_session=${session}; qs_form=${formToken}`

/** Code and type of the answer to every write, as a browser with these headers sends it for the owner. */
async function answersTo(headers: Record<string, string>): Promise<Set<string>> {
  const answers = new Set<string>()
  for (const { rest } of writes) {
    const answer = await http.inject({
      method: rest.method as 'POST',
      url: rest.path.replace(/:\w+/g, newId()),
      headers: { cookie, ...headers },
      ...(rest.method === 'DELETE' ? {} : { payload: {} }),
    })
    const { code } = answer.json() as { code?: string }
    const refused = code === 'cross_site' || code === 'form_token_missing'
    answers.add(refused ? `${answer.statusCode} ${code} ${answer.headers['content-type']}` : 'let through')
  }
  return answers
}

test('there are many writes to ask', () => assert.ok(writes.length > 60, `${writes.length}`))

test('what comes from another site is refused by a problem document, on every write, token or not', async () => {
  for (const from of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<
    string,
    string
  >[])
    for (const said of [{}, { 'x-csrf-token': formToken }] as Record<string, string>[])
      assert.deepEqual(
        [...(await answersTo({ ...from, ...said }))],
        ['403 cross_site application/problem+json'],
      )
})

test('what comes with the session’s cookie and without the token is refused, on every write', async () => {
  for (const said of [{}, { 'x-csrf-token': 'g'.repeat(43) }] as Record<string, string>[])
    assert.deepEqual(
      [...(await answersTo({ 'sec-fetch-site': 'same-origin', ...said }))],
      ['403 form_token_missing application/problem+json'],
    )
})

test('our own pages, which say the token, are let through to every write', async () => {
  assert.deepEqual(
    [...(await answersTo({ 'sec-fetch-site': 'same-origin', 'x-csrf-token': formToken }))],
    ['let through'],
  )
})
