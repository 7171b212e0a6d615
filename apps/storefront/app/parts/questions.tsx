/** What others wanted to know of a product, with the answers of the shop and of buyers. */
import { Badge, DateText, LinkButton, Notice, Pagination, TextLink } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Questions as Read } from '../questions.ts'
import { useWords } from './use-words.ts'

type Question = Read['items'][number]

export function Questions({ slug, questions }: { slug: string; questions: Read }) {
  const { reviews } = useWords()
  const words = reviews.questions
  const { items, next, after, asked } = questions
  const thanks = asked === null ? undefined : (reviews.thanks as Record<string, string>)[asked]
  return (
    <section
      id="questions"
      aria-labelledby="questions-title"
      className="mt-12 scroll-mt-6 border-t border-line pt-10 lg:mt-16"
    >
      <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[18rem_1fr]">
        <div>
          <h2 id="questions-title" className="text-xl font-semibold">
            {words.title}
          </h2>
          <p className="mt-4">
            <LinkButton href={paths.ask(slug)} look="secondary">
              {words.ask}
            </LinkButton>
          </p>
        </div>
        <div className="min-w-0">
          {thanks && (
            <Notice tone="good" className="mb-6">
              {thanks}
            </Notice>
          )}
          {items.length === 0 && <p className="text-quiet">{words.none}</p>}
          <ul className="divide-y divide-line">
            {items.map((question) => (
              <li key={question.id} className="py-5 first:pt-0">
                <Asked question={question} slug={slug} />
              </li>
            ))}
          </ul>
          <Pagination
            label={words.title}
            first={after ? { label: words.first, href: paths.questions(slug) } : undefined}
            next={next ? { label: words.more, href: paths.questions(slug, { questions: next }) } : undefined}
          />
        </div>
      </div>
    </section>
  )
}

function Asked({ question, slug }: { question: Question; slug: string }) {
  const { reviews } = useWords()
  const words = reviews.questions
  return (
    <article className="max-w-prose">
      <h3 lang={question.locale} dir="auto" className="font-semibold break-words whitespace-pre-line">
        {question.text}
      </h3>
      <p className="mt-0.5 text-sm text-quiet">
        <bdi>{question.authorName || reviews.somebody}</bdi> ·{' '}
        <DateText at={question.publishedAt} style="day" />
      </p>
      {question.answers.map((answer) => (
        <div key={answer.id} className="mt-3 border-s-2 border-line ps-4">
          <p dir="auto" className="break-words whitespace-pre-line text-ink-soft">
            {answer.text}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-quiet">
            <bdi>{answer.authorName || reviews.somebody}</bdi>
            <Badge tone={answer.byStaff ? 'accent' : 'good'}>
              {answer.byStaff ? words.byShop : words.byBuyer}
            </Badge>
          </p>
        </div>
      ))}
      {question.answers.length === 0 && <p className="mt-2 text-sm text-quiet">{words.noAnswer}</p>}
      <p className="mt-2 text-sm">
        <TextLink href={paths.ask(slug, { question: question.id })}>
          {words.answer}
          <span className="sr-only">: {question.text.slice(0, 80)}</span>
        </TextLink>
      </p>
    </article>
  )
}
