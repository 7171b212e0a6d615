/** The cart beside the page, fetched when it is first opened. Its forms are those of the cart's page. */
import { EmptyState, Icon, LinkButton } from '@quayside/ui'
import { useEffect, useRef, type MouseEvent } from 'react'
import { useFetcher } from 'react-router'
import { refusedIn, removedIn } from '../cart-changes.ts'
import { paths } from '../paths.ts'
import type { loader } from '../routes/cart.tsx'
import { useCartAnswer, useCartBusy } from './cart-form.tsx'
import { CartLines } from './cart-lines.tsx'
import { CheckoutButton } from './checkout-button.tsx'
import { FreeDelivery } from './free-delivery.tsx'
import { LiveCart } from './live-cart.tsx'
import { ProblemOf } from './problem-of.tsx'
import { TotalsList } from './totals-list.tsx'
import { UndoNotice } from './undo-notice.tsx'
import { useWords } from './use-words.ts'

export default function CartDrawer({ onClose }: { onClose: () => void }) {
  const { cart: words, basket } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { load, data } = useFetcher<typeof loader>({ key: 'drawer' })
  useEffect(() => {
    const box = dialog.current!
    box.showModal()
    void load(paths.cart())
    return () => box.close()
  }, [load])
  const beside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose()
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby="drawer-title"
      aria-busy={!data}
      onClose={onClose}
      onClick={beside}
      className="drawer m-0"
    >
      {/* The dialog's own box is what is beside its content, so nothing of it may show. */}
      <div className="-mx-5 -mt-4 flex min-h-dvh flex-col">
        <div className="flex items-center justify-between px-5 pt-4 pb-2">
          <h2 id="drawer-title" className="text-xl font-semibold">
            {words.title}
          </h2>
          <button
            type="button"
            aria-label={basket.close}
            onClick={onClose}
            className="-me-2 grid size-11 place-items-center rounded-control hover:bg-shade"
          >
            <Icon name="close" />
          </button>
        </div>
        {data ? <Content data={data} /> : <Waiting />}
      </div>
    </dialog>
  )
}

type Data = NonNullable<ReturnType<typeof useFetcher<typeof loader>>['data']>

function Content({ data: { cart, delivery } }: { data: Data }) {
  const { cart: words, basket } = useWords()
  const { data: answer } = useCartAnswer()
  const busy = useCartBusy()
  const refused = refusedIn(answer)
  const isEmpty = !cart || cart.lines.length === 0
  return (
    <>
      {cart && <LiveCart key={cart.id} cart={cart} />}
      <div className="grow px-5">
        <UndoNotice removed={removedIn(answer)} />
        {refused && !refused.typed['lineId'] && <ProblemOf problem={refused.problem} />}
        {isEmpty ? (
          <EmptyState
            icon="bag"
            title={words.emptyTitle}
            heading="h2"
            action={<LinkButton href={paths.products()}>{words.startShopping}</LinkButton>}
          >
            <p>{words.emptyText}</p>
          </EmptyState>
        ) : (
          <CartLines cart={cart} />
        )}
      </div>
      {!isEmpty && (
        <div className="sticky bottom-0 space-y-4 border-t border-line bg-paper px-5 pt-4 pb-[calc(1rem+env(safe-area-inset-bottom))]">
          <FreeDelivery offer={delivery?.towardsFree ?? null} />
          <div aria-busy={busy} className="transition-opacity aria-busy:opacity-60 aria-busy:delay-150">
            <TotalsList
              totals={cart.totals}
              delivery={cart.needsDelivery ? cart.delivery : undefined}
              decision={cart.taxDecision}
            />
          </div>
          <CheckoutButton cart={cart} />
          <LinkButton href={paths.cart()} look="secondary" wide>
            {basket.seeCart}
          </LinkButton>
        </div>
      )}
    </>
  )
}

/** In the shape of what is coming. */
function Waiting() {
  return (
    <div className="space-y-5 px-5 pt-4">
      {[0, 1].map((place) => (
        <div key={place} className="skeleton flex gap-4">
          <span className="h-25 w-20 rounded-control bg-shade" />
          <span className="h-5 grow rounded-control bg-shade" />
        </div>
      ))}
    </div>
  )
}
