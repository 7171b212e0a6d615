/** A picture with words beside it; on a phone the picture comes first. */
import { Container, cx, Picture } from '@quayside/ui'
import type { BlockOf } from '../store.ts'
import { ActionButton } from './action-button.tsx'
import { RunningText } from './running-text.tsx'

export function ImageWithText({ of }: { of: BlockOf<'image_with_text'> }) {
  return (
    <Container className="grid items-center gap-x-12 gap-y-6 md:grid-cols-2 lg:gap-x-20">
      <div className={cx('overflow-clip rounded-panel', of.side === 'end' && 'md:order-2')}>
        <Picture
          of={of.picture}
          sizes="(min-width: 48rem) 46vw, 92vw"
          className="aspect-4/3 w-full md:aspect-5/4"
        />
      </div>
      <div>
        <h2 dir="auto" className="mb-4 text-title font-semibold text-balance empty:hidden">
          {of.title}
        </h2>
        <RunningText of={of.body} />
        {of.action && (
          <div className="mt-6">
            <ActionButton of={of.action} look="secondary" />
          </div>
        )}
      </div>
    </Container>
  )
}
