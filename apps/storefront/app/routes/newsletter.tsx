/**
 * The newsletter: asked for here, and where the links of its mails lead. Each of them is a button, as mail programs
 * follow links by themselves. What is said after asking is the same for every address.
 */
import { Button, LinkButton, Notice, Page } from '@quayside/ui'
import { languageOf, wordsFor } from '@quayside/words'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { NewsletterForm } from '../parts/newsletter-form.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { notKept } from '../protected.ts'
import type { Route } from './+types/newsletter.ts'

export const middleware = [notKept]

export async function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  return {
    confirm: searchParams.get('confirm'),
    end: searchParams.get('end'),
    now: searchParams.get('now'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const { newsletter, settings } = page.store
  const form = await request.formData()
  const [confirm, end] = [text(form, 'confirm'), text(form, 'end')]
  if (confirm || end) {
    const { problem } = await settle(
      page,
      confirm ? newsletter.confirm({ token: confirm }) : newsletter.end({ token: end }),
    )
    return problem ? refuse(problem, form) : { done: confirm ? ('confirmed' as const) : ('ended' as const) }
  }
  if (form.has('mine')) {
    const { problem } = await settle(page, newsletter.endMine({}))
    return problem ? refuse(problem, form) : redirect(paths.newsletter({ now: 'ended' }), 303)
  }
  const shop = await found(page, settings.storefront({}))
  const { wording } = wordsFor(languageOf(page.locale, page.firstLocale)).newsletter
  const { problem } = await settle(
    page,
    newsletter.ask({ email: text(form, 'email'), wording: wording(shop.name) }),
  )
  return problem ? refuse(problem, form) : redirect(paths.newsletter({ now: 'asked' }), 303)
}

export default function NewsletterPage({ loaderData, actionData }: Route.ComponentProps) {
  const { confirm, end, now } = loaderData
  const all = useWords()
  const words = all.newsletter
  const done = actionData && 'done' in actionData ? actionData.done : now
  const refused = actionData && 'problem' in actionData ? actionData : null
  const token = confirm ?? end
  const atField = faultsOf(refused?.problem, all)('email')
  const [title, lead] = done
    ? [words.title, null]
    : confirm
      ? [words.confirmTitle, words.confirmLead]
      : end
        ? [words.endTitle, words.endLead]
        : [words.title, words.lead]
  return (
    <Page title={done === 'asked' ? words.askedTitle : title} lead={lead} width="narrow">
      <Head title={title} hidden />
      {refused && !atField && <ProblemOf problem={refused.problem} />}
      {done === 'asked' ? (
        <p className="text-quiet">{words.asked}</p>
      ) : done === 'confirmed' || done === 'ended' ? (
        <Notice tone="good">{words[done]}</Notice>
      ) : token ? (
        <Form method="post">
          <input type="hidden" name={confirm ? 'confirm' : 'end'} value={token} />
          <Button size="large" wide>
            {confirm ? words.confirm : words.end}
          </Button>
        </Form>
      ) : (
        <NewsletterForm refused={refused && { typed: refused.typed['email'] ?? '', error: atField }} />
      )}
      {(done || token) && (
        <p className="mt-8">
          <LinkButton href={paths.products()} look="secondary">
            {all.shell.allProducts}
          </LinkButton>
        </p>
      )}
    </Page>
  )
}
