/** A product in a grid: picture, name, price, a note. The whole card is one link. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Link } from './link.tsx'
import type { Money } from '@quayside/words'
import { Picture, type PictureSource } from './picture.tsx'
import { Price } from './price.tsx'

type Props = {
  href: string
  name: string
  /** The name in pieces, of which some are marked as found. */
  pieces?: readonly { text: string; hit: boolean }[] | undefined
  picture: PictureSource | null
  price: Money | null
  was?: { price: Money; label: string } | undefined
  /** "from", when the variants differ in price. */
  priceFrom?: string | undefined
  /** A line below the price: how many options, low stock. */
  note?: ReactNode
  /** Laid over the picture: sold out, new. */
  badge?: ReactNode
  /** Laid over the picture's other corner, above the card's link: something to press. */
  corner?: ReactNode
  /** The same, below it. */
  tool?: ReactNode
  eager?: boolean
  /** Its page is being gone to or come back from: the picture moves between them. */
  moving?: boolean
  /** Where the card stands in the page's outline. */
  heading?: 'h2' | 'h3'
}

export function ProductCard({
  href,
  name,
  pieces,
  picture,
  price,
  was,
  priceFrom,
  note,
  badge,
  corner,
  tool,
  eager,
  moving = false,
  heading: Heading = 'h3',
}: Props) {
  return (
    <li className="group relative min-w-0 rounded-panel">
      <div className="relative overflow-clip rounded-panel bg-shade">
        <Picture
          of={picture}
          decorative
          sizes="(min-width: 64rem) 18rem, (min-width: 48rem) 30vw, 46vw"
          {...(eager ? { eager } : {})}
          className={cx(
            'aspect-4/5 w-full transition-transform duration-200 group-hover:scale-[1.02]',
            badge ? 'opacity-80' : null,
            moving && 'shared-picture',
          )}
        />
        {badge && <span className="absolute start-3 top-3">{badge}</span>}
        {corner && <div className="absolute end-2 top-2 z-10">{corner}</div>}
        {tool && <div className="absolute end-2 bottom-2 z-10">{tool}</div>}
      </div>
      <Heading className="mt-3 leading-snug font-medium">
        <Link
          href={href}
          eager
          moves
          className="stretched group-hover:underline group-hover:underline-offset-4"
        >
          <bdi>{pieces ? <Marked pieces={pieces} /> : name}</bdi>
        </Link>
      </Heading>
      {price && (
        <p className="mt-0.5 text-ink-soft">
          {priceFrom && <span className="text-quiet">{priceFrom} </span>}
          <Price of={price} was={was} />
        </p>
      )}
      {note && <div className="mt-0.5 text-sm text-quiet">{note}</div>}
    </li>
  )
}

function Marked({ pieces }: { pieces: NonNullable<Props['pieces']> }) {
  return pieces.map(({ text, hit }, index) =>
    hit ? (
      // Pieces have no names of their own and stay in their order.
      <mark key={index} className="rounded-sm bg-accent-tint text-inherit">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
