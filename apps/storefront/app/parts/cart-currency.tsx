/** The cart was filled in another currency than the shop is shown in: it stays as it is until it is asked to come along. */
import { Button, Notice } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Cart } from '../store.ts'
import { Form } from './form.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function CartCurrency({ cart: { currency, state } }: { cart: Cart }) {
  const words = useWords().market
  const { market, markets } = useFrame()
  const here = markets.find(({ code }) => code === market)
  if (!here || here.currency === currency || state !== 'open') return null
  return (
    <Notice
      className="mb-6"
      action={
        <Form method="post" action={paths.market()}>
          <input type="hidden" name="to" value={paths.cart()} />
          <Button name="market" value={market} look="secondary" size="small">
            {words.bringAlong(here.currency)}
          </Button>
        </Form>
      }
    >
      {words.otherCurrency(currency)}
    </Notice>
  )
}
