/** What is wrong with a cart, and what would mend it: each action names the operation that a program would call. */
import { languageOf } from '#kit/language.ts'
import { formatMoney } from '@quayside/words'
import type { Static } from '#kit/types.ts'
import { MOST_OF_ONE, allows, type QuantityRule } from '../catalog/index.ts'
import { refusalOf } from '../promotions/index.ts'
import type { CartAction, CartCode, CartDeliveryProblem, CartProblem } from './cart.ts'
import { ruleInWords } from './failures.ts'
import { PROBLEMS } from './problem-words.ts'
import type { PricedBundle, PricedCart, PricedLine } from './priced.ts'
import type { CartRow } from './rows.ts'

type Action = Static<typeof CartAction>

const NOTHING_MORE = { lineId: null, bundleId: null, quantity: null, code: null }
const removeItem = (lineId: string): Action => ({ ...NOTHING_MORE, kind: 'remove_item', lineId })
const removeBundle = (bundleId: string): Action => ({ ...NOTHING_MORE, kind: 'remove_bundle', bundleId })
const takeBundles = (bundleId: string, quantity: number): Action => ({
  ...NOTHING_MORE,
  kind: 'set_bundle_quantity',
  bundleId,
  quantity,
})
const chooseDelivery: Action = { ...NOTHING_MORE, kind: 'choose_delivery' }
const changeAddress: Action = { ...NOTHING_MORE, kind: 'change_address' }

/** What an order of this cart holds is set aside for it. */
const isHeld = ({ state }: CartRow) => state === 'completing' || state === 'completed'

export function lineProblems(line: PricedLine, { row, bundles }: PricedCart, locale: string): CartProblem[] {
  const about = { lineId: line.id, available: null, was: null, is: null, quantityRule: null }
  const bundle = bundles.find(({ id }) => id === line.bundleId)
  const remove = bundle ? removeBundle(bundle.id) : removeItem(line.id)
  const words = PROBLEMS[languageOf(locale)]
  if (!line.forSale || line.amount === null) {
    return [{ ...about, kind: 'not_for_sale', message: words.notForSale(line.name), actions: [remove] }]
  }
  const problems: CartProblem[] = []
  const { quantityRule } = line
  // Of what is in a bundle, the rule and the price of the bundle count.
  if (!bundle && !allows(quantityRule, line.quantity)) {
    const message = ruleInWords(quantityRule, languageOf(locale))
    problems.push({ ...about, kind: 'wrong_quantity', message, quantityRule, actions: taking(line) })
  }
  if (!isHeld(row) && line.available < line.quantity) {
    problems.push({
      ...about,
      kind: line.available === 0 ? 'out_of_stock' : 'less_left',
      available: line.available,
      message: line.available === 0 ? words.soldOut(line.name) : words.left(line.available, line.name),
      actions: bundle ? takingBundles(bundle, line) : taking(line),
    })
  }
  if (!bundle && line.unitAmount !== line.seenAmount) {
    const accept: Action = { ...NOTHING_MORE, kind: 'accept_price', lineId: line.id, quantity: line.quantity }
    problems.push({ ...about, ...priceChange(line, row, locale), actions: [accept, remove] })
  }
  return problems
}

/** Of the whole bundle, told at the first of its parts. */
export function bundleProblems(
  bundle: PricedBundle,
  { lines, row }: PricedCart,
  locale: string,
): CartProblem[] {
  const first = lines.find((line) => line.bundleId === bundle.id)
  if (!first) return []
  const about = { lineId: first.id, available: null, was: null, is: null, quantityRule: null }
  const remove = removeBundle(bundle.id)
  const { name, quantity, quantityRule } = bundle
  const words = PROBLEMS[languageOf(locale)]
  if (!bundle.forSale)
    return [{ ...about, kind: 'not_for_sale', message: words.notSoldLikeThis(name), actions: [remove] }]
  const problems: CartProblem[] = []
  if (!allows(quantityRule, quantity)) {
    const actions = [takeBundles(bundle.id, sold(quantityRule, quantity)), remove]
    problems.push({
      ...about,
      kind: 'wrong_quantity',
      message: ruleInWords(quantityRule, languageOf(locale)),
      quantityRule,
      actions,
    })
  }
  if (bundle.unitAmount !== bundle.seenAmount) {
    const accept = takeBundles(bundle.id, quantity)
    problems.push({ ...about, ...priceChange(bundle, row, locale), actions: [accept, remove] })
  }
  return problems
}

function priceChange(
  { name, seenAmount, unitAmount }: { name: string; seenAmount: number; unitAmount: number },
  { currency }: CartRow,
  locale: string,
) {
  const [was, is] = [
    { amount: seenAmount, currency },
    { amount: unitAmount, currency },
  ]
  const words = PROBLEMS[languageOf(locale)]
  const message = words.priceChanged(name, formatMoney(is, locale), formatMoney(was, locale))
  return { kind: 'price_changed' as const, message, was, is }
}

/** As many whole bundles as there are of this part, if any. */
function takingBundles({ id, quantity, quantityRule }: PricedBundle, line: PricedLine): Action[] {
  const there = Math.floor(line.available / (line.quantity / quantity))
  const fewer = sold(quantityRule, Math.min(quantity, there))
  return fewer > 0 && fewer <= there ? [takeBundles(id, fewer), removeBundle(id)] : [removeBundle(id)]
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
  locale: string,
): CartCode['problem'] {
  const language = languageOf(locale)
  const remove: Action = { ...NOTHING_MORE, kind: 'remove_code', code }
  if (weighed.verdicts.get(promotionId)?.reason === 'no_delivery_yet') {
    const message = PROBLEMS[language].needsDelivery
    return { code: 'promotions.no_delivery_yet', message, actions: [chooseDelivery, remove] }
  }
  const refusal = refusalOf(weighed, promotionId, row.currency)
  return refusal && { code: refusal.code, message: refusal.say(language), actions: [remove] }
}

export function deliveryProblem(
  { row, needsDelivery, offers }: PricedCart,
  locale: string,
): CartDeliveryProblem | null {
  if (!needsDelivery || isHeld(row)) return null
  const words = PROBLEMS[languageOf(locale)]
  if (offers.length === 0 && row.shipping_address)
    return { kind: 'nowhere', message: words.nowhere, actions: [changeAddress] }
  const chosen = row.delivery_method_id
  if (chosen === null || offers.some((offer) => offer.methodId === chosen)) return null
  return {
    kind: 'not_offered',
    message: words.notOffered,
    actions: offers.length > 0 ? [chooseDelivery, changeAddress] : [changeAddress],
  }
}
