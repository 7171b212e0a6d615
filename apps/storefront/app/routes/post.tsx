/** An entry of the journal. */
import { Link } from '@quayside/ui'
import { readGoods } from '../blocks/read.ts'
import { pageContext } from '../context.ts'
import { movedTo } from '../moved.ts'
import { Document } from '../parts/document.tsx'
import { Head } from '../parts/head.tsx'
import { Trail } from '../parts/trail.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import type { Route } from './+types/post.ts'

export const middleware = [forEverybody]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const shown = await found(page, page.store.content.post({ slug: params.slug }))
  if (shown.slug !== null && shown.slug !== params.slug) throw movedTo(paths.post(shown.slug), request)
  return { shown, goods: await readGoods(page, shown.blocks) }
}

export default function PostPage({ loaderData: { shown, goods } }: Route.ComponentProps) {
  const words = useWords()
  return (
    <>
      <Head
        title={shown.title}
        description={shown.summary}
        kind="post"
        at={paths.post}
        named={{ slug: shown.slug ?? '', slugs: shown.addresses }}
        own={shown}
        picture={shown.cover}
      />
      <Document
        of={shown}
        goods={goods}
        dated
        before={
          <Trail crumbs={[{ label: words.content.journal, href: paths.journal() }, { label: shown.title }]} />
        }
        after={
          shown.tags.length > 0 && (
            <ul aria-label={words.content.tags} className="flex flex-wrap gap-2 border-t border-line pt-6">
              {shown.tags.map((tag) => (
                <li key={tag}>
                  <Link
                    href={paths.journal({ tag })}
                    className="inline-flex min-h-11 items-center rounded-full border border-line px-4 text-sm transition-colors hover:border-ink"
                  >
                    {tag}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      />
    </>
  )
}
