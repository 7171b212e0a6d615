/** Ordering from a list of article numbers: as many rows as one needs, and each tells what is wrong with it. */
import { Button, FieldRows, InputField, Page } from '@quayside/ui'
import { data, redirect, useNavigation } from 'react-router'
import { openCart } from '../cart.ts'
import { pageContext } from '../context.ts'
import { wholeNumber } from '../form.ts'
import { filled, rowsAsked, rowsOf } from '../form-rows.ts'
import { faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFirstError } from '../parts/use-first-error.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { settle, type StoreProblem } from '../problem.ts'
import type { Route } from './+types/order-by-number.ts'

const FIELDS = ['sku', 'quantity'] as const
type Row = Record<(typeof FIELDS)[number], string>
type Answer = { rows: Row[]; problem: StoreProblem | null; at: number }

const EMPTY: Row = { sku: '', quantity: '' }
const FIRST = 3 // rows
const MOST = 50

export const loader = () => null

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const answer = (given: Omit<Answer, 'at'>): Answer => ({ ...given, at: Date.now() })
  const asked = rowsAsked(form, rowsOf(form, 'items', FIELDS), EMPTY)
  const rows = filled(rowsOf(form, 'items', FIELDS))
  if (asked) return answer({ rows: asked, problem: null })
  // A number alone means one; what is no number is for the store to refuse.
  const items = rows.map(({ sku, quantity }) => ({
    sku,
    quantity: quantity === '' ? 1 : (wholeNumber(quantity) ?? 0),
  }))
  const { problem } = await settle(
    page,
    openCart(page).then((cart) => page.store.cart.addBySku({ cartId: cart.id, items })),
  )
  return problem ? data(answer({ rows, problem }), { status: problem.status }) : redirect(paths.cart(), 303)
}

export default function OrderByNumber({ actionData }: Route.ComponentProps) {
  const words = useWords()
  const mine = words.byNumber
  const problem = actionData?.problem ?? null
  const form = useFirstError(problem)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(problem, words)
  const rows = actionData?.rows.length ? actionData.rows : Array.from({ length: FIRST }, () => EMPTY)
  const typedIn = (path: string | undefined) => {
    const [, place, field] = path?.split('.') ?? []
    return place === undefined ? '' : (rows[Number(place)]?.[field as keyof Row] ?? '')
  }
  const isPlaced =
    problem?.errors?.every(({ path }) => /^items\.\d+\./.test(path)) && problem.errors.length > 0
  return (
    <Page title={mine.title} lead={mine.lead} width="text">
      <Head title={mine.title} hidden />
      <Form ref={form} method="post" noValidate className="space-y-6">
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          {mine.put}
        </button>
        {problem && !isPlaced && (
          <ProblemOf
            problem={problem}
            detail={problem.errors?.some(({ path }) => path === 'items') ? mine.nothing : undefined}
          />
        )}
        <FieldRows<(typeof FIELDS)[number]>
          key={actionData?.at ?? 'first'}
          name="items"
          count={rows.length}
          most={MOST}
          add={mine.add}
          remove={mine.remove}
        >
          {({ nameOf, answered }) => (
            <>
              <InputField
                label={mine.sku}
                name={nameOf('sku')}
                autoCapitalize="characters"
                autoComplete="off"
                spellCheck={false}
                maxLength={80}
                defaultValue={typedIn(answered?.('sku'))}
                error={answered ? faults(answered('sku')) : undefined}
                className="min-w-0 flex-1"
              />
              <InputField
                label={mine.quantity}
                name={nameOf('quantity')}
                inputMode="numeric"
                autoComplete="off"
                placeholder="1"
                maxLength={3}
                defaultValue={typedIn(answered?.('quantity'))}
                error={answered ? faults(answered('quantity')) : undefined}
                className="w-24 shrink-0 sm:w-40"
              />
            </>
          )}
        </FieldRows>
        <div>
          <Button size="large" busy={busy}>
            {busy ? words.account.busy : mine.put}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
