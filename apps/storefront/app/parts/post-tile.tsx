/** An entry of the journal among others. */
import { DateText, Link, Picture } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { PostCard } from '../store.ts'

type Props = { post: PostCard; heading: 'h2' | 'h3'; eager?: boolean }

export function PostTile({ post, heading: Heading, eager = false }: Props) {
  return (
    <li className="group relative rounded-panel">
      <div className="overflow-clip rounded-panel bg-shade">
        <Picture
          of={post.cover}
          decorative
          eager={eager}
          sizes="(min-width: 48rem) 30vw, 92vw"
          className="aspect-3/2 w-full transition-transform duration-200 group-hover:scale-[1.02]"
        />
      </div>
      <p className="mt-3 text-sm text-quiet">
        <DateText at={post.publishedAt} style="day" />
      </p>
      <Heading dir="auto" className="mt-1 text-lg leading-snug font-semibold text-balance">
        <Link
          href={paths.post(post.slug)}
          eager
          className="stretched group-hover:underline group-hover:underline-offset-4"
        >
          {post.title}
        </Link>
      </Heading>
      <p dir="auto" className="mt-1 text-quiet">
        {post.summary}
      </p>
    </li>
  )
}
