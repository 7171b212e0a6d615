/** The front door: what kind of shop this is, its shelves, and some of what stands in the window. */
import { Container, Grid, Icon, LinkButton, Link, Picture, TextLink, type IconName } from '@quayside/ui'
import { pageContext, type PageContext } from '../context.ts'
import { Head } from '../parts/head.tsx'
import { HeroPictures } from '../parts/hero-pictures.tsx'
import { ProductTile } from '../parts/product-tile.tsx'
import { RecentlyViewed } from '../parts/recently-viewed.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import { spread } from '../spread.ts'
import type { Category } from '../store.ts'
import { readViewed } from '../viewed.ts'
import type { Route } from './+types/home.ts'

const HERO = 3 // products beside the greeting
const WINDOW = 8 // products in the grid
const FROM = 60 // products to choose from: one query, and a bit of every shelf

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const [categories, products, viewed] = await Promise.all([
    found(page, page.store.browse.categories({})),
    found(page, readWindow(page)),
    readViewed(page),
  ])
  const shown = spread(
    products.filter((product) => product.picture && product.availability !== 'out_of_stock'),
    HERO + WINDOW,
  )
  const hero = spread(shown, HERO)
  return {
    hero,
    viewed,
    featured: shown.filter((product) => !hero.includes(product)),
    shelves: categories.items.filter((category) => category.parentId === null).slice(0, 8),
  }
}

/** What the merchant put in the window; in a shop that has chosen nothing, or too little, all of it. */
async function readWindow({ store }: PageContext) {
  const order = { sort: { by: 'position' as const }, limit: FROM }
  const { items } = await store.browse.products({ ...order, featured: true })
  return items.length >= HERO + WINDOW ? items : (await store.browse.products(order)).items
}

export default function Home({ loaderData: { hero, featured, shelves, viewed } }: Route.ComponentProps) {
  const words = useWords()
  const { shop } = useFrame()
  return (
    <>
      <Head
        title={shop}
        description={words.home.lead}
        canonical={paths.home()}
        picture={hero[0]?.picture?.url}
      />
      <div className="bg-tint">
        <Container className="grid items-center gap-x-12 gap-y-8 py-10 md:grid-cols-[5fr_6fr] md:py-14 lg:py-20">
          <div>
            <h1 className="text-display font-semibold">{words.home.title}</h1>
            <p className="mt-5 max-w-md text-lg text-quiet">{words.home.lead}</p>
            <div className="mt-8 flex flex-wrap gap-3">
              <LinkButton href={paths.products()} size="large">
                {words.home.browse}
              </LinkButton>
              <LinkButton href={paths.products({ sort: 'newest' })} size="large" look="secondary">
                {words.home.newest}
              </LinkButton>
            </div>
          </div>
          <HeroPictures products={hero} />
        </Container>
      </div>

      <Container className="mt-16 lg:mt-24">
        <h2 className="text-title font-semibold">{words.home.shelves}</h2>
        <ul className="mt-6 grid grid-cols-2 gap-x-4 gap-y-6 sm:gap-x-5 md:grid-cols-4 lg:gap-x-6">
          {shelves.map((shelf) => (
            <Shelf key={shelf.id} shelf={shelf} />
          ))}
        </ul>
      </Container>

      <Container className="mt-16 lg:mt-24">
        <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
          <h2 className="text-title font-semibold">{words.home.featured}</h2>
          <TextLink href={paths.products()}>{words.home.all}</TextLink>
        </div>
        <Grid>
          {featured.map((product) => (
            <ProductTile key={product.id} product={product} />
          ))}
        </Grid>
      </Container>

      <Container>
        <RecentlyViewed products={viewed} className="mt-16 lg:mt-24" />
      </Container>

      <Container className="my-16 lg:my-24">
        <ul className="grid gap-8 border-t border-line pt-10 md:grid-cols-3">
          {words.home.promises.map((promise) => (
            <li key={promise.title} className="flex gap-4">
              <Icon name={promise.icon as IconName} className="size-6 shrink-0 text-accent" />
              <div>
                <h3 className="font-semibold">{promise.title}</h3>
                <p className="mt-1 text-quiet">{promise.text}</p>
              </div>
            </li>
          ))}
        </ul>
      </Container>
    </>
  )
}

function Shelf({ shelf }: { shelf: Category }) {
  const words = useWords().home
  return (
    <li className="group relative rounded-panel">
      <div className="overflow-clip rounded-panel bg-shade">
        <Picture
          of={shelf.picture}
          decorative
          sizes="(min-width: 48rem) 22vw, 46vw"
          className="aspect-4/3 w-full transition-transform duration-200 group-hover:scale-[1.02]"
        />
      </div>
      <h3 className="mt-2.5 font-medium">
        <Link
          href={paths.category(shelf.slug)}
          eager
          className="stretched group-hover:underline group-hover:underline-offset-4"
        >
          {shelf.name}
        </Link>
      </h3>
      <p className="text-sm text-quiet">{words.products(shelf.productCount)}</p>
    </li>
  )
}
