/** What the owner of the shop arranged, block by block. A kind that these pages do not know is left out. */
import { later } from '../parts/later.tsx'
import type { ShownBlock } from '../store.ts'
import { Columns } from './columns.tsx'
import { Faq } from './faq.tsx'
import { FeaturedProduct } from './featured-product.tsx'
import { Gallery } from './gallery.tsx'
import { Hero } from './hero.tsx'
import { ImageWithText } from './image-with-text.tsx'
import { Posts } from './posts.tsx'
import { Products } from './products.tsx'
import type { Goods } from './read.ts'
import { RichText } from './rich-text.tsx'
import { Slideshow } from './slideshow.tsx'
import { Tiles } from './tiles.tsx'

/** At the end of a page, if at all. */
const Newsletter = later(() => import('./newsletter.tsx').then((file) => file.Newsletter))

type Props = {
  blocks: readonly ShownBlock[]
  goods: Goods
  /** Whether the page has a heading of its own above. */
  titled?: boolean
}

export function Blocks({ blocks, goods, titled = false }: Props) {
  return (
    <div className="flex flex-col gap-16 lg:gap-24">
      {blocks.map((block, index) => (
        // Blocks have no names of their own and stay in their order.
        <Block key={index} block={block} at={index} goods={goods} titled={titled} />
      ))}
    </div>
  )
}

function Block({ block, at, goods, titled }: Omit<Props, 'blocks'> & { block: ShownBlock; at: number }) {
  switch (block.kind) {
    case 'hero':
      return <Hero of={block} heading={at === 0 && !titled ? 'h1' : 'h2'} eager={at === 0} />
    case 'rich_text':
      return <RichText of={block} />
    case 'image_with_text':
      return <ImageWithText of={block} />
    case 'columns':
      return <Columns of={block} />
    case 'slideshow':
      return <Slideshow of={block} />
    case 'gallery':
      return <Gallery of={block} />
    case 'tiles':
      return <Tiles of={block} shelves={goods.shelves} />
    case 'products':
      return <Products of={block} products={goods.products[at] ?? []} />
    case 'featured_product':
      return <FeaturedProduct of={block} product={goods.featured[at]} />
    case 'faq':
      return <Faq of={block} />
    case 'newsletter':
      return <Newsletter of={block} />
    case 'posts':
      return <Posts of={block} posts={goods.posts[at] ?? []} />
    default:
      return null
  }
}
