/**
 * Mails as typed functions: `html` escapes whatever is put into it, `layout` gives every mail the same frame.
 *
 * Tables and inline styles, because mail programs know nothing else.
 */
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

type Part = Html | Html[] | string | number | null | undefined | false

/** `html\`<p>${name}</p>\``: values are escaped, nested `html` is not, lists are joined, null and false vanish. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return {
    [safe]: true,
    text: strings.reduce((made, literal, index) => made + show(parts[index - 1]) + literal),
  }
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(show).join('')
  if (typeof part === 'object') {
    // An object from elsewhere may have a `text`, too.
    if (part[safe] !== true) throw new TypeError('Only html, texts and numbers can be put into html.')
    return part.text
  }
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
}

export interface Frame {
  store: string
  locale: string
  /** Shown by mail programs beside the subject. */
  preview: string
  title: string
  body: Html
}

export function layout({ store, locale, preview, title, body }: Frame): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
      </head>
      <body
        style="margin:0;padding:0;background:#f4f3f0;color:#1d1c1a;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
      >
        <div style="display:none;max-height:0;overflow:hidden">${preview}</div>
        <table role="presentation" width="100%" cellspacing="0" cellpadding="0">
          <tr>
            <td align="center" style="padding:32px 16px">
              <table
                role="presentation"
                width="100%"
                cellspacing="0"
                cellpadding="0"
                style="max-width:560px;background:#ffffff;border:1px solid #e4e2dc;border-radius:8px"
              >
                <tr>
                  <td style="padding:32px">
                    <p style="margin:0 0 24px;font-weight:600;letter-spacing:-0.01em">${store}</p>
                    <h1 style="margin:0 0 16px;font-size:24px;line-height:1.2;letter-spacing:-0.02em">
                      ${title}
                    </h1>
                    ${body}
                  </td>
                </tr>
              </table>
              <p style="margin:16px 0 0;font-size:13px;color:#6b6861">${store}</p>
            </td>
          </tr>
        </table>
      </body>
    </html>`.text
}

/** The one thing to do in a mail. */
export function button(label: string, url: string): Html {
  return html`<p style="margin:24px 0">
    <a
      href="${url}"
      style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1d1c1a;color:#ffffff;text-decoration:none;font-weight:600"
      >${label}</a
    >
  </p>`
}

/** Rows of two columns: what, and how much. */
export function rows(pairs: [string, string][]): Html {
  return html`<table
    role="presentation"
    width="100%"
    cellspacing="0"
    cellpadding="0"
    style="margin:16px 0;border-top:1px solid #e4e2dc"
  >
    ${pairs.map(
      ([what, much]) =>
        html`<tr>
          <td style="padding:8px 0;border-bottom:1px solid #e4e2dc">${what}</td>
          <td align="right" style="padding:8px 0;border-bottom:1px solid #e4e2dc;white-space:nowrap">
            ${much}
          </td>
        </tr>`,
    )}
  </table>`
}
