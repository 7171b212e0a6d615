/**
 * The first thing on a page. Words that lie on the picture stand opposite to what is to be seen in it, in every
 * direction of writing: a photograph is not mirrored. On a phone they stand below.
 */
import { Container, cx, Picture } from '@quayside/ui'
import { useFrame } from '../parts/use-frame.ts'
import type { BlockOf } from '../store.ts'
import { ActionButton } from './action-button.tsx'

type Props = { of: BlockOf<'hero'>; heading: 'h1' | 'h2'; eager: boolean }

export function Hero({ of, heading: Heading, eager }: Props) {
  const words = (
    <>
      <Heading dir="auto" className="text-display font-semibold text-balance">
        {of.title}
      </Heading>
      {of.lead && (
        <p dir="auto" className="mt-5 max-w-md text-lg text-ink-soft">
          {of.lead}
        </p>
      )}
      <div className="mt-8 flex flex-wrap gap-3 empty:hidden">
        <ActionButton of={of.action} size="large" />
        <ActionButton of={of.secondAction} size="large" look="secondary" />
      </div>
    </>
  )
  if (of.look === 'over' && of.picture) return <Over of={of} eager={eager} words={words} />
  return (
    <div className="bg-tint">
      <Container className="grid items-center gap-x-12 gap-y-8 py-10 md:grid-cols-[5fr_6fr] md:py-14 lg:py-20">
        <div>{words}</div>
        {of.picture && (
          <div className="overflow-clip rounded-panel">
            <Picture
              of={of.picture}
              eager={eager}
              sizes="(min-width: 48rem) 50vw, 92vw"
              className="aspect-4/3 w-full"
            />
          </div>
        )}
      </Container>
    </div>
  )
}

function Over({ of, eager, words }: { of: Props['of']; eager: boolean; words: React.ReactNode }) {
  const { direction } = useFrame()
  const atEnd = (of.picture?.focus?.xPermille ?? 1000) < 400
  return (
    <div className="relative bg-tint" dir="ltr">
      <Picture
        of={of.picture}
        eager={eager}
        sizes="100vw"
        className="aspect-3/2 w-full sm:aspect-2/1 md:absolute md:inset-0 md:aspect-auto md:h-full"
      />
      <div className={cx('relative md:hero-scrim', atEnd && 'md:hero-scrim-end')}>
        <Container className="flex md:min-h-[34rem] md:items-center lg:min-h-[38rem]">
          <div
            dir={direction}
            className={cx('w-full py-10 md:w-1/2 md:py-16 lg:w-5/12', atEnd && 'md:ms-auto')}
          >
            {words}
          </div>
        </Container>
      </div>
    </div>
  )
}
