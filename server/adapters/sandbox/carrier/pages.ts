/** The carrier's pages: its newest parcels, and one parcel with the buttons that move it on. They work without script. */
import { html, type Html } from '../company/html.ts'
import { formatAmount } from '../company/money.ts'
import { refusal, type Refusal } from '../company/refusal.ts'
import { mustBe, readText, reply, seeOther } from '../company/wire.ts'
import { takeStep, type Depot } from './api.ts'
import { STEPS, getLabel, newestLabels, nextSteps, type Label, type Step } from './records.ts'
import { SERVICES } from './tariff.ts'

const SHOWN = 50
const LARGEST_FORM = 1024 // bytes

const PARCEL: Record<Label['parcel'], string> = {
  announced: 'Announced: the parcel has not been handed in yet.',
  in_transit: 'On its way.',
  exception: 'Nobody was there to take it in.',
  delivered: 'Delivered.',
  returned: 'On its way back to the sender.',
}
const BUTTONS: Record<Step, string> = {
  in_transit: 'It is on its way',
  exception: 'Nobody was there',
  delivered: 'It is delivered',
  returned: 'It goes back',
}

/** `path` begins after the carrier's own address. */
export async function answerPages(depot: Depot, request: Request, path: string): Promise<Response> {
  if (request.method === 'GET' && /^\/?$/.test(path)) return overview(depot)
  const [, code] = /^\/parcels\/(\w{1,40})$/.exec(path) ?? []
  const row = code && depot.book.one('select id from label where tracking_code = ?', code)
  const label = row && getLabel(depot.book, row['id'] as string)
  if (!label) throw refusal(404, 'not_found', 'There is no parcel at this address.')
  if (request.method === 'GET') return parcelPage(depot, label)
  if (request.method !== 'POST') throw refusal(405, 'method_not_allowed', 'This page can be read and sent.')
  mustBe(request, 'application/x-www-form-urlencoded')
  const step = new URLSearchParams(await readText(request, LARGEST_FORM)).get('step') as Step
  if (!STEPS.includes(step)) throw refusal(400, 'invalid_request', 'The form must say what happened.')
  takeStep(depot, label.id, step)
  return seeOther(`${depot.origin}/parcels/${label.trackingCode}`)
}

function overview(depot: Depot): Response {
  const labels = newestLabels(depot.book, SHOWN)
  const body = html`<h1>Parcels</h1>
    ${labels.length === 0 && html`<p>No label has been bought yet.</p>`}
    <ul>
      ${labels.map(
        (label) =>
          html`<li>
            <a href="${depot.origin}/parcels/${label.trackingCode}">${label.trackingCode}</a>
            ${label.reference} – ${label.state === 'voided' ? 'Given back.' : PARCEL[label.parcel]}
          </li>`,
      )}
    </ul>`
  return page(depot, 'Parcels', body)
}

function parcelPage(depot: Depot, label: Label): Response {
  const steps = nextSteps(label)
  const body = html`<h1>Parcel ${label.trackingCode}</h1>
    <p role="status">${label.state === 'voided' ? 'The label was given back.' : PARCEL[label.parcel]}</p>
    <p>
      ${SERVICES[label.service]}, ${(label.weightGrams / 1000).toFixed(3)} kg,
      ${formatAmount(label.amount, label.currency, 'en')}
    </p>
    ${
      steps.length > 0 &&
      html`<form method="post" action="${depot.origin}/parcels/${label.trackingCode}" class="side">
        ${steps.map((step) => html`<button type="submit" name="step" value="${step}">${BUTTONS[step]}</button> `)}
      </form>`
    }
    <p class="back"><a href="${depot.origin}/">All parcels</a></p>`
  return page(depot, `Parcel ${label.trackingCode}`, body)
}

export function refusedPage(depot: Depot, { status, message }: Refusal): Response {
  return page(
    depot,
    'That did not work',
    html`<h1>That did not work</h1>
      <p role="alert">${message}</p>`,
    status,
  )
}

/** In the look of the payment company next door. */
function page({ origin }: Depot, title: string, body: Html, status = 200): Response {
  const look = new URL('..', `${origin}/`).pathname.replace(/\/$/, '')
  const { html: text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} – Sandbox Carrier</title>
        <link rel="icon" href="${look}/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${look}/style.css" />
      </head>
      <body>
        <header>
          <p class="notice"><strong>Sandbox</strong> – carries nothing</p>
          <p class="brand"><span class="mark" aria-hidden="true"></span> Sandbox Carrier</p>
        </header>
        <div class="frame">
          <main>${body}</main>
          <footer><p>A pretend carrier for trying things out. Its parcels move when you say so.</p></footer>
        </div>
      </body>
    </html> `
  return reply(status, 'text/html', text, {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  })
}
