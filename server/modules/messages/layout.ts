/**
 * The frame of every mail, and the few pieces it is made of.
 *
 * Tables and inline styles, because mail programs know little else; nothing is fetched, so a mail looks the same where
 * pictures are blocked. Who reads in the dark gets the colours of `DARK` by classes, where the program knows them;
 * elsewhere the mail stays light and readable. Lines run as the language does.
 */
import { directionOf, languageOf, type InEach, type Language } from '#kit/language.ts'
import { html, type Html } from '#kit/html.ts'
import { PLACE } from './part.ts'

/** The shop's theme (`packages/ui/src/theme.css`) in hex, which is all that mail programs know. */
const LIGHT = { desk: '#f5f3f0', paper: '#fdfbf8', ink: '#1f1b16', quiet: '#6a6763', line: '#dedcd8' }
const DARK = { desk: '#0f0d0b', paper: '#1d1a18', ink: '#f2eee9', quiet: '#a7a39f', line: '#34312e' }
const ACCENT = { ground: '#045f76', text: '#fdfbfa', darkGround: '#84c7d5', darkText: '#051920' }

const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100% }
table { border-collapse: collapse } a { color: inherit }
@media (max-width: 480px) { .inner { padding: 28px 20px !important } .outer { padding: 12px 8px !important } }
@media (prefers-color-scheme: dark) {
  .desk { background: ${DARK.desk} !important } .paper { background: ${DARK.paper} !important; border-color: ${DARK.line} !important }
  .ink { color: ${DARK.ink} !important } .quiet { color: ${DARK.quiet} !important } .line { border-color: ${DARK.line} !important }
  .panel { background: ${DARK.desk} !important } .button { background: ${ACCENT.darkGround} !important; color: ${ACCENT.darkText} !important }
}`
/** Ours, so it needs no escaping. */
const place = html([PLACE] as unknown as TemplateStringsArray)
const style = html([`<style>${STYLE}</style>`] as unknown as TemplateStringsArray)

const TYPEFACE: InEach<string> = {
  en: "Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  de: "Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  ar: "'Noto Sans Arabic','Segoe UI',Tahoma,'Geeza Pro',Arial,sans-serif",
}

const SENT_BY: InEach<(store: string) => string> = {
  en: (store) => `Sent to you by ${store}.`,
  de: (store) => `Diese E-Mail hat Ihnen ${store} geschickt.`,
  ar: (store) => `أرسل إليك هذه الرسالة ${store}.`,
}

/** Keeps mail programs from showing the beginning of the mail behind the preview. */
const GAP = '\u034f\u00a0'.repeat(60)

export interface Frame {
  store: string
  /** Of who reads it; without words in its language it is English. */
  locale: string
  /** Shown by mail programs beside the subject. */
  preview: string
  title: string
  body: Html
}

export function layout({ store, locale, preview, title, body }: Frame): string {
  const language = languageOf(locale)
  const [direction, typeface] = [directionOf(language), TYPEFACE[language]]
  // Letters of Arabic are joined: drawn closer together they break.
  const tight = language === 'ar' ? '0' : '-0.02em'
  return html`<!doctype html>
    <html lang="${locale}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>${title}</title>
        ${style}
      </head>
      <body class="desk" style="margin:0;padding:0;background:${LIGHT.desk}">
        <div style="display:none;max-height:0;overflow:hidden;opacity:0">${preview}${GAP}</div>
        <table
          class="desk"
          role="presentation"
          dir="${direction}"
          width="100%"
          cellspacing="0"
          cellpadding="0"
          style="background:${LIGHT.desk}"
        >
          <tr>
            <td class="outer" align="center" style="padding:40px 16px">
              <table
                class="paper"
                role="presentation"
                width="100%"
                cellspacing="0"
                cellpadding="0"
                style="max-width:560px;background:${LIGHT.paper};border:1px solid ${LIGHT.line};border-radius:6px;border-collapse:separate"
              >
                <tr>
                  <td
                    class="inner ink"
                    align="${startOf(language)}"
                    style="padding:40px;color:${LIGHT.ink};font-family:${typeface};font-size:16px;line-height:1.6;overflow-wrap:anywhere"
                  >
                    <p
                      class="line"
                      style="margin:0 0 32px;padding:0 0 20px;border-bottom:1px solid ${LIGHT.line};font-size:17px;font-weight:600"
                    >
                      <bdi>${store}</bdi>
                    </p>
                    <h1
                      style="margin:0 0 20px;font-size:28px;line-height:1.25;font-weight:600;letter-spacing:${tight}"
                    >
                      ${title}
                    </h1>
                    ${body}${place}
                  </td>
                </tr>
              </table>
              <p
                class="quiet"
                style="margin:20px 0 0;color:${LIGHT.quiet};font-family:${typeface};font-size:13px;line-height:1.6"
              >
                ${SENT_BY[language](store)}
              </p>
            </td>
          </tr>
        </table>
      </body>
    </html>`.text
}

const startOf = (language: Language) => (directionOf(language) === 'rtl' ? 'right' : 'left')
const endOf = (language: Language) => (directionOf(language) === 'rtl' ? 'left' : 'right')

export function paragraph(text: string | Html): Html {
  return html`<p style="margin:0 0 16px">${text}</p>`
}

/** What may be passed over. */
export function aside(text: string | Html): Html {
  return html`<p class="quiet" style="margin:24px 0 0;font-size:14px;line-height:1.6;color:${LIGHT.quiet}">
    ${text}
  </p>`
}

/** The one thing to do in a mail. */
export function button(label: string, url: string): Html {
  return html`<table
    role="presentation"
    cellspacing="0"
    cellpadding="0"
    style="margin:28px 0 8px;border-collapse:separate"
  >
    <tr>
      <td class="button" bgcolor="${ACCENT.ground}" style="border-radius:6px;background:${ACCENT.ground}">
        <a
          class="button"
          href="${url}"
          style="display:inline-block;padding:13px 24px;border-radius:6px;background:${ACCENT.ground};color:${ACCENT.text};text-decoration:none;font-weight:600"
          >${label}</a
        >
      </td>
    </tr>
  </table>`
}

/** A row says what, and how much; a total stands out, a note has no amount. */
export type Row = [what: string, much: string, weight?: 'total']

/** Two columns, the amounts at the end of the line. */
export function rows(pairs: Row[], locale: string): Html {
  const end = endOf(languageOf(locale))
  return html`<table
    class="line"
    role="presentation"
    width="100%"
    cellspacing="0"
    cellpadding="0"
    style="margin:24px 0;border-top:1px solid ${LIGHT.line}"
  >
    ${pairs.map(([what, much, weight]) => {
      const look = weight === 'total' ? 'padding:14px 0;font-size:18px;font-weight:600' : 'padding:10px 0'
      return html`<tr>
        <td class="line" style="${look};border-bottom:1px solid ${LIGHT.line}"><bdi>${what}</bdi></td>
        <td
          class="line"
          align="${end}"
          style="${look};border-bottom:1px solid ${LIGHT.line};white-space:nowrap;vertical-align:top"
        >
          <bdi>${much}</bdi>
        </td>
      </tr>`
    })}
  </table>`
}

/** A few lines under a small heading: an address, a key. */
export function panel(heading: string, lines: string[]): Html {
  return html`<table
    role="presentation"
    width="100%"
    cellspacing="0"
    cellpadding="0"
    style="margin:24px 0;border-collapse:separate"
  >
    <tr>
      <td class="panel" style="padding:16px 20px;border-radius:6px;background:${LIGHT.desk}">
        <p class="quiet" style="margin:0 0 4px;font-size:14px;color:${LIGHT.quiet}">${heading}</p>
        ${lines.map((line) => html`<div><bdi>${line}</bdi></div>`)}
      </td>
    </tr>
  </table>`
}
