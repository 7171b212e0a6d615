/** What is shown beside a product: a row for each reason, the strongest first. */
import { Grid } from '@quayside/ui'
import type { RelatedProduct } from '../store.ts'
import { ProductTile } from './product-tile.tsx'
import { useWords } from './use-words.ts'

/** A row on a wide screen. */
const MOST_SHOWN = 4

export function Beside({ items }: { items: RelatedProduct[] }) {
  const words = useWords().product.beside
  return [...Map.groupBy(items, ({ reason }) => reason)].map(([reason, group]) => (
    <section key={reason} className="mt-16 border-t border-line pt-10 lg:mt-24">
      <h2 className="mb-6 text-xl font-semibold">{words[reason]}</h2>
      <Grid>
        {group.slice(0, MOST_SHOWN).map(({ product }) => (
          <ProductTile key={product.id} product={product} />
        ))}
      </Grid>
    </section>
  ))
}
