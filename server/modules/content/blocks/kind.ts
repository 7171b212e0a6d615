/**
 * A kind of block: what staff write, what shoppers are shown, and how the one becomes the other.
 *
 * Written and shown are two shapes: the one has all languages and ids, the other the reader's words and addresses.
 */
import { Type, shape, type Static, type TObject, type TProperties } from '#kit/types.ts'
import type { Showing } from '../showing.ts'

interface Definition<
  Kind extends string,
  Name extends string,
  Written extends TProperties,
  Shown extends TProperties,
> {
  kind: Kind
  /** Of the shapes: `Hero` makes HeroBlock and ShownHero. */
  name: Name
  description?: string
  written: Written
  shown: Shown
  /** Null: without what it names there is nothing to show. */
  show: (block: Static<TObject<Written>>, at: Showing) => Static<TObject<Shown>> | null
}

export function blockKind<
  const Kind extends string,
  const Name extends string,
  Written extends TProperties,
  Shown extends TProperties,
>({ kind, name, description, written, shown, show }: Definition<Kind, Name, Written, Shown>) {
  const tag = { kind: Type.Literal(kind) }
  return {
    kind,
    written: shape(`${name}Block`, { ...tag, ...written }, description ? { description } : {}),
    shown: shape(`Shown${name}`, { ...tag, ...shown }),
    show,
  }
}
