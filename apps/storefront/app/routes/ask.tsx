/** Asking something about a product, or answering what somebody asked. */
import { Button, InputField, Page, TextareaField } from '@quayside/ui'
import { redirect, useNavigation } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text, textOrNull } from '../form.ts'
import { allPlaced, faultsOf } from '../parts/faults.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFirstError } from '../parts/use-first-error.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import type { Route } from './+types/ask.ts'

const PLACES = ['text', 'authorName', 'email']

export async function loader({ request, params: { slug }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const question = new URL(request.url).searchParams.get('question')
  const product = await found(page, page.store.browse.product({ slug }))
  if (product.slug !== slug) throw redirect(paths.ask(product.slug, { question }), 301)
  const { kind, name } = page.session
  return { productId: product.id, product: product.name, question, kind, author: name }
}

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const said = { text: text(form, 'text'), authorName: text(form, 'authorName') }
  const questionId = textOrNull(form, 'question')
  const email = textOrNull(form, 'email')
  const { value, problem } = await settle(
    page,
    questionId
      ? page.store.reviews.questions.answer({ questionId, ...said })
      : page.store.reviews.questions.ask({
          productId: text(form, 'productId'),
          ...said,
          ...(email && { email }),
        }),
  )
  if (problem) return refuse(problem, form)
  const asked = !questionId ? 'asked' : value.state === 'published' ? 'answered' : 'answerPending'
  return redirect(paths.questions(slug, { asked }), 303)
}

export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords()
  const own = words.reviews.questions
  const refused = actionData ?? null
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  const { productId, product, question, kind, author } = loaderData
  const title = question ? own.answer : own.ask
  return (
    <Page title={title} lead={product} width="text">
      <Head title={title} hidden />
      <Form ref={form} method="post" noValidate className="space-y-6">
        {refused && !allPlaced(refused.problem, PLACES) && <ProblemOf problem={refused.problem} />}
        <input type="hidden" name="productId" value={productId} />
        {question && <input type="hidden" name="question" value={question} />}
        <TextareaField
          label={question ? own.answerText : own.text}
          hint={question ? undefined : own.textHint}
          name="text"
          rows={5}
          required
          maxLength={question ? 2000 : 1000}
          defaultValue={refused?.typed['text'] ?? ''}
          error={faults('text')}
        />
        <InputField
          label={own.name}
          name="authorName"
          autoComplete="given-name"
          required
          maxLength={60}
          defaultValue={refused?.typed['authorName'] ?? author ?? ''}
          error={faults('authorName')}
        />
        {!question && kind !== 'person' && (
          <InputField
            label={own.email}
            hint={own.emailHint}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={refused?.typed['email'] ?? ''}
            error={faults('email')}
          />
        )}
        <Button size="large" busy={busy}>
          {busy ? words.reviews.form.sending : question ? own.answer : own.send}
        </Button>
      </Form>
    </Page>
  )
}
