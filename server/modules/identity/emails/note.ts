/** A short letter to a person: a greeting, what happened, at most one thing to do, and what may be passed over. */
import { html, layout, aside, button, paragraph } from '../../messages/index.ts'

export interface Note {
  store: string
  /** Of who reads it, as far as the shop speaks it. */
  locale: string
  template: string
  subject: string
  preview: string
  paragraphs: string[]
  action?: { label: string; url: string }
  small?: string
}

export function note({ store, locale, template, subject, preview, paragraphs, action, small }: Note) {
  const text = [
    ...paragraphs,
    ...(action ? [`${action.label}: ${action.url}`] : []),
    ...(small ? [small] : []),
    store,
  ].join('\n\n')
  const body = html`${paragraphs.map((each) => paragraph(each))}${action && button(action.label, action.url)}${small && aside(small)}`
  return { template, subject, text, html: layout({ store, locale, title: subject, preview, body }) }
}
