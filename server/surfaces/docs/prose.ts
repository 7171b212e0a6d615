/** Descriptions are written with `code` in backticks and [links](/somewhere); nothing else in them means anything. */
import { html, type Html } from '#kit/html.ts'

const MARKED = /(`[^`]+`|\[[^\]]+\]\(\/[^)\s]*\))/

export function prose(text: string): Html[] {
  return text.split(MARKED).map((part) => {
    if (/^`[^`]+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`
    const [, words, address] = /^\[([^\]]+)\]\((\/[^)\s]*)\)$/.exec(part) ?? []
    return words === undefined ? html`${part}` : html`<a href="${address}">${words}</a>`
  })
}
