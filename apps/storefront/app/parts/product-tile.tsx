/** A product of the store in a grid. */
import { Badge, ProductCard as Tile, Swatches } from '@quayside/ui'
import { useViewTransitionState } from 'react-router'
import { paths } from '../paths.ts'
import type { ProductCard } from '../store.ts'
import { Heart } from './heart.tsx'
import { CardStars } from './card-stars.tsx'
import { LowestPrice } from './lowest-price.tsx'
import { MeasurePrice } from './measure-price.tsx'
import { QuickAdd } from './quick-add.tsx'
import { useWords } from './use-words.ts'

type Props = {
  product: ProductCard
  /** Of its name, where a search tells what it found. */
  pieces?: readonly { text: string; hit: boolean }[] | undefined
  eager?: boolean
  heading?: 'h2' | 'h3'
}

export function ProductTile({ product, pieces, eager = false, heading }: Props) {
  const words = useWords().list
  const { availability, swatches } = product
  const href = paths.product(product.slug)
  const moving = useViewTransitionState(href)
  return (
    <Tile
      href={href}
      moving={moving}
      name={product.name}
      pieces={pieces}
      picture={product.picture}
      price={product.price}
      was={product.compareAt ? { price: product.compareAt, label: words.was } : undefined}
      priceFrom={product.priceVaries ? words.from : undefined}
      eager={eager}
      {...(heading && { heading })}
      corner={<Heart productId={product.id} name={product.name} />}
      tool={<QuickAdd product={product} />}
      badge={availability === 'out_of_stock' && <Badge>{words.soldOut}</Badge>}
      note={
        <>
          {product.rating && <CardStars rating={product.rating} />}
          <MeasurePrice of={product.measurePrice} className="block" />
          <LowestPrice of={product.lowestIn30Days} className="block" />
          {availability === 'low_stock' && <span className="text-warn">{words.lowStock}</span>}
          <Swatches colours={swatches} label={words.colours(swatches.length)} />
        </>
      }
    />
  )
}
