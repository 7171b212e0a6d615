/** HTML as text that cannot be broken out of: `html` escapes whatever is put into it. */
const safe = Symbol('safe html')

export interface Html {
  [safe]: true
  text: string
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

type Part = Html | readonly Part[] | string | number | null | undefined | false

/** `html\`<p>${name}</p>\``: values are escaped, nested `html` is not, lists are joined, null and false vanish. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return {
    [safe]: true,
    text: strings.reduce((made, literal, index) => made + show(parts[index - 1]) + literal),
  }
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (isList(part)) return part.map(show).join('')
  if (typeof part === 'object') {
    // An object from elsewhere may have a `text`, too.
    if (part[safe] !== true) throw new TypeError('Only html, texts and numbers can be put into html.')
    return part.text
  }
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
}

const isList = (part: Part): part is readonly Part[] => Array.isArray(part)
