/** What the visitor looked at before, and the way to have it forgotten. */
import { Button, Grid } from '@quayside/ui'
import { useLocation } from 'react-router'
import { paths } from '../paths.ts'
import type { ProductCard } from '../store.ts'
import { Form } from './form.tsx'
import { ProductTile } from './product-tile.tsx'
import { useWords } from './use-words.ts'

export function RecentlyViewed({ products, className }: { products: ProductCard[]; className: string }) {
  const words = useWords().viewed
  const { pathname } = useLocation()
  if (products.length === 0) return null
  return (
    <section className={className} aria-labelledby="viewed">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h2 id="viewed" className="text-xl font-semibold">
          {words.title}
        </h2>
        <Form method="post" action={paths.viewed()} preventScrollReset>
          <input type="hidden" name="to" value={pathname} />
          <Button look="secondary" size="small">
            {words.forget}
          </Button>
        </Form>
      </div>
      <Grid>
        {products.map((product) => (
          <ProductTile key={product.id} product={product} />
        ))}
      </Grid>
    </section>
  )
}
