/** Offers a guest to take what they ordered into an account: the link for it goes to the order's own address. */
import { Button } from '@quayside/ui'
import { useNavigation } from 'react-router'
import { paths } from '../paths.ts'
import type { Order } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

export function KeepOrder({ order, token }: { order: Order; token: string | null }) {
  const words = useWords().keep
  const busy = useNavigation().formMethod === 'POST'
  return (
    <section className="mt-10 rounded-panel bg-tint p-5 sm:flex sm:items-center sm:justify-between sm:gap-6 sm:p-6">
      <div>
        <h2 className="font-semibold">{words.title}</h2>
        <p className="mt-1 text-sm text-ink-soft">{words.text}</p>
      </div>
      <Form method="post" action={paths.keepOrder(order.id, { token })} className="mt-4 shrink-0 sm:mt-0">
        {token && <input type="hidden" name="token" value={token} />}
        <Button look="secondary" busy={busy}>
          {words.ask}
        </Button>
      </Form>
    </section>
  )
}
