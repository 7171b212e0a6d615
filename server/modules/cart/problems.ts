/** What is wrong with a cart, and what would mend it: each action names the operation that a program would call. */
import { formatMoney } from '#kit/money.ts'
import type { Static } from '#kit/types.ts'
import { MOST_OF_ONE, allows, type QuantityRule } from '../catalog/index.ts'
import { refusalOf } from '../promotions/index.ts'
import type { CartAction, CartCode, CartDeliveryProblem, CartProblem } from './cart.ts'
import { ruleInWords } from './failures.ts'
import type { PricedCart, PricedLine } from './priced.ts'
import type { CartRow } from './rows.ts'

type Action = Static<typeof CartAction>

const NOTHING_MORE = { lineId: null, quantity: null, code: null }
const removeItem = (lineId: string): Action => ({ ...NOTHING_MORE, kind: 'remove_item', lineId })
const chooseDelivery: Action = { ...NOTHING_MORE, kind: 'choose_delivery' }
const changeAddress: Action = { ...NOTHING_MORE, kind: 'change_address' }

/** What an order of this cart holds is set aside for it. */
const isHeld = ({ state }: CartRow) => state === 'completing' || state === 'completed'

export function lineProblems(line: PricedLine, row: CartRow, locale: string): CartProblem[] {
  const about = { lineId: line.id, available: null, was: null, is: null, quantityRule: null }
  const remove = removeItem(line.id)
  if (!line.forSale || line.amount === null) {
    const message = `${line.name} is no longer for sale.`
    return [{ ...about, kind: 'not_for_sale', message, actions: [remove] }]
  }
  const problems: CartProblem[] = []
  const { quantityRule } = line
  if (!allows(quantityRule, line.quantity)) {
    const message = ruleInWords(quantityRule)
    problems.push({ ...about, kind: 'wrong_quantity', message, quantityRule, actions: taking(line) })
  }
  if (!isHeld(row) && line.available < line.quantity) {
    problems.push({
      ...about,
      kind: line.available === 0 ? 'out_of_stock' : 'less_left',
      available: line.available,
      message:
        line.available === 0 ? `${line.name} has sold out.` : `Only ${line.available} of ${line.name} left.`,
      actions: taking(line),
    })
  }
  if (line.unitAmount !== line.seenAmount) {
    const was = { amount: line.seenAmount, currency: row.currency }
    const is = { amount: line.unitAmount, currency: row.currency }
    const message = `${line.name} now costs ${formatMoney(is, locale)} instead of ${formatMoney(was, locale)}.`
    const accept: Action = { ...NOTHING_MORE, kind: 'accept_price', lineId: line.id, quantity: line.quantity }
    problems.push({ ...about, kind: 'price_changed', message, was, is, actions: [accept, remove] })
  }
  return problems
}

/** The nearest quantity that is sold and there, if any; else the line can only go. */
function taking(line: PricedLine): Action[] {
  const quantity = sold(line.quantityRule, Math.min(line.quantity, line.available))
  const take: Action = { ...NOTHING_MORE, kind: 'set_quantity', lineId: line.id, quantity }
  return quantity > 0 && quantity <= line.available ? [take, removeItem(line.id)] : [removeItem(line.id)]
}

/** The largest quantity that is sold and no more than `wanted`; below the smallest one, that. */
function sold({ minimum, maximum, step }: QuantityRule, wanted: number): number {
  const most = Math.min(wanted, maximum ?? MOST_OF_ONE)
  const whole = Math.floor(most / step) * step
  return Math.max(whole, Math.ceil(minimum / step) * step)
}

export function codeProblem(
  { code, promotionId }: { code: string; promotionId: string },
  { row, weighed }: PricedCart,
): CartCode['problem'] {
  const remove: Action = { ...NOTHING_MORE, kind: 'remove_code', code }
  if (weighed.verdicts.get(promotionId)?.reason === 'no_delivery_yet') {
    const message = 'This counts once a way of delivery is chosen.'
    return { code: 'promotions.no_delivery_yet', message, actions: [chooseDelivery, remove] }
  }
  const refusal = refusalOf(weighed, promotionId, row.currency)
  return refusal && { code: refusal.code, message: refusal.message, actions: [remove] }
}

export function deliveryProblem({ row, needsDelivery, offers }: PricedCart): CartDeliveryProblem | null {
  if (!needsDelivery || isHeld(row)) return null
  if (offers.length === 0 && row.shipping_address)
    return { kind: 'nowhere', message: 'Nothing is delivered to this address.', actions: [changeAddress] }
  const chosen = row.delivery_method_id
  if (chosen === null || offers.some((offer) => offer.methodId === chosen)) return null
  return {
    kind: 'not_offered',
    message: 'The way of delivery that was chosen is not offered for this cart any more.',
    actions: offers.length > 0 ? [chooseDelivery, changeAddress] : [changeAddress],
  }
}
