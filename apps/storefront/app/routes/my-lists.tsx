/** The visitor's lists, also a guest's: what they are called and how much is on them. */
import { Badge, Button, EmptyState, InputField, Link, LinkButton, Notice, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { notKept } from '../protected.ts'
import type { Route } from './+types/my-lists.ts'

export const middleware = [notKept]

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  if (page.session.kind === 'anonymous') return { lists: [] }
  return { lists: (await found(page, page.store.wishlists.lists.list({}))).items }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  if (page.session.kind === 'anonymous') await page.store.identity.startGuest({})
  const { value, problem } = await settle(
    page,
    page.store.wishlists.lists.create({ name: text(form, 'name') }),
  )
  return problem ? refuse(problem, form) : redirect(paths.list(value.id), 303)
}

export default function MyLists({ loaderData: { lists }, actionData }: Route.ComponentProps) {
  const words = useWords().lists
  const { signedIn } = useFrame()
  return (
    <Page title={words.title} width="text">
      <Head title={words.title} hidden />
      {!signedIn && lists.length > 0 && (
        <Notice
          className="mb-6"
          action={
            <LinkButton href={paths.login({ to: paths.lists() })} look="secondary" size="small">
              {words.logIn}
            </LinkButton>
          }
        >
          {words.guestNote}
        </Notice>
      )}
      {lists.length === 0 ? (
        <EmptyState
          icon="heart"
          title={words.emptyTitle}
          action={<LinkButton href={paths.products()}>{words.look}</LinkButton>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {lists.map((list) => (
            <li key={list.id} className="group relative flex items-center justify-between gap-4 py-4">
              <div className="min-w-0">
                <h2 className="truncate font-medium">
                  <Link
                    href={paths.list(list.id)}
                    className="stretched group-hover:underline group-hover:underline-offset-4"
                  >
                    {list.name}
                  </Link>
                </h2>
                <p className="text-sm text-quiet">{words.things(list.itemCount)}</p>
              </div>
              {list.shareToken && <Badge>{words.shared}</Badge>}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="mt-8 flex flex-wrap items-end gap-3">
        <InputField
          label={words.newName}
          name="name"
          required
          maxLength={80}
          defaultValue={actionData?.typed['name'] ?? ''}
          className="min-w-0 flex-1 basis-56"
        />
        <Button look="secondary">{words.create}</Button>
      </Form>
      <ProblemOf problem={actionData?.problem} />
    </Page>
  )
}
