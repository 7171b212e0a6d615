/**
 * A film among a product's pictures. The browser's own controls play it, by keyboard and without script too; nothing of it is
 * loaded and nothing moves before somebody wants it. Its place is kept for it.
 */
import { Icon } from '@quayside/ui'
import { useState } from 'react'
import type { Film as StoreFilm } from '../store.ts'
import { useWords } from './use-words.ts'

/** Pixels: as wide as it is drawn at most on a phone, and sharp enough beside other pictures. */
const POSTER = 960

export function Film({
  of: { url, type, width, height, title, poster },
  label,
}: {
  of: StoreFilm
  label: string
}) {
  const words = useWords().product
  const [isStill, setStill] = useState(true)
  return (
    <div className="relative bg-shade">
      <video
        controls
        playsInline
        preload="none"
        width={width}
        height={height}
        poster={poster ? posterUrl(poster) : undefined}
        aria-label={words.film(title || label)}
        onPlay={() => setStill(false)}
        className="aspect-4/5 w-full object-contain md:max-h-[85vh]"
      >
        <source src={url} type={type} />
        <a href={url}>{words.film(title || label)}</a>
      </video>
      {isStill && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 m-auto grid size-14 place-items-center rounded-full bg-paper/90"
        >
          <Icon name="play" className="size-6" />
        </span>
      )}
    </div>
  )
}

/** Browsers choose none of several here: the smallest that is wide enough, in the format that all of them know. */
function posterUrl({ url, sources }: NonNullable<StoreFilm['poster']>): string {
  const known = sources.filter(({ type }) => type === 'image/webp').toSorted((a, b) => a.width - b.width)
  return (known.find(({ width }) => width >= POSTER) ?? known.at(-1))?.url ?? url
}
