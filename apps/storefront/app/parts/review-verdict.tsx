/** Whether a review helped, and whether staff should look at it. Plain forms, which lead back here. */
import { Button, Select } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Review } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

export function ReviewVerdict({ review, author, slug }: { review: Review; author: string; slug: string }) {
  const words = useWords().reviews
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-2 text-sm">
      <Form method="post" action={paths.review(review.id)} preventScrollReset>
        <input type="hidden" name="slug" value={slug} />
        <Button name="intent" value="helpful" look="quiet" size="small" className="-ms-3">
          {words.helped(review.helpful)}
          <span className="sr-only">{words.by(author)}</span>
        </Button>
      </Form>
      <details>
        <summary className="flex min-h-9 cursor-pointer items-center text-quiet underline-offset-4 hover:underline">
          {words.report}
        </summary>
        <Form
          method="post"
          action={paths.review(review.id)}
          preventScrollReset
          className="mt-2 flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="slug" value={slug} />
          <Select name="reason" aria-label={words.reportWhy} className="w-64 max-w-full">
            {Object.entries(words.reasons).map(([reason, says]) => (
              <option key={reason} value={reason}>
                {says}
              </option>
            ))}
          </Select>
          <Button name="intent" value="report" look="secondary" size="small">
            {words.send}
          </Button>
        </Form>
      </details>
    </div>
  )
}
