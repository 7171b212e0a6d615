/** Photos of a review, small; each opens large over the page, or without script as a page of its own. */
import { Icon, Picture } from '@quayside/ui'
import { useRef, useState } from 'react'
import type { Picture as Photo } from '../store.ts'
import { useWords } from './use-words.ts'

export function ReviewPhotos({ photos, author }: { photos: Photo[]; author: string }) {
  const words = useWords().reviews
  const dialog = useRef<HTMLDialogElement>(null)
  const [large, setLarge] = useState<Photo | null>(null)
  if (photos.length === 0) return null
  return (
    <>
      <ul className="mt-3 flex flex-wrap gap-2">
        {photos.map((photo, index) => (
          <li key={photo.url}>
            <a
              href={photo.url}
              aria-haspopup="dialog"
              onClick={(event) => {
                event.preventDefault()
                setLarge({ ...photo, alt: words.photo(index + 1, author) })
                dialog.current?.showModal()
              }}
              className="block overflow-clip rounded-control"
            >
              <Picture
                of={{ ...photo, alt: words.photo(index + 1, author) }}
                sizes="6rem"
                className="size-24"
              />
            </a>
          </li>
        ))}
      </ul>
      <dialog
        ref={dialog}
        aria-label={large?.alt}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
        onClose={() => setLarge(null)}
        className="m-auto max-h-dvh max-w-full rounded-panel bg-paper p-0 backdrop:bg-ink/70"
      >
        {large && (
          <Picture of={large} eager sizes="90vw" className="max-h-[85dvh] w-auto max-w-full object-contain" />
        )}
        <button
          type="button"
          aria-label={words.close}
          onClick={() => dialog.current?.close()}
          className="absolute end-2 top-2 grid size-11 place-items-center rounded-full bg-paper/90 text-ink"
        >
          <Icon name="close" />
        </button>
      </dialog>
    </>
  )
}
