/**
 * What every carrier must do, whoever is behind it: one suite, run by each adapter's tests against the service or its
 * faithful twin over the wire.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { readRates } from './carriers/answer.ts'
import {
  isCarrierRefused,
  isCarrierUnavailable,
  type Carrier,
  type LabelOrder,
  type RateQuestion,
} from './carriers/carrier.ts'

export interface CarrierAtHand {
  carrier: Carrier
  /** Where it carries from and to, in a currency it takes. */
  from: string
  to: LabelOrder['to']
  currency: string
  /** A place it does not go to. */
  nowhere: string
  /** Lets the service fail in each way it can, one after the other, while `work` runs. */
  failing(work: (how: string) => Promise<void>): Promise<void>
  close(): Promise<void>
}

const IN_TIME = 5_000 // ms
const CUT_OFF = 300 // ms

export function carrierContract(name: string, open: () => Promise<CarrierAtHand>): void {
  describe(`${name} keeps the carrier's contract`, () => {
    let hand: CarrierAtHand
    before(async () => void (hand = await open()))
    after(() => hand.close())

    const parcel = { weightGrams: 1200, volumeCcm: 3000, lengthMm: 300, items: 2 }
    const soon = (within = IN_TIME) => AbortSignal.timeout(within)
    const question = (more: Partial<RateQuestion> = {}): RateQuestion => ({
      currency: hand.currency,
      from: { country: hand.from },
      to: { country: hand.to.country, region: hand.to.region, postalCode: hand.to.postalCode },
      parcel,
      ...more,
    })
    const order = (more: Partial<LabelOrder> = {}): LabelOrder => ({
      key: newId(),
      service: hand.carrier.services[0]!.key,
      format: 'pdf',
      currency: hand.currency,
      reference: 'Order 1001',
      from: { name: 'Test shop', country: hand.from },
      to: hand.to,
      parcel,
      ...more,
    })
    const ask = async (asked: RateQuestion, within = IN_TIME) =>
      readRates(asked.currency, await hand.carrier.rates(asked, soon(within)))

    test('each service has one price, and the same question the same answer', async () => {
      const rates = await ask(question())
      assert.ok(rates.length > 0)
      const known = hand.carrier.services.map(({ key }) => key)
      for (const { service } of rates) assert.ok(known.includes(service), service)
      assert.deepEqual(await ask(question()), rates)
    })

    test('what is heavier costs no less, and where it does not go it has no price', async () => {
      const priced = async (weightGrams: number) =>
        (await ask(question({ parcel: { ...parcel, weightGrams } })))[0]!.amount
      assert.ok((await priced(9_000)) >= (await priced(100)))
      const gone = question({ to: { country: hand.nowhere, region: null, postalCode: '1' } })
      assert.deepEqual(await ask(gone), [])
    })

    test('a label is bought once for each key, found by it, printed, and given back', async () => {
      const wanted = order()
      const bought = await hand.carrier.buy(wanted, soon())
      assert.deepEqual([bought.key, bought.state], [wanted.key, 'bought'])
      assert.ok(bought.cost.amount > 0)
      const copies = await Promise.all([1, 2, 3].map(() => hand.carrier.buy(wanted, soon())))
      for (const copy of copies) assert.deepEqual(copy, bought)
      assert.deepEqual(await hand.carrier.find(wanted.key, soon()), bought)
      const { type, body } = await hand.carrier.document(bought.id, soon())
      assert.equal(type, 'application/pdf')
      assert.equal(body.toString('latin1', 0, 5), '%PDF-')
      const voided = await hand.carrier.void(bought.id, soon())
      assert.deepEqual(voided, { ...bought, state: 'voided' })
      assert.deepEqual(await hand.carrier.void(bought.id, soon()), voided)
    })

    test('labels for label printers, and names in any script', async () => {
      const to = { ...hand.to, name: 'Żółć (Łódź) 東京', line1: 'a\\b ^FS~' }
      for (const format of ['pdf', 'zpl'] as const) {
        const { id } = await hand.carrier.buy(order({ format, to }), soon())
        assert.ok((await hand.carrier.document(id, soon())).body.length > 100)
      }
    })

    test('what it does not carry is refused for good; no key, no label', async () => {
      const refused = hand.carrier.buy(order({ to: { ...hand.to, country: hand.nowhere } }), soon())
      await assert.rejects(refused, (error) => isCarrierRefused(error))
      assert.equal(await hand.carrier.find(newId(), soon()), null)
    })

    test('all labels are listed, each once', async () => {
      const keys = (await Promise.all([1, 2, 3].map(() => hand.carrier.buy(order(), soon())))).map(
        ({ key }) => key,
      )
      const listed: string[] = []
      for await (const { key } of hand.carrier.labels(new Date(0), soon())) listed.push(key)
      assert.equal(new Set(listed).size, listed.length)
      for (const key of keys) assert.ok(listed.includes(key))
    })

    test('no answer in time, a broken one and one that cannot be true are all the same: unavailable', async () => {
      await hand.failing(async (how) => {
        await assert.rejects(ask(question(), CUT_OFF), (error) => isCarrierUnavailable(error), how)
      })
      await ask(question())
    })
  })
}
