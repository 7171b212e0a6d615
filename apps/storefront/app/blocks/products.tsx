/** Products of a shelf, of a collection, or those that are featured. */
import { Grid } from '@quayside/ui'
import { ProductTile } from '../parts/product-tile.tsx'
import type { BlockOf, ProductCard } from '../store.ts'
import { Section } from './section.tsx'

export function Products({
  of: { title, action },
  products,
}: {
  of: BlockOf<'products'>
  products: ProductCard[]
}) {
  if (products.length === 0) return null
  return (
    <Section title={title} action={action}>
      <Grid>
        {products.map((product) => (
          <ProductTile key={product.id} product={product} />
        ))}
      </Grid>
    </Section>
  )
}
