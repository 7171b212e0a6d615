/**
 * The pictures of a product, and its films after them: a strip to swipe on a phone, one large and the rest beneath it
 * elsewhere. Each picture leads to itself in full; with script it opens above the page.
 */
import { cx, Icon, Picture } from '@quayside/ui'
import { lazy, Suspense, useRef, useState, type MouseEvent } from 'react'
import type { Film as StoreFilm, Picture as StorePicture } from '../store.ts'
import { Film } from './film.tsx'
import { useWords } from './use-words.ts'

const Lightbox = lazy(() => import('./lightbox.tsx'))

type Props = { pictures: StorePicture[]; films?: StoreFilm[]; label: string }

export function Gallery({ pictures, films = [], label }: Props) {
  const words = useWords().product
  const [opened, open] = useState<number | null>(null)
  const [seen, see] = useState(1)
  const strip = useRef<HTMLUListElement>(null)
  const count = pictures.length + films.length
  if (count === 0) return <div className="aspect-4/5 w-full self-start rounded-panel bg-shade" />
  const enlarge = (event: MouseEvent, index: number) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open(index)
  }
  /** From the beginning of the line, whichever way it runs. */
  const noteSwipe = () => {
    const { scrollLeft, scrollWidth } = strip.current!
    see(Math.round((Math.abs(scrollLeft) / scrollWidth) * count) + 1)
  }
  return (
    <div className="relative self-start">
      <ul
        ref={strip}
        onScroll={count > 1 ? noteSwipe : undefined}
        aria-label={label}
        className={cx(
          '-mx-4 flex snap-x snap-mandatory gap-3 overflow-x-auto px-4 sm:-mx-6 sm:px-6',
          'md:mx-0 md:grid md:grid-cols-2 md:content-start md:gap-4 md:overflow-visible md:px-0',
        )}
      >
        {pictures.map((picture, index) => (
          <li
            key={picture.url}
            className={cx(
              'shrink-0 snap-center overflow-clip rounded-panel',
              count > 1 ? 'w-[88%] sm:w-[70%] md:w-auto' : 'w-full',
              (index === 0 || count === 2) && 'md:col-span-2',
            )}
          >
            <a
              href={picture.url}
              onClick={(event) => enlarge(event, index)}
              aria-label={words.enlarge(picture.alt || label)}
              className="group relative block cursor-zoom-in rounded-panel -outline-offset-2"
            >
              <Picture
                of={picture}
                eager={index === 0}
                sizes={index === 0 ? '(min-width: 48rem) 54vw, 92vw' : '(min-width: 48rem) 27vw, 88vw'}
                className={cx('aspect-4/5 w-full md:max-h-[85vh]', index === 0 && 'shared-picture')}
              />
              <span className="absolute end-3 bottom-3 grid size-10 place-items-center rounded-full bg-paper/90 opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 max-md:hidden">
                <Icon name="enlarge" className="size-5" />
              </span>
            </a>
          </li>
        ))}
        {films.map((film) => (
          <li
            key={film.url}
            className={cx(
              'shrink-0 snap-center overflow-clip rounded-panel',
              count > 1 ? 'w-[88%] sm:w-[70%] md:w-auto' : 'w-full',
              count <= 2 && 'md:col-span-2',
            )}
          >
            <Film of={film} label={label} />
          </li>
        ))}
      </ul>
      {count > 1 && seen <= pictures.length && (
        <p
          aria-hidden="true"
          className="pointer-events-none absolute end-0 bottom-3 rounded-full bg-paper/90 px-3 py-1 text-sm tabular md:hidden"
        >
          <bdi>
            {seen} / {count}
          </bdi>
        </p>
      )}
      {opened !== null && (
        <Suspense>
          <Lightbox pictures={pictures} first={opened} label={label} onClose={() => open(null)} />
        </Suspense>
      )}
    </div>
  )
}
