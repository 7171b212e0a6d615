/** Ann wants letters: at her own address, until she has enough; and nobody learns from the shop who else gets them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { speak } from '#testing/languages.ts'
import { mailsTo } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { exchangeOf } from '../exchange/testing.ts'
import { end as adminEnd } from './admin/end.ts'
import { list } from './admin/list.ts'
import { ask } from './ask.ts'
import { confirm } from './confirm.ts'
import { endMine } from './end-mine.ts'
import { end } from './end.ts'
import { mine } from './mine.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
await speak(shop, { de: 'en' })
const { bob, charlie } = shop
const wording = 'We write when there is something to tell.'
const address = () => `reader-${newId()}@example.com`
const asked = (email: string, who: Person = shop.guest()) => who.call(ask, { email, wording })
async function linkTo(email: string, purpose: 'confirm' | 'end'): Promise<string> {
  const mails = await mailsTo(shop, email)
  return mails.flatMap(({ text }) => new RegExp(`${purpose}=(\\S+)`).exec(text)?.[1] ?? []).at(-1)!
}
const confirmed = async (email: string, who: Person = shop.guest()) =>
  who.call(confirm, { token: await linkTo(email, 'confirm') })
const about = async (email: string) => (await bob.call(list, { email })).items

test('she asks, gets a link and nothing else; with its use letters begin, and the proof of it is kept', async () => {
  const email = address()
  assert.deepEqual(await asked(email.toUpperCase()), { done: true })
  const [mail, ...more] = await mailsTo(shop, email)
  assert.equal(more.length, 0)
  assert.match(mail!.subject, /is this your address/)
  assert.equal((await about(email))[0]!.state, 'asked')
  shop.clock.forward(minutes(10))
  for (let n = 0; n < 2; n++) assert.deepEqual(await confirmed(email), { done: true })
  const [kept] = await about(email)
  assert.deepEqual(
    [kept!.state, kept!.wording, kept!.locale, Date.parse(kept!.confirmedAt!) - Date.parse(kept!.askedAt)],
    ['confirmed', wording, 'en', minutes(10)],
  )
})

test('the mail is in the reader’s language, and so is where its link leads', async () => {
  const email = address()
  await shop.guest().call(ask, { email, wording: 'Wir schreiben selten.' }, { locale: 'de' })
  const [mail] = await mailsTo(shop, email)
  assert.match(mail!.subject, /Ist das Ihre Adresse/)
  assert.match(mail!.text, /\/de\/newsletter\?confirm=/)
})

test('whether an address is known is told to nobody: same answer, and who gets letters gets no other mail', async () => {
  const [known, unknown] = [address(), address()]
  await asked(known)
  await confirmed(known)
  const before = (await mailsTo(shop, known)).length
  shop.clock.forward(days(1))
  assert.deepEqual(await asked(known), await asked(unknown))
  assert.equal((await mailsTo(shop, known)).length, before)
  const impostor = await shop.person(`imp-${newId()}`, [])
  assert.deepEqual(await impostor.call(mine, {}), { email: null, since: null })
})

test('who asks for an address again and again sends it three mails, and no more', async () => {
  const email = address()
  for (let n = 0; n < 8; n++) {
    await asked(email)
    await asked(email)
    shop.clock.forward(minutes(6))
  }
  assert.equal((await mailsTo(shop, email)).length, 3)
})

test('her account knows of it once she used the link while logged in, and ends it there', async () => {
  const ann = await shop.person(`ann-${newId()}`, [])
  await asked(ann.email)
  await confirmed(ann.email)
  assert.equal((await ann.call(mine, {})).email, null, 'the link was used by whoever reads the mails')
  await asked(ann.email, ann)
  await confirmed(ann.email, ann)
  assert.equal((await ann.call(mine, {})).email, ann.email)
  await ann.call(endMine, {})
  assert.equal((await ann.call(mine, {})).email, null)
  const [ended] = await about(ann.email)
  assert.deepEqual([ended!.state, ended!.email, ended!.endedBy], ['ended', null, 'account'])
  await assert.rejects(shop.guest().call(mine, {}), { code: 'unauthenticated' })
})

test('another’s link tells no account of it', async () => {
  const email = address()
  await asked(email)
  await confirmed(email, charlie)
  assert.equal((await charlie.call(mine, {})).email, null)
})

test('one click ends the letters: a POST to the address in the header, and only that; the address is erased, the proof stays', async () => {
  const email = address()
  await asked(email)
  await confirmed(email)
  const token = await linkTo(email, 'end')
  const url = `/newsletter/end?token=${token}`
  const page = await http.inject({ method: 'GET', url })
  assert.deepEqual([page.statusCode, page.headers.location], [302, `/newsletter?end=${token}`])
  assert.equal((await about(email))[0]!.state, 'confirmed', 'following the link ends nothing')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (let n = 0; n < 2; n++)
    assert.equal(
      (await http.inject({ method: 'POST', url, headers, payload: 'List-Unsubscribe=One-Click' })).statusCode,
      204,
    )
  const [ended] = await about(email)
  assert.deepEqual([ended!.state, ended!.email, ended!.wording], ['ended', null, wording])
  await shop.guest().call(end, { token })
  const { rows } = await shop.inside((ctx) =>
    sql`select 1 from newsletter.subscription where email = ${email}`.execute(ctx.db),
  )
  assert.equal(rows.length, 0)

  await asked(email)
  await confirmed(email)
  assert.deepEqual(
    (await about(email)).map(({ state }) => state),
    ['confirmed', 'ended'],
    'who comes back agrees anew',
  )
})

test('links of others, changed ones and old ones do nothing', async () => {
  const email = address()
  await asked(email)
  const token = await linkTo(email, 'confirm')
  for (const wrong of [`${token}a`, 'nothing-at-all', `${newId()}.${'a'.repeat(43)}`]) {
    await assert.rejects(charlie.call(confirm, { token: wrong }), { code: 'newsletter.link_not_valid' })
    await assert.rejects(charlie.call(end, { token: wrong }), { code: 'newsletter.link_not_valid' })
  }
  await assert.rejects(charlie.call(end, { token }), { code: 'newsletter.link_not_valid' })
  shop.clock.forward(days(8))
  await assert.rejects(charlie.call(confirm, { token }), { code: 'newsletter.link_not_valid' })
})

test('staff end the letters to who wrote to them; the rest of the staff sees nothing', async () => {
  const email = address()
  await asked(email)
  await confirmed(email)
  const [{ id: subscriptionId } = { id: '' }] = await about(email)
  await assert.rejects(shop.staff('newsletter.read').call(adminEnd, { subscriptionId }), {
    code: 'forbidden',
  })
  await shop.staff('newsletter.write').call(adminEnd, { subscriptionId })
  assert.equal((await about(email))[0]!.endedBy, 'staff')
  await assert.rejects(shop.staff('orders.read').call(list, {}), { code: 'forbidden' })
  await assert.rejects(bob.call(adminEnd, { subscriptionId: newId() }), { code: 'not_found' })
})

test('readers go out as a file with the address that ends their letters; who agreed elsewhere comes in, who ended since does not', async () => {
  const { bring, faults, fetch } = exchangeOf(shop)
  const [here, there, gone] = [address(), address(), address()]
  await asked(here)
  await confirmed(here)
  await asked(gone)
  await confirmed(gone)
  await bob.call(adminEnd, { subscriptionId: (await about(gone))[0]!.id })
  const agreed = '2025-01-02T03:04:05Z,2025-01-02T04:00:00Z,Letters of the old shop'
  const run = await bring(
    'subscribers',
    `email,locale,askedAt,confirmedAt,wording\n${there},de,${agreed}\n${gone},de,${agreed}\n${here},en,${agreed}\n`,
  )
  assert.deepEqual([run.rowsCreated, run.rowsFaulty], [1, 2])
  assert.deepEqual(await faults(run.id), ['3 confirmedAt too_early', '4 askedAt fixed'])
  assert.equal((await about(there))[0]!.wording, 'Letters of the old shop')
  const file = String(await fetch('subscribers', 'csv'))
  assert.ok(file.includes(here) && file.includes(there) && !file.includes(gone))
  const endUrl = new RegExp(`${here}.*(http\\S+/newsletter/end\\?token=\\S+)`).exec(file)![1]!
  assert.equal(
    (await http.inject({ method: 'POST', url: endUrl.replace(/^https?:\/\/[^/]+/, '') })).statusCode,
    204,
  )
  assert.equal((await about(here))[0]!.state, 'ended')
  const again = await bring('subscribers', String(await fetch('subscribers', 'csv')))
  assert.equal(again.rowsFaulty, 0)
})

test('what was never confirmed is forgotten with its link, proof of what ended after three years', async () => {
  const [never, ended, stays] = [address(), address(), address()]
  for (const email of [never, ended, stays]) await asked(email)
  for (const email of [ended, stays]) await confirmed(email)
  await bob.call(adminEnd, { subscriptionId: (await about(ended))[0]!.id })
  shop.clock.forward(days(8))
  await shop.job('newsletter.purge')
  assert.deepEqual(await about(never), [])
  assert.equal((await about(ended)).length, 1)
  shop.clock.forward(days(3 * 365))
  await shop.job('newsletter.purge')
  assert.deepEqual(await about(ended), [])
  assert.equal((await about(stays)).length, 1)
})
