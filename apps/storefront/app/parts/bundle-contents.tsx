/** What is in a bundle, and the choices that its buyer makes: fields of the form that puts it in the cart. */
import { Link, Picture, Price, Select } from '@quayside/ui'
import { nameOfOne, nameOfPieces } from '../bundle-choices.ts'
import { paths } from '../paths.ts'
import type { ProductBundle } from '../store.ts'
import { useWords } from './use-words.ts'

type Group = ProductBundle['groups'][number]
type Piece = Group['options'][number]

export function BundleContents({ bundle }: { bundle: ProductBundle }) {
  const words = useWords().bundle
  return (
    <div className="mb-6 space-y-6">
      {bundle.parts.length > 0 && (
        <section>
          <h2 className="mb-2 text-sm font-semibold">{words.inside}</h2>
          <ul className="divide-y divide-line rounded-panel border border-line">
            {bundle.parts.map((part) => (
              <li key={part.variantId} className="flex items-center gap-3 p-3">
                <PieceText piece={part} quantity={part.quantity} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {bundle.groups.map((group) => (
        <fieldset key={group.id}>
          <legend className="mb-2 text-sm font-semibold">
            {group.name}{' '}
            <span className="font-normal text-quiet">{words.choose(group.minimum, group.maximum)}</span>
          </legend>
          <ul className="divide-y divide-line rounded-panel border border-line">
            {group.options.map((option) => (
              <li key={option.variantId}>
                <label className="flex cursor-pointer items-center gap-3 p-3 has-disabled:cursor-default">
                  <Choice group={group} option={option} />
                  <PieceText piece={option} priced={bundle.bySum} />
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  )
}

/** One of several is marked; of several pieces the number is said. */
function Choice({ group, option }: { group: Group; option: Piece }) {
  const words = useWords().bundle
  const soldOut = option.available === 0 || option.price === null
  if (group.maximum === 1)
    return (
      <input
        type="radio"
        name={nameOfOne(group.id)}
        value={option.variantId}
        required={group.minimum === 1}
        disabled={soldOut}
        className="size-5 shrink-0"
      />
    )
  const most = Math.min(group.maximum, soldOut ? 0 : option.available)
  return (
    <Select
      name={nameOfPieces(group.id, option.variantId)}
      aria-label={words.piecesOf(option.name)}
      disabled={soldOut}
      className="w-18 shrink-0"
    >
      {Array.from({ length: most + 1 }, (_, pieces) => (
        <option key={pieces} value={pieces}>
          {pieces}
        </option>
      ))}
    </Select>
  )
}

type Text = { piece: Piece; quantity?: number; priced?: boolean }

function PieceText({ piece, quantity, priced = false }: Text) {
  const words = useWords()
  const choices = piece.choices.map((choice) => choice.valueName).join(', ')
  const name = quantity ? words.checkout.times(quantity, piece.name) : piece.name
  return (
    <>
      <span className="w-10 shrink-0 overflow-clip rounded-control">
        <Picture of={piece.picture} decorative sizes="2.5rem" className="aspect-square w-full" />
      </span>
      <span className="min-w-0 flex-1">
        {quantity ? (
          <Link href={paths.product(piece.slug, { variant: piece.sku })} className="hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        {choices && <span className="block text-sm text-quiet">{choices}</span>}
        {piece.available === 0 && <span className="block text-sm text-bad">{words.product.cannotAdd}</span>}
      </span>
      {priced && piece.price && <Price of={piece.price} />}
    </>
  )
}
