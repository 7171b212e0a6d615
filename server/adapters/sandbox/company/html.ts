/** HTML as tagged text: every value is escaped unless it is itself `html`. Enough for pages without script. */
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export type Html = { readonly html: string }
type Value = Html | string | number | false | null | readonly Html[]

export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { html: parts.reduce((text, part, index) => text + draw(values[index - 1]!) + part) }
}

function draw(value: Value): string {
  if (value === null || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
  return 'html' in value ? value.html : value.map((part) => part.html).join('')
}
