/** What was just taken out of the cart, and the way to take that back. */
import { Button, Notice } from '@quayside/ui'
import { useEffect, useRef } from 'react'
import type { Removed } from '../cart-changes.ts'
import { CartForm } from './cart-form.tsx'
import { useWords } from './use-words.ts'

export function UndoNotice({ removed }: { removed: Removed | null }) {
  const { cart: words, lists } = useWords()
  const notice = useRef<HTMLDivElement>(null)
  // What was pressed went away with its line: whoever uses the keyboard goes on here.
  useEffect(() => {
    if (removed && document.activeElement === document.body) notice.current?.querySelector('button')?.focus()
  }, [removed])
  if (!removed || (removed.lines.length === 0 && !removed.aside)) return null
  const said = ({ name, aside }: Removed) => {
    if (name === null) return words.cleared
    return aside ? lists.isSetAside(name) : words.removed(name)
  }
  return (
    <div ref={notice}>
      <Notice
        className="mb-6"
        action={
          <CartForm>
            {removed.lines.map((line) => (
              <input
                key={line.variantId}
                type="hidden"
                name="line"
                value={`${line.variantId} ${line.quantity}`}
              />
            ))}
            {removed.aside && <input type="hidden" name="variantId" value={removed.aside} />}
            <Button name="intent" value={removed.aside ? 'back' : 'undo'} look="secondary" size="small">
              {words.undo}
            </Button>
          </CartForm>
        }
      >
        <p>{said(removed)}</p>
      </Notice>
    </div>
  )
}
