/** What shoppers, providers and payables do to payments, in the model and in the real thing at once; for series of them. */
import assert from 'node:assert/strict'
import type fc from 'fast-check'
import { cancelOpenPayments, type PaymentRow } from '../modules/payments/index.ts'
import type { Desk } from './pay-desk.ts'
import * as model from './payment-model.ts'
import type { ModelPayment } from './payment-model.ts'

export interface Model {
  payments: ModelPayment[]
  quiets: number
}
export interface RealPayment {
  row: PaymentRow
  /** What was told of it already, to be told again. */
  told: object[]
}
export type Command = fc.AsyncCommand<Model, RealPayment[]>
export type Fault = 'none' | 'before' | 'after'

/** How often each was done, so that a property that tries nothing is seen. */
export const tried = new Map<string, number>()

/** Something done to one of the payments that it may be done to; which one is drawn before there are any. */
export function onOne(
  says: string,
  pick: number,
  may: (payment: ModelPayment) => boolean,
  act: (payment: ModelPayment, real: RealPayment) => Promise<void>,
): Command {
  return {
    check: ({ payments }) => payments.some(may),
    run({ payments }, real) {
      tried.set(says, (tried.get(says) ?? 0) + 1)
      const able = payments.filter(may)
      const payment = able[pick % able.length]!
      return act(payment, real[payments.indexOf(payment)]!)
    },
    toString: () => `${says} #${pick}`,
  }
}

export type Cut = 'paid' | 'whole' | 'begun' | 'asked' | 'before' | 'after'

export function paymentMoves(desk: Desk) {
  const { shop } = desk

  async function withFault(fault: Fault, work: () => Promise<unknown>): Promise<void> {
    if (fault !== 'none') await desk.faults({ [fault]: 1 })
    await work()
    if (fault !== 'none') await desk.faults({})
  }

  function start(amount: number, manual: boolean, cut: Cut): Command {
    return {
      check: () => true,
      async run({ payments }, real) {
        const payment = model.newPayment(amount, manual)
        const row = await desk.begin({ amount, capture: manual ? 'manual' : 'automatic' })
        payments.push(payment)
        real.push({ row, told: [] })
        if (cut === 'begun') return
        await withFault(cut === 'before' || cut === 'after' ? cut : 'none', async () => {
          const reply = await desk.ask(row)
          if (cut !== 'asked') await desk.settle(row, reply)
        })
        if (cut !== 'before') model.open(payment)
        if (cut === 'whole' || cut === 'paid') model.tell(payment)
        if (cut !== 'paid') return
        await desk.pay(row)
        model.pay(payment)
        await desk.toldAndDone(row)
        model.tell(payment)
      },
      toString: () => `start ${amount} ${manual ? 'manual' : 'automatic'} (${cut})`,
    }
  }

  const pay = (pick: number, choice: 'pay' | 'decline') =>
    onOne(
      choice,
      pick,
      ({ there }) => there.state === 'requires_action',
      async (payment, { row }) => {
        await desk.pay(row, choice)
        if (choice === 'pay') model.pay(payment)
        else model.decline(payment)
      },
    )

  const tell = (pick: number) =>
    onOne(
      'tell',
      pick,
      ({ there }) => there.version > 0,
      async (payment, real) => {
        real.told.push((await desk.api.byReference(real.row.id))!)
        await desk.toldAndDone(real.row)
        model.tell(payment)
      },
    )

  const tellAgain = (pick: number) =>
    onOne(
      'tell what is old',
      pick,
      () => true,
      async (_, { row, told }) => {
        for (const as of told) await desk.tell(await desk.about(row, { as }))
        await desk.handleAll()
      },
    )

  const lie = (pick: number, change: object, forged: boolean) =>
    onOne(
      `lie about ${Object.keys(change).join()}`,
      pick,
      // Until the store has heard of it, its reference is whatever the provider says.
      ({ seen }) => seen.version > 0,
      async (_, { row }) => {
        assert.equal(await desk.tell(await desk.about(row, { change, forged })), forged ? 400 : 200)
        await desk.handleAll()
      },
    )

  const unwant = (pick: number) =>
    onOne(
      'unwant',
      pick,
      ({ wanted }) => wanted,
      async (payment, { row }) => {
        await desk.unwanted(row)
        payment.wanted = false
      },
    )

  const cancel = (pick: number) =>
    onOne(
      'cancel',
      pick,
      // Of a capture and a void that are both still to be asked for, either may come first.
      ({ cancelled, owed }) => !cancelled && owed.captures.length === 0,
      async (payment, { row }) => {
        await desk.unwanted(row)
        await shop.inside((ctx) => cancelOpenPayments(ctx, { kind: 'thing', id: row.payable_id }, 'test'))
        model.cancel(payment)
      },
    )

  return { withFault, start, pay, tell, tellAgain, lie, unwant, cancel }
}
