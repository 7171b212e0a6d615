/** The form of a review: stars, words, a name. Photos are sent ahead where there is script; all else needs none. */
import { Button, InputField, TextareaField } from '@quayside/ui'
import { useNavigation } from 'react-router'
import type { Refused } from '../form.ts'
import type { OwnReview } from '../store.ts'
import { allPlaced, faultsOf } from './faults.ts'
import { Form } from './form.tsx'
import { ProblemOf } from './problem-of.tsx'
import { ReviewPhotoFields } from './review-photo-fields.tsx'
import { StarChoice } from './star-choice.tsx'
import { useFirstError } from './use-first-error.ts'
import { useWords } from './use-words.ts'

const PLACES = ['stars', 'title', 'text', 'authorName']

type Props = {
  productId: string
  order: string | null
  token: string | null
  review: OwnReview | null
  /** How the account is called. */
  author: string | null
  refused: Refused | null
}

export function ReviewForm({ productId, order, token, review, author, refused }: Props) {
  const words = useWords()
  const own = words.reviews.form
  const form = useFirstError(refused)
  const busy = useNavigation().formMethod === 'POST'
  const faults = faultsOf(refused?.problem, words)
  const typed = (name: 'title' | 'text' | 'authorName', before: string | null | undefined) =>
    refused?.typed[name] ?? before ?? ''
  return (
    <Form ref={form} method="post" noValidate className="space-y-6">
      {refused && !allPlaced(refused.problem, PLACES) && <ProblemOf problem={refused.problem} />}
      <input type="hidden" name="productId" value={productId} />
      {order && <input type="hidden" name="order" value={order} />}
      {token && <input type="hidden" name="token" value={token} />}
      <StarChoice chosen={Number(refused?.typed['stars'] ?? review?.stars ?? 0)} error={faults('stars')} />
      <InputField
        label={own.heading}
        optional={own.optional}
        name="title"
        maxLength={120}
        defaultValue={typed('title', review?.title)}
        error={faults('title')}
      />
      <TextareaField
        label={own.text}
        hint={own.textHint}
        name="text"
        rows={7}
        required
        maxLength={5000}
        defaultValue={typed('text', review?.text)}
        error={faults('text')}
      />
      <InputField
        label={own.name}
        hint={own.nameHint}
        name="authorName"
        autoComplete="given-name"
        required
        maxLength={60}
        defaultValue={typed('authorName', review?.authorName ?? author)}
        error={faults('authorName')}
      />
      <ReviewPhotoFields order={order} token={token} kept={review?.photoIds ?? []} />
      <div className="flex flex-wrap gap-3">
        <Button size="large" busy={busy}>
          {busy ? own.sending : own.send}
        </Button>
        {review && (
          <Button name="intent" value="remove" look="danger" size="large">
            {own.remove}
          </Button>
        )}
      </div>
    </Form>
  )
}
