/**
 * How many of a line or a bundle: shown at once, sent when the presses pause, and what the store answers in the end. Without script each
 * press is a form.
 */
import { QuantityStepper } from '@quayside/ui'
import { useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import type { CartAnswer } from '../cart-changes.ts'
import { wholeNumber } from '../form.ts'
import { paths } from '../paths.ts'
import { nearest, stepped } from '../quantities.ts'
import { wished } from '../quantity-wishes.ts'
import type { QuantityRule } from '../store.ts'
import { useCartAnswer } from './cart-form.tsx'
import { Form } from './form.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

const PAUSE = 350 // milliseconds after the last press
const TYPING = 900 // and after the last digit: the next one is looked for on the keyboard

type Props = {
  /** `lineId` or `bundleId`. */
  of: { field: 'lineId' | 'bundleId'; id: string }
  name: string
  value: number
  /** Of the cart. */
  version: number
  rule: QuantityRule
  available: number
}

/** What became of the last wish for this line. */
export const useQuantityAnswer = (id: string) => useFetcher<CartAnswer>({ key: `quantity ${id}` })

export function CartQuantity({ of: { field, id }, name, value, version, rule, available }: Props) {
  const { cart: words, basket } = useWords()
  const { formToken } = useFrame()
  const { submit, state, data } = useQuantityAnswer(id)
  const { submit: submitForAll } = useCartAnswer()
  const [wish, setWish] = useState<number | null>(null)
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; quantity: number }>(undefined)
  const sent = useRef<Promise<unknown>>(undefined)
  const intent = field === 'lineId' ? 'set' : 'setBundle'
  const shown = wish ?? value
  const most = nearest(rule, available, available)

  const said = (quantity: number) =>
    new URLSearchParams({ formToken, intent, [field]: id, quantity: String(quantity), stay: 'yes' })
  const send = (quantity: number) => {
    pending.current = undefined
    // A line that goes takes its own answer along.
    const answer = quantity === 0 ? submitForAll : submit
    sent.current = answer(said(quantity), { method: 'post', action: paths.cart() })
  }
  const want = (quantity: number, pause: number) => {
    clearTimeout(pending.current?.timer)
    setWish(quantity)
    pending.current = { timer: setTimeout(() => send(quantity), pause), quantity }
  }
  useEffect(() => {
    if (state === 'idle' && !pending.current) setWish(null)
  }, [state, data])
  const answered = useRef(async () => {})
  useEffect(() => {
    answered.current = async () => {
      if (pending.current) {
        clearTimeout(pending.current.timer)
        send(pending.current.quantity)
      }
      await sent.current
    }
  })
  useEffect(() => (wish === null ? undefined : wished(() => answered.current())), [wish])
  // Whoever goes on to another page, or away, meant it.
  const leave = useRef(() => {})
  useEffect(() => {
    leave.current = () => {
      if (!pending.current) return
      clearTimeout(pending.current.timer)
      navigator.sendBeacon(paths.cart(), said(pending.current.quantity))
      pending.current = undefined
    }
  })
  useEffect(() => {
    const now = () => leave.current()
    window.addEventListener('pagehide', now)
    return () => {
      window.removeEventListener('pagehide', now)
      now()
    }
  }, [])
  return (
    <Form
      method="post"
      action={paths.cart()}
      aria-busy={wish !== null}
      onSubmit={(event) => {
        event.preventDefault()
        const typed = wholeNumber(String(new FormData(event.currentTarget).get('quantity')).trim())
        if (typed !== null) want(Math.min(typed, 999), 0)
      }}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={field} value={id} />
      <QuantityStepper
        label={words.quantityOf(name)}
        less={words.less(name, rule.step)}
        more={words.more(name, rule.step)}
        update={words.update}
        value={shown}
        revision={version}
        min={rule.minimum}
        max={Math.max(value, most)}
        onStep={(up) => want(stepped(rule, shown, up), PAUSE)}
        onType={(text) => {
          const typed = wholeNumber(text.trim())
          if (typed) want(Math.min(typed, 999), TYPING)
        }}
      />
      {shown > 1 && shown >= most && (
        <p className="mt-1 text-sm text-quiet">
          {most === rule.maximum ? basket.mostOfOne(most) : basket.allThereIs(available)}
        </p>
      )}
    </Form>
  )
}
