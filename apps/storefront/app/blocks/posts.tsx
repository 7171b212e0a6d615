/** The newest entries of the journal. */
import { PostTile } from '../parts/post-tile.tsx'
import { useWords } from '../parts/use-words.ts'
import type { BlockOf, PostCard } from '../store.ts'
import { Section } from './section.tsx'

export function Posts({ of: { title }, posts }: { of: BlockOf<'posts'>; posts: PostCard[] }) {
  const words = useWords().content
  if (posts.length === 0) return null
  const link = { kind: 'journal', slug: null, url: null } as const
  return (
    <Section title={title} action={{ label: words.allPosts, link }}>
      <ul className="grid gap-x-6 gap-y-8 sm:grid-cols-2 md:grid-cols-3">
        {posts.map((post) => (
          <PostTile key={post.id} post={post} heading="h3" />
        ))}
      </ul>
    </Section>
  )
}
