/** Keeps what this page shows for when there is no network. */
import { useEffect } from 'react'
import { useFrame } from '../parts/use-frame.ts'
import { paths } from '../paths.ts'
import type { Cart, ProductCard } from '../store.ts'
import { keep, visitorOf } from './kept.ts'

export function KeepCart({ cart }: { cart: Cart | null }) {
  const who = visitorOf(useFrame())
  useEffect(() => {
    const things = (cart?.lines ?? []).map((line) => ({
      name: line.name,
      note: [`${line.quantity} ×`, ...line.choices.map(({ valueName }) => valueName)].join(' '),
      href: paths.product(line.slug, { variant: line.sku }),
      picture: line.picture,
      price: line.total,
    }))
    if (cart) keep(who, { cart: { at: new Date().toISOString(), total: cart.totals.total, things } })
  }, [cart, who])
  return null
}

export function KeepViewed({ products }: { products: ProductCard[] }) {
  const who = visitorOf(useFrame())
  useEffect(() => {
    const things = products.map(({ name, slug, picture, price }) => ({
      name,
      note: '',
      href: paths.product(slug),
      picture,
      price,
    }))
    if (things.length > 0) keep(who, { viewed: { at: new Date().toISOString(), things } })
  }, [products, who])
  return null
}
