/** What was just taken out of the cart, and the way to take that back. */
import { Button, Notice } from '@quayside/ui'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

/** `name` is null when the whole cart was emptied. */
export type Removed = { name: string | null; lines: { variantId: string; quantity: number }[] }

export function UndoNotice({ removed }: { removed: Removed | null }) {
  const words = useWords().cart
  if (!removed || removed.lines.length === 0) return null
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
          <Button name="intent" value="undo" look="secondary" size="small">
            {words.undo}
          </Button>
        </Form>
      }
    >
      <p>{removed.name === null ? words.cleared : words.removed(removed.name)}</p>
    </Notice>
  )
}
