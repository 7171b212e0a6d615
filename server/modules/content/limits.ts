/** How much of everything there may be. */
import { List, Text, type TSchema } from '#kit/types.ts'

export const MOST_BLOCKS = 60
export const MOST_LOCALES = 30
export const MOST_PICTURES = 60
export const MOST_TAGS = 20
export const MOST_SPANS = 200
export const MOST_PARAGRAPHS = 300
/** Of all that a revision says, as JSON: a long article in a few languages has a tenth of it. */
export const MOST_CHARACTERS = 400_000
/** Older ones are forgotten, but for what shoppers see. */
export const MOST_REVISIONS = 50

/** May be empty: then nothing is shown in its place. */
export const Title = Text(200, { min: 0 })
export const Lead = Text(1000, { min: 0 })
/** On a button. */
export const Label = Text(60, { min: 0 })

/** The same in several languages; each has its `locale`. */
export const inLocales = <T extends TSchema>(text: T) => List(text, MOST_LOCALES)
