/** Amina reads Arabic, Hans German as it is written in Austria, Ines Spanish, which the shop does not speak. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { speak } from '#testing/languages.ts'
import { mailsTo, orderWhen, paid } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { create as ship } from '../fulfilment/shipments/create.ts'
import { deliver } from '../fulfilment/shipments/deliver.ts'
import { request as forget } from '../identity/passwords/request.ts'
import { signUp } from '../identity/sign-up.ts'
import { refund } from './admin/refund.ts'

const shop = await openShop()
after(() => shop.close())
await speak(shop, { de: 'en', ar: 'en' })

const reading = (person: Person, locale: string): Person => ({
  ...person,
  call: (operation, input, options) => person.call(operation, input, { locale, ...options }),
})

/** A purchase from the account to the refund: all that a buyer is written. */
async function mailsOf(locale: string): Promise<{ subject: string; text: string; html: string }[]> {
  const buyer = reading(shop.guest(), locale)
  await buyer.call(signUp, { email: buyer.email, password: 'correct horse battery', name: 'Sam' })
  await buyer.call(forget, { email: buyer.email })
  const order = await paid(shop, buyer, {
    of: await shop.goods({ name: 'Oolong', price: 1000 }),
    quantity: 2,
  })
  const { id } = await shop.bob.call(ship, {
    orderId: order.id,
    carrier: 'DHL',
    trackingCode: 'T-1',
    trackingUrl: 'https://track.example/T-1',
  })
  await shop.bob.call(deliver, { shipmentId: id })
  await shop.bob.call(refund, { orderId: order.id, amount: 100, reason: 'Late' }, { key: newId() })
  await shop.job('payments.sweep')
  shop.clock.forward(seconds(40))
  await shop.job('payments.sweep')
  await orderWhen(shop, order.id, ({ refunds }) => refunds[0]?.state === 'succeeded')
  return mailsTo(shop, buyer.email)
}

const subjectsOf = (mails: { subject: string }[]) =>
  mails.map(({ subject }) => subject.replace(/\d{3,}/, 'N').replace(/[\u2068\u2069]/g, '')).toSorted()

test('Hans is written to in German, with German money, and led to German pages', async () => {
  const mails = await mailsOf('de-AT')
  assert.deepEqual(subjectsOf(mails), [
    'Ein neues Passwort für Test shop',
    'Ihre Bestellung N bei Test shop',
    'Ihre Bestellung N ist angekommen',
    'Ihre Bestellung N ist unterwegs',
    'Willkommen bei Test shop',
    'Wir haben 1,00\u00a0€ erstattet',
  ])
  const bought = mails.find(({ subject }) => subject.endsWith('bei Test shop') && /\d/.test(subject))!
  for (const part of ['2 × Oolong: 20,00\u00a0€', 'Gesamtsumme: 24,90\u00a0€', '20457 Hamburg\nDeutschland'])
    assert.ok(bought.text.includes(part), `${part} is not in ${bought.text}`)
  for (const { html, text } of mails) {
    assert.match(html, /<html lang="de" dir="ltr">/)
    assert.match(text, new RegExp(`${shop.app.config.publicUrl}/de/`))
    assert.doesNotMatch(text, /\b(the|your|order|you|is)\b/i)
  }
})

test('Amina is written to in Arabic, from right to left, and led to Arabic pages', async () => {
  const mails = await mailsOf('ar')
  assert.equal(mails.length, 6)
  for (const { subject, html, text } of mails) {
    assert.match(subject, /\p{Script=Arabic}/u)
    assert.match(html, /<html lang="ar" dir="rtl">/)
    assert.match(text, new RegExp(`${shop.app.config.publicUrl}/ar/`))
    const names = /Test shop|Sam|Oolong|DHL|T-1|Parcel|Alice Hart|Kai 1|Hamburg|https?:\S+|Sandbox/g
    assert.doesNotMatch(text.replace(names, ''), /[A-Za-z]{2}/)
  }
})

test('Ines asks in a language that the shop does not speak, and gets its first', async () => {
  const mails = await mailsOf('es-MX')
  assert.ok(subjectsOf(mails).includes('Welcome to Test shop'))
  for (const { text } of mails) assert.doesNotMatch(text, /\/(de|ar|es)\//)
})
