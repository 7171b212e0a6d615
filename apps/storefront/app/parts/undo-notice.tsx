/** What was just taken out of the cart, and the way to take that back. */
import { Button, Notice } from '@quayside/ui'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

/** `name` is null when the whole cart was emptied. */
export type Removed = {
  name: string | null
  lines: { variantId: string; quantity: number }[]
  /** The variant that was set aside for later; it comes back from there. */
  aside?: string
}

export function UndoNotice({ removed }: { removed: Removed | null }) {
  const { cart: words, lists } = useWords()
  if (!removed || (removed.lines.length === 0 && !removed.aside)) return null
  const said = ({ name, aside }: Removed) => {
    if (name === null) return words.cleared
    return aside ? lists.isSetAside(name) : words.removed(name)
  }
  return (
    <Notice
      className="mb-6"
      action={
        <Form method="post" preventScrollReset>
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
        </Form>
      }
    >
      <p>{said(removed)}</p>
    </Notice>
  )
}
