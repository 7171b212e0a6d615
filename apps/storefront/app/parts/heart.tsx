/** Whether a product is on a list of the visitor's, and the button that puts it there. Without script a form like any other. */
import { Icon, cx } from '@quayside/ui'
import type { FormEvent } from 'react'
import { useFetcher, useLocation } from 'react-router'
import { paths } from '../paths.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = { productId: string; name: string; className?: string }

export function Heart({ productId, name, className }: Props) {
  const words = useWords().lists
  const { marks, formToken } = useFrame()
  const { pathname, search } = useLocation()
  const fetcher = useFetcher()
  const asked = fetcher.formData?.get('heart')
  const isLiked = asked ? asked === 'on' : marks.includes(productId)
  const stay = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    void fetcher.submit(withoutWay(new FormData(event.currentTarget, submitter)), {
      method: 'post',
      action: paths.heart(),
    })
  }
  return (
    <fetcher.Form method="post" action={paths.heart()} onSubmit={stay} className={cx(className)}>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="to" value={pathname + search} />
      <button
        type="submit"
        name="heart"
        value={isLiked ? 'off' : 'on'}
        aria-pressed={isLiked}
        aria-label={words.like(name)}
        className="grid size-11 place-items-center rounded-full bg-paper/85 text-ink-soft shadow-sm transition-colors hover:bg-paper hover:text-ink"
      >
        <Icon name={isLiked ? 'heart-full' : 'heart'} className={cx('size-5', isLiked && 'text-bad')} />
      </button>
    </fetcher.Form>
  )
}

/** Who stays on the page is not led back to it. */
function withoutWay(said: FormData): FormData {
  said.delete('to')
  return said
}
