/** The pictures of a product: a strip to swipe on a phone, one large and the rest beneath it elsewhere. */
import { cx, Picture } from '@quayside/ui'
import type { Picture as StorePicture } from '../store.ts'

export function Gallery({ pictures, label }: { pictures: StorePicture[]; label: string }) {
  if (pictures.length === 0) return <div className="aspect-4/5 w-full self-start rounded-panel bg-shade" />
  return (
    <ul
      aria-label={label}
      tabIndex={pictures.length > 1 ? 0 : undefined}
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
            pictures.length > 1 ? 'w-[88%] sm:w-[70%] md:w-auto' : 'w-full',
            (index === 0 || pictures.length === 2) && 'md:col-span-2',
          )}
        >
          <Picture
            of={picture}
            eager={index === 0}
            sizes={index === 0 ? '(min-width: 48rem) 54vw, 92vw' : '(min-width: 48rem) 27vw, 88vw'}
            className="aspect-4/5 w-full md:max-h-[85vh]"
          />
        </li>
      ))}
    </ul>
  )
}
