/** Three things from the window: one large, two beside it. Each leads to its page. */
import { cx, Link, Picture } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { ProductCard } from '../store.ts'

export function HeroPictures({ products }: { products: ProductCard[] }) {
  if (products.length === 0) return null
  return (
    <ul className={cx('grid gap-3 sm:gap-4', products.length > 2 && 'grid-cols-[2fr_1fr] grid-rows-2')}>
      {products.map((product, index) => (
        <li
          key={product.id}
          className={cx(
            'group relative overflow-clip rounded-panel',
            index === 0 && products.length > 2 && 'row-span-2',
          )}
        >
          <Link
            href={paths.product(product.slug)}
            className="block h-full rounded-panel focus-visible:-outline-offset-2"
          >
            <Picture
              of={product.picture}
              decorative
              eager={index === 0}
              sizes={index === 0 ? '(min-width: 48rem) 36vw, 64vw' : '(min-width: 48rem) 18vw, 32vw'}
              className="size-full object-cover transition-transform duration-200 group-hover:scale-[1.02]"
            />
            <span className="absolute start-3 bottom-3 rounded-sm bg-paper px-2 py-1 text-sm font-medium max-sm:sr-only md:max-lg:sr-only">
              {product.name}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
