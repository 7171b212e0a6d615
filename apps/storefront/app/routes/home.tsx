/** The front door, as the owner of the shop arranged it; a shop that has arranged nothing shows its shelves and its window. */
import { Container } from '@quayside/ui'
import { Blocks } from '../blocks/blocks.tsx'
import { readGoods } from '../blocks/read.ts'
import { pageContext } from '../context.ts'
import { KeepViewed } from '../offline/keep.tsx'
import { plainHome } from '../plain-home.ts'
import { Head } from '../parts/head.tsx'
import { later } from '../parts/later.tsx'
import { StructuredData } from '../parts/structured-data.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { isNotFound, orElse } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import { shopData } from '../structured-data.ts'
import { readViewed } from '../viewed.ts'
import type { Route } from './+types/home.ts'

const RecentlyViewed = later(() => import('../parts/recently-viewed.tsx').then((file) => file.RecentlyViewed))

export const middleware = [forEverybody]

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const [home, viewed] = await Promise.all([
    orElse(page, page.store.content.home({}), isNotFound, () => plainHome(page)),
    readViewed(page),
  ])
  return { home, viewed, goods: await readGoods(page, home.blocks) }
}

export default function Home({ loaderData: { home, goods, viewed } }: Route.ComponentProps) {
  const words = useWords().home
  const frame = useFrame()
  const { shop } = frame
  const [first] = home.blocks
  return (
    <>
      <Head
        title={home.title || shop}
        description={home.summary || words.lead}
        kind="home"
        at={paths.home}
        picture={first?.kind === 'hero' ? first.picture : undefined}
      />
      <StructuredData of={import.meta.env.SSR ? shopData(frame) : null} />
      {first?.kind !== 'hero' && <h1 className="sr-only">{shop}</h1>}
      <div className={first?.kind === 'hero' ? 'pb-20' : 'py-20'}>
        <Blocks blocks={home.blocks} goods={goods} titled={first?.kind !== 'hero'} />
        <Container>
          {viewed.length > 0 && <RecentlyViewed products={viewed} className="mt-16 lg:mt-24" />}
          <KeepViewed products={viewed} />
        </Container>
      </div>
    </>
  )
}
