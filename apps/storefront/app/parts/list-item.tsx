/** A thing on one's list: what it is and costs now, and what one may do with it. */
import { Badge, Button, Checkbox, Link, Picture, Price, Select } from '@quayside/ui'
import { useId } from 'react'
import { paths } from '../paths.ts'
import type { Wishlist, WishlistItem } from '../store.ts'
import { Form } from './form.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function ListItem({ item, others }: { item: WishlistItem; others: Wishlist[] }) {
  const words = useWords().lists
  const { signedIn } = useFrame()
  const { product, price, seenPrice } = item
  const name = product?.name ?? words.goneName
  const isCheaper = price && seenPrice?.currency === price.currency && seenPrice.amount > price.amount
  return (
    <li className="flex gap-4 py-5">
      <span className="w-20 shrink-0 self-start overflow-clip rounded-control bg-shade">
        <Picture of={product?.picture ?? null} decorative sizes="5rem" className="aspect-4/5 w-full" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">
          {product ? (
            <Link href={paths.product(product.slug)} className="hover:underline hover:underline-offset-4">
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        {item.choices.length > 0 && (
          <p className="text-sm text-quiet">{item.choices.map(({ valueName }) => valueName).join(', ')}</p>
        )}
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-ink-soft">
          {price ? (
            <Price of={price} was={isCheaper ? { price: seenPrice, label: words.was } : undefined} />
          ) : (
            words.gone
          )}
          {product && !item.isAvailable && <Badge>{words.soldOut}</Badge>}
        </p>
        {signedIn && product && <Alerts item={item} name={name} />}
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <Form method="post">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="itemId" value={item.id} />
            <Button look="quiet" size="small" aria-label={words.remove(name)} className="-ms-3">
              {words.removeShort}
            </Button>
          </Form>
          {others.length > 0 && <Move itemId={item.id} name={name} others={others} />}
        </div>
      </div>
    </li>
  )
}

function Alerts({ item, name }: { item: WishlistItem; name: string }) {
  const words = useWords().lists
  return (
    <Form method="post" className="mt-3 text-sm">
      <input type="hidden" name="intent" value="alerts" />
      <input type="hidden" name="itemId" value={item.id} />
      <fieldset className="flex min-w-0 flex-wrap items-center gap-x-5 gap-y-1">
        <legend className="sr-only">{words.tellAbout(name)}</legend>
        <Checkbox name="priceDrop" label={words.tellDrop} defaultChecked={item.tellsOfDrop} />
        <Checkbox name="backInStock" label={words.tellBack} defaultChecked={item.tellsWhenBack} />
        <Button look="secondary" size="small">
          {words.save}
        </Button>
      </fieldset>
    </Form>
  )
}

function Move({ itemId, name, others }: { itemId: string; name: string; others: Wishlist[] }) {
  const words = useWords().lists
  const id = useId()
  return (
    <Form method="post" className="flex items-center gap-2">
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="itemId" value={itemId} />
      <label htmlFor={id} className="sr-only">
        {words.moveTo(name)}
      </label>
      <Select id={id} name="toListId" className="w-44">
        {others.map((list) => (
          <option key={list.id} value={list.id}>
            {list.name}
          </option>
        ))}
      </Select>
      <Button look="secondary" size="small">
        {words.move}
      </Button>
    </Form>
  )
}
