/** What the shop has to tell everybody, in one line above the page. It comes with the document, so nothing moves. */
import { Container, Link } from '@quayside/ui'
import type { Frame } from '../frame.ts'
import { PutAway } from './put-away.tsx'
import { useWords } from './use-words.ts'

export function AnnouncementBar({ of }: { of: Frame['announcements'][number] }) {
  const words = useWords().announcements
  return (
    <aside aria-label={words.title} className="bg-ink text-paper">
      <Container className="flex min-h-11 items-center justify-center gap-2 text-center text-sm">
        {of.link === null ? (
          <p dir="auto" className="py-2">
            {of.text}
          </p>
        ) : (
          <Link href={of.link} className="rounded-sm py-2 underline underline-offset-4">
            <bdi>{of.text}</bdi>
          </Link>
        )}
        {of.dismissible && <PutAway name="told" value={of.id} label={words.putAway} />}
      </Container>
    </aside>
  )
}
