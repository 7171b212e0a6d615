/** Where the links of mails about lists lead: to show that the address is one's own, or to get no more of them. Each is a button, as mail programs follow links by themselves. */
import { Button, LinkButton, Notice, Page } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/list-alerts.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  return { proof: searchParams.get('proof'), stop: searchParams.get('stop') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { alerts } = page.store.wishlists
  const [proof, stop] = [text(form, 'proof'), text(form, 'stop')]
  const { problem } = await settle(
    page,
    proof ? alerts.prove({ token: proof }) : alerts.stop({ token: stop }),
  )
  return problem ? refuse(problem, form) : { done: proof ? ('proved' as const) : ('stopped' as const) }
}

export default function ListAlerts({ loaderData: { proof, stop }, actionData }: Route.ComponentProps) {
  const words = useWords().lists
  const done = actionData && 'done' in actionData ? actionData.done : null
  const refused = actionData && 'problem' in actionData ? actionData.problem : null
  const title = stop ? words.stopTitle : words.alertsTitle
  return (
    <Page title={title} width="narrow">
      <Head title={title} hidden />
      <ProblemOf problem={refused} />
      {done ? (
        <Notice tone="good">{done === 'proved' ? words.proved : words.stopped}</Notice>
      ) : proof || stop ? (
        <>
          <p className="mb-6 text-quiet">{stop ? words.stopLead : words.proveLead}</p>
          <Form method="post">
            <input type="hidden" name={stop ? 'stop' : 'proof'} value={stop ?? proof ?? ''} />
            <Button size="large" wide>
              {stop ? words.stop : words.prove}
            </Button>
          </Form>
        </>
      ) : (
        <Notice>{words.asked}</Notice>
      )}
      <p className="mt-8">
        <LinkButton href={paths.lists()} look="secondary">
          {words.all}
        </LinkButton>
      </p>
    </Page>
  )
}
