/** The keys of one's own devices: which there are, what they are called, one more, one less. */
import { Button, DateText, EmptyState, InputField, Notice, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { passkeyOf, refuse, text, type Refused } from '../form.ts'
import { faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { usePasskey } from '../parts/use-passkey.ts'
import { useWords } from '../parts/use-words.ts'
import { deviceName, makePasskey } from '../passkeys.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { forMembers } from '../protected.ts'
import type { MadePasskey, Passkey } from '../store.ts'
import type { Route } from './+types/my-passkeys.ts'

export const middleware = [forMembers]

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { items } = await found(page, page.store.identity.passkeys.list({}))
  const now = new URL(request.url).searchParams.get('now')
  return { passkeys: items, now: isDone(now) ? now : null }
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const { passkeys } = page.store.identity
  const [name, passkeyId, intent] = [text(form, 'name'), text(form, 'passkeyId'), text(form, 'intent')]
  const [now, work] =
    intent === 'remove'
      ? (['removed', passkeys.remove({ passkeyId })] as const)
      : intent === 'rename'
        ? (['renamed', passkeys.rename({ passkeyId, name })] as const)
        : (['added', passkeys.add({ name, passkey: passkeyOf<MadePasskey>(form) })] as const)
  const { problem } = await settle<unknown>(page, work)
  return problem ? refuse(problem, form) : redirect(paths.passkeys({ now }), 303)
}

const DONE = { added: 'isAdded', renamed: 'isRenamed', removed: 'isRemoved' } as const
const isDone = (now: string | null): now is keyof typeof DONE => now !== null && Object.hasOwn(DONE, now)

export default function MyPasskeys({ loaderData: { passkeys, now }, actionData }: Route.ComponentProps) {
  const words = useWords().passkeys
  const passkey = usePasskey()
  const refused = passkey.failed ?? actionData ?? null
  const add = passkey.offered === 'yes' && (
    <Button
      type="button"
      busy={passkey.asking}
      onClick={() => void passkey.press({ name: deviceName() ?? words.plainName }, (by) => makePasskey(by))}
    >
      {passkey.asking ? words.waiting : words.add}
    </Button>
  )
  return (
    <Page title={words.title} lead={words.lead} aside={passkeys.length > 0 && add}>
      <Head title={words.title} hidden />
      {!isOfName(refused) && <ProblemOf problem={refused?.problem} />}
      {now && !refused && (
        <Notice tone="good" className="mb-6">
          {words[DONE[now]]}
        </Notice>
      )}
      {passkey.offered === 'no' && <Notice className="mb-6">{words.notHere}</Notice>}
      <noscript>
        <Notice className="mb-6">{words.needsScript}</Notice>
      </noscript>
      {passkeys.length === 0 ? (
        <EmptyState icon="lock" title={words.empty} action={add}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 lg:grid-cols-2">
          {passkeys.map((each) => (
            <Entry
              key={each.id}
              passkey={each}
              refused={refused?.typed['passkeyId'] === each.id ? refused : null}
            />
          ))}
        </ul>
      )}
    </Page>
  )
}

/** Then it is said beside the name. */
const isOfName = (refused: Refused | null) =>
  refused?.typed['intent'] === 'rename' && refused.problem.errors?.some(({ path }) => path === 'name')

function Entry({ passkey, refused }: { passkey: Passkey; refused: Refused | null }) {
  const all = useWords()
  const words = all.passkeys
  const faults = faultsOf(isOfName(refused) ? refused?.problem : null, all)
  return (
    <li className="rounded-panel border border-line p-5">
      <p className="mb-4 text-sm text-quiet">
        {passkey.isBackedUp ? words.backedUp : words.onDevice}
        {' · '}
        {words.added} <DateText at={passkey.createdAt} style="day" />
        {' · '}
        {passkey.lastUsedAt ? (
          <>
            {words.lastUsed} <DateText at={passkey.lastUsedAt} style="day" />
          </>
        ) : (
          words.neverUsed
        )}
      </p>
      <Form method="post" noValidate className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="passkeyId" value={passkey.id} />
        <InputField
          label={words.name}
          name="name"
          autoComplete="off"
          required
          maxLength={60}
          defaultValue={refused?.typed['name'] ?? passkey.name}
          error={faults('name')}
          className="min-w-48 flex-1"
        />
        <Button
          name="intent"
          value="rename"
          look="secondary"
          aria-label={words.of(words.rename, passkey.name)}
        >
          {words.rename}
        </Button>
        <Button name="intent" value="remove" look="quiet" aria-label={words.of(words.remove, passkey.name)}>
          {words.remove}
        </Button>
      </Form>
    </li>
  )
}
