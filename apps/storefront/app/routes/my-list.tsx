/** One of the visitor's lists: what is on it, its link for others, its name. */
import { EmptyState, LinkButton, Page, TextLink } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext, type PageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { Head } from '../parts/head.tsx'
import { ListItem } from '../parts/list-item.tsx'
import { ListSettings } from '../parts/list-settings.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { pathBehind, paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { forVisitors } from '../protected.ts'
import type { Route } from './+types/my-list.ts'

export const middleware = [forVisitors]

export async function loader({ params: { listId }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { lists } = page.store.wishlists
  const [shown, all] = await Promise.all([found(page, lists.get({ listId })), found(page, lists.list({}))])
  return { ...shown, others: all.items.filter(({ id }) => id !== listId) }
}

function asked(page: PageContext, listId: string, form: FormData): Promise<unknown> {
  const { lists, items, alerts } = page.store.wishlists
  const itemId = text(form, 'itemId')
  switch (text(form, 'intent')) {
    case 'share':
      return lists.share({ listId })
    case 'unshare':
      return lists.unshare({ listId })
    case 'rename':
      return lists.update({ listId, name: text(form, 'name') })
    case 'usual':
      return lists.update({ listId, becomes: 'usual' })
    case 'delete':
      return lists.remove({ listId })
    case 'move':
      return items.move({ listId, itemId, toListId: text(form, 'toListId') })
    case 'alerts':
      return alerts.set({
        listId,
        itemId,
        priceDrop: form.has('priceDrop'),
        backInStock: form.has('backInStock'),
      })
    default:
      return items.remove({ listId, itemId })
  }
}

export async function action({ request, params: { listId }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { value, problem } = await settle(page, asked(page, listId, form))
  if (problem) return refuse(problem, form)
  const isToProve = (value as { isAddressProved?: boolean }).isAddressProved === false
  if (isToProve && (form.has('priceDrop') || form.has('backInStock')))
    return redirect(paths.listAlerts({ now: 'asked' }), 303)
  return redirect(text(form, 'intent') === 'delete' ? paths.lists() : paths.list(listId), 303)
}

export default function MyList({ loaderData: { list, items, others }, actionData }: Route.ComponentProps) {
  const words = useWords().lists
  const { origin, base } = useFrame()
  const link = list.shareToken ? origin + pathBehind(base, paths.sharedList(list.shareToken)) : null
  return (
    <Page title={list.name} lead={words.things(list.itemCount)} width="text">
      <Head title={list.name} hidden />
      <ProblemOf problem={actionData?.problem} />
      {items.length === 0 ? (
        <EmptyState
          icon="heart"
          title={words.emptyTitle}
          action={<LinkButton href={paths.products()}>{words.look}</LinkButton>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((item) => (
            <ListItem key={item.id} item={item} others={others} />
          ))}
        </ul>
      )}
      <ListSettings list={list} link={link} />
      <p className="mt-8 text-sm">
        <TextLink href={paths.lists()}>{words.all}</TextLink>
      </p>
    </Page>
  )
}
