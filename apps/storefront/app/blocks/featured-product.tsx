/** One product, told at length: large, with its price and the way to its page. */
import { Container, LinkButton, Picture, Price } from '@quayside/ui'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import type { BlockOf, Product } from '../store.ts'

export function FeaturedProduct({
  of,
  product,
}: {
  of: BlockOf<'featured_product'>
  product: Product | undefined
}) {
  const words = useWords()
  if (!product) return null
  return (
    <div className="bg-tint">
      <Container className="grid items-center gap-x-12 gap-y-6 py-10 md:grid-cols-2 md:py-16 lg:gap-x-20">
        <div className="overflow-clip rounded-panel bg-shade md:order-2">
          <Picture
            of={product.pictures[0]}
            sizes="(min-width: 48rem) 46vw, 92vw"
            className="aspect-4/5 max-h-[38rem] w-full"
          />
        </div>
        <div>
          <h2 dir="auto" className="text-title font-semibold text-balance">
            {of.title || product.name}
          </h2>
          <p dir="auto" className="mt-4 max-w-prose text-lg text-ink-soft">
            {of.lead || product.subtitle}
          </p>
          <p className="mt-6 text-xl font-medium">
            {product.priceVaries && <span className="text-quiet">{words.list.from} </span>}
            <Price of={product.price} />
          </p>
          <div className="mt-6">
            <LinkButton href={paths.product(product.slug)} size="large">
              {words.content.toProduct}
            </LinkButton>
          </div>
        </div>
      </Container>
    </div>
  )
}
