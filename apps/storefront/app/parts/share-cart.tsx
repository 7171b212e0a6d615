/** A link to what is in the cart, for others. */
import { Button, Disclosure, Input } from '@quayside/ui'
import { useId, useState } from 'react'
import type { CartAnswer } from '../cart-changes.ts'
import { pathBehind, paths } from '../paths.ts'
import { CartForm } from './cart-form.tsx'
import { useWords } from './use-words.ts'

type Props = { answer: CartAnswer | undefined; origin: string; base: string }

export function ShareCart({ answer, origin, base }: Props) {
  const words = useWords().basket
  const id = useId()
  const token = answer && 'shared' in answer ? answer.shared : undefined
  const link = token ? origin + pathBehind(base, paths.sharedCart(token)) : null
  return (
    <div className="mt-8 border-t border-line">
      <Disclosure title={words.share} open={link !== null}>
        <p id={id} className="mb-3 max-w-prose text-quiet">
          {words.shareNote}
        </p>
        {link ? (
          <div className="flex flex-wrap gap-2">
            <Input
              readOnly
              value={link}
              dir="ltr"
              aria-label={words.link}
              aria-describedby={id}
              className="min-w-0 flex-1 basis-64"
            />
            <Copy text={link} />
          </div>
        ) : (
          <CartForm>
            <Button name="intent" value="share" look="secondary" size="small">
              {words.makeLink}
            </Button>
          </CartForm>
        )}
      </Disclosure>
    </div>
  )
}

/** Without script the link is marked and copied by hand. */
function Copy({ text }: { text: string }) {
  const words = useWords().basket
  const [copied, note] = useState(false)
  const copy = () => void navigator.clipboard.writeText(text).then(() => note(true))
  return (
    <Button type="button" look="secondary" onClick={copy} className="noscript:hidden">
      <span role="status">{copied ? words.copied : words.copy}</span>
    </Button>
  )
}
