/** Which version of a product, asked above a list. Fetched when it is first wanted. */
import { Button, Icon, LinkButton, Picture, Price, TextLink } from '@quayside/ui'
import { useEffect, useRef } from 'react'
import { useFetcher } from 'react-router'
import { paths } from '../paths.ts'
import type { loader } from '../routes/choice.ts'
import type { ProductCard } from '../store.ts'
import { canBeBought, picturesFor } from '../variants.ts'
import { AddForm } from './add-form.tsx'
import { OptionChoice } from './option-choice.tsx'
import { StockNote } from './stock-note.tsx'
import { useWords } from './use-words.ts'

export default function Chooser({ product: card, onClose }: { product: ProductCard; onClose: () => void }) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { load, data, state } = useFetcher<typeof loader>()
  useEffect(() => {
    const box = dialog.current!
    box.showModal()
    void load(paths.choice(card.slug))
    return () => box.close()
  }, [load, card.slug])
  const { product, variant } = data ?? { product: null, variant: null }
  const picture = product ? (picturesFor(product, variant)[0] ?? card.picture) : card.picture
  const canBuy = variant !== null && canBeBought(variant)
  return (
    <dialog
      ref={dialog}
      aria-labelledby="chooser-title"
      aria-busy={state !== 'idle'}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-panel bg-paper p-0 text-ink shadow-float"
    >
      <div className="p-5">
        <div className="mb-5 flex items-start gap-4">
          <span className="w-20 shrink-0 overflow-clip rounded-control bg-shade">
            <Picture of={picture} decorative sizes="5rem" className="aspect-4/5 w-full" />
          </span>
          <div className="min-w-0 flex-1">
            <h2 id="chooser-title" className="text-lg font-semibold">
              {card.name}
            </h2>
            <Price of={variant?.price ?? card.price} />
            <p>
              <TextLink href={paths.product(card.slug, { variant: variant?.sku ?? null })}>
                {words.basket.onItsPage}
              </TextLink>
            </p>
          </div>
          <button
            type="button"
            aria-label={words.basket.closeChoice}
            onClick={onClose}
            className="-me-2 -mt-2 grid size-11 place-items-center rounded-control hover:bg-shade"
          >
            <Icon name="close" />
          </button>
        </div>
        {product?.isBundle && (
          <LinkButton href={paths.product(card.slug)} wide>
            {words.basket.onItsPage}
          </LinkButton>
        )}
        {product && !product.isBundle && variant && (
          <>
            <div className="mb-4 space-y-5">
              {product.options.map((option) => (
                <OptionChoice
                  key={option.key}
                  product={product}
                  variant={variant}
                  option={option}
                  onChoose={(sku) => void load(paths.choice(card.slug, { variant: sku }))}
                />
              ))}
            </div>
            <StockNote variant={variant} />
            <AddForm product={card} variantId={variant.id} onAdded={onClose} className="mt-4">
              {({ adding }) => (
                <Button size="large" wide busy={adding} disabled={!canBuy}>
                  {!canBuy ? words.product.cannotAdd : adding ? words.product.adding : words.product.add}
                </Button>
              )}
            </AddForm>
          </>
        )}
      </div>
    </dialog>
  )
}
