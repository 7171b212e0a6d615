/** What was set aside from the cart, below it: back into the cart, or away. */
import { Badge, Button, Link, Picture, Price } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { WishlistItem } from '../store.ts'
import { CartForm } from './cart-form.tsx'
import { useWords } from './use-words.ts'

export function SavedForLater({ items }: { items: WishlistItem[] }) {
  const words = useWords().lists
  if (items.length === 0) return null
  return (
    <section aria-labelledby="later" className="mt-14">
      <h2 id="later" className="mb-4 text-xl font-semibold">
        {words.later}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((item) => (
          <SavedItem key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function SavedItem({ item }: { item: WishlistItem }) {
  const words = useWords().lists
  const { product, price, choices } = item
  const name = product?.name ?? words.goneName
  return (
    <li className="flex flex-wrap items-center gap-4 py-4">
      <span className="w-14 shrink-0 overflow-clip rounded-control bg-shade">
        <Picture of={product?.picture ?? null} decorative sizes="3.5rem" className="aspect-4/5 w-full" />
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <h3 className="font-medium">
          {product ? (
            <Link href={paths.product(product.slug)} className="hover:underline hover:underline-offset-4">
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        {choices.length > 0 && (
          <p className="text-sm text-quiet">{choices.map(({ valueName }) => valueName).join(', ')}</p>
        )}
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {price ? <Price of={price} /> : words.gone}
          {product && !item.isAvailable && <Badge>{words.soldOut}</Badge>}
        </p>
      </div>
      <CartForm className="flex items-center gap-2">
        <input type="hidden" name="itemId" value={item.id} />
        {item.isAvailable && (
          <Button name="intent" value="back" look="secondary" size="small" aria-label={words.backOf(name)}>
            {words.back}
          </Button>
        )}
        <Button
          name="intent"
          value="forgetLater"
          look="quiet"
          size="small"
          aria-label={words.remove(name)}
          className="text-quiet"
        >
          {words.removeShort}
        </Button>
      </CartForm>
    </li>
  )
}
