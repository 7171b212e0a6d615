/** Pictures above the page: swiped or stepped through, and twice as large at a touch. Fetched when it is first wanted. */
import { cx, Icon, Picture, type IconName } from '@quayside/ui'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Picture as StorePicture } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = { pictures: StorePicture[]; first: number; label: string; onClose: () => void }

export default function Lightbox({ pictures, first, label, onClose }: Props) {
  const words = useWords().product
  const dialog = useRef<HTMLDialogElement>(null)
  const strip = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(first)
  const [zoomed, zoom] = useState<number | null>(null)
  useEffect(() => {
    const box = dialog.current!
    box.showModal()
    strip.current!.children[first]!.scrollIntoView({ behavior: 'instant', inline: 'start', block: 'nearest' })
    return () => box.close()
  }, [first])
  const show = (index: number) => {
    if (index < 0 || index >= pictures.length) return
    zoom(null)
    strip.current!.children[index]!.scrollIntoView({ behavior: 'smooth', inline: 'start', block: 'nearest' })
  }
  const noteSwipe = () => {
    const { scrollLeft, clientWidth } = strip.current!
    const index = Math.round(Math.abs(scrollLeft) / clientWidth)
    if (index !== at) setAt(index)
  }
  const step = (event: KeyboardEvent) => {
    const ahead = getComputedStyle(strip.current!).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    show(event.key === ahead ? at + 1 : at - 1)
  }
  /** What was touched stays under the finger. */
  const toggle = (event: MouseEvent<HTMLButtonElement>, index: number) => {
    if (zoomed === index) return zoom(null)
    const frame = event.currentTarget
    const box = frame.getBoundingClientRect()
    const [x, y] =
      event.detail === 0
        ? [0.5, 0.5]
        : [(event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height]
    zoom(index)
    requestAnimationFrame(() => {
      const { parentElement: view } = frame
      view?.scrollTo({
        left: x * view.scrollWidth - view.clientWidth / 2,
        top: y * view.scrollHeight - view.clientHeight / 2,
      })
    })
  }
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onKeyDown={step}
      className="fixed inset-0 m-0 size-full max-h-none max-w-none bg-paper text-ink"
    >
      <Tool icon="close" name={words.closePictures} onClick={onClose} place="end-3 top-3" />
      {pictures.length > 1 && (
        <>
          <Tool
            icon="chevron-left"
            name={words.previousPicture}
            disabled={at === 0}
            onClick={() => show(at - 1)}
            place="start-3 top-1/2 -translate-y-1/2 max-sm:hidden"
          />
          <Tool
            icon="chevron-right"
            name={words.nextPicture}
            disabled={at === pictures.length - 1}
            onClick={() => show(at + 1)}
            place="end-3 top-1/2 -translate-y-1/2 max-sm:hidden"
          />
        </>
      )}
      <ul
        ref={strip}
        onScroll={noteSwipe}
        className="flex size-full snap-x snap-mandatory overflow-x-auto overscroll-contain"
      >
        {pictures.map((picture, index) => (
          <li key={picture.url} className="size-full shrink-0 snap-start overflow-auto overscroll-contain">
            <button
              type="button"
              aria-pressed={zoomed === index}
              aria-label={words.zoom(picture.alt || label)}
              onClick={(event) => toggle(event, index)}
              className={cx(
                'grid -outline-offset-4',
                zoomed === index ? 'size-[220%] cursor-zoom-out' : 'size-full cursor-zoom-in',
              )}
            >
              <Picture
                of={picture}
                decorative
                eager={index === first}
                sizes="200vw"
                className="size-full bg-transparent object-contain"
              />
            </button>
          </li>
        ))}
      </ul>
      <p
        role="status"
        className="absolute bottom-4 start-1/2 -translate-x-1/2 rounded-full bg-paper/90 px-3 py-1 text-sm tabular rtl:translate-x-1/2"
      >
        {words.pictureOf(at + 1, pictures.length)}
      </p>
    </dialog>
  )
}

type ToolProps = { icon: IconName; name: string; disabled?: boolean; onClick: () => void; place: string }

function Tool({ icon, name, disabled = false, onClick, place }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={name}
      disabled={disabled}
      onClick={onClick}
      className={cx(
        'absolute z-10 grid size-11 place-items-center rounded-full bg-paper/90 transition-colors hover:bg-shade disabled:opacity-40',
        place,
      )}
    >
      <Icon name={icon} className="turns size-5" />
    </button>
  )
}
