/**
 * Text as people write it, kept safe to store and compare.
 *
 * PostgreSQL refuses NUL and JSON refuses lone surrogates; both are turned away
 * at the door, with every other check of an operation's input.
 */
export function isText(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed()
}

/** Trims, joins inner white space and brings the text to one Unicode form (NFC). */
export function tidy(value: string): string {
  return value.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** One form for comparing e-mail addresses: the domain has no case, and no shop treats the local part as having one. */
export function normalEmail(value: string): string {
  return value.normalize('NFC').trim().toLowerCase()
}

/** `Émail Mug, 300 ml` becomes `émail-mug-300-ml`; letters of every script stay, and nothing of emoji, of which some parts are marks. */
export function slugOf(value: string): string {
  const slug = foldSlug(value)
    .replace(/(?:[^\p{L}\p{M}\p{N}]|\p{Variation_Selector})+/gu, '-')
    .replace(/^-+/, '')
  // A letter that takes two units is not cut in half.
  return slug.slice(0, 100).replace(/[-\ud800-\udbff]+$/, '') || 'item'
}

/** A slug in the one form that is kept, whatever case or Unicode form a link was typed in. */
export function foldSlug(value: string): string {
  return value.toLowerCase().normalize('NFC')
}

/** `cart.addItem` becomes `CartAddItem`. */
export function pascal(value: string): string {
  return value.replace(/(^|[._\- ]+)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}
