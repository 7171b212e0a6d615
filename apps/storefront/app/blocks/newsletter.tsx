/** Where readers ask for the newsletter, under the owner's own words. */
import { Container } from '@quayside/ui'
import { NewsletterForm } from '../parts/newsletter-form.tsx'
import { useWords } from '../parts/use-words.ts'
import type { BlockOf } from '../store.ts'

export function Newsletter({ of: { title, lead } }: { of: BlockOf<'newsletter'> }) {
  const words = useWords().newsletter
  return (
    <Container>
      <section className="grid items-center gap-8 rounded-card bg-tint px-6 py-10 sm:px-10 lg:grid-cols-2 lg:gap-16 lg:px-16 lg:py-16">
        <div>
          <h2 dir="auto" className="text-title font-semibold">
            {title || words.title}
          </h2>
          <p dir="auto" className="mt-3 max-w-prose text-quiet">
            {lead || words.lead}
          </p>
        </div>
        <NewsletterForm />
      </section>
    </Container>
  )
}
