/** The first page: how to begin, and every operation by module. What is not sought is there, but hidden: the script shows it again as words are typed. */
import { html, type Html } from '#kit/html.ts'
import type { Operation } from '#kit/operation.ts'
import { frame } from './frame.ts'

const FACES = [
  { face: 'shop', title: 'Shop', says: 'What shoppers and the pages of the shop may ask.' },
  { face: 'admin', title: 'Admin', says: 'What staff and their programs may ask, by permission.' },
] as const

const ROADS: [name: string, says: Html][] = [
  [
    'REST',
    html`<code>/v1</code> and <code>/v1/admin</code>, described by <a href="/openapi.json">OpenAPI 3.1</a>`,
  ],
  ['TypeScript', html`<code>@quayside/client</code>, without dependencies`],
  [
    'GraphQL',
    html`<code>/graphql</code> and <code>/graphql/admin</code>,
      <a href="/docs/graphql.md">with subscriptions</a>`,
  ],
  [
    'gRPC',
    html`<a href="/quayside.proto">quayside.proto</a> and
      <a href="/quayside.admin.proto">quayside.admin.proto</a>`,
  ],
  ['WebSocket', html`<code>/live</code> takes <a href="/docs/live.md">calls and topics</a>`],
  ['MCP', html`<code>/mcp</code> gives agents each operation as a tool`],
  ['Command line', html`<code>npm run quayside</code> on the store’s own machine`],
]

export const moduleOf = ({ id }: Operation) => id.replace(/^admin\.batch$/, 'batch').split('.')[0]!
export const faceOf = ({ audience }: Operation) => (audience === 'shop' ? 'shop' : 'admin')
export const anchorOfModule = (operation: Operation) => `${faceOf(operation)}-${moduleOf(operation)}`
export const pageOf = ({ id }: Operation) => `/docs/operations/${id}`

export function listPage(operations: Operation[], sought: string): string {
  const isFound = finder(sought)
  const count = operations.filter(isFound).length
  const faces = FACES.map((each) => ({
    ...each,
    modules: [
      ...Map.groupBy(
        operations.filter((operation) => faceOf(operation) === each.face),
        moduleOf,
      ),
    ].sort(),
  }))
  return frame({
    title: 'Quayside API',
    sought,
    body: html` <div class="hero">
        <h1>One set of operations, seven roads</h1>
        <p class="lead">
          Everything this store does is an operation with one name, one input and one answer, whichever road
          it is asked by. Each has a page here, with something to copy for every road, and can be tried in
          place.
        </p>
      </div>
      <dl class="roads-list">
        ${ROADS.map(
          ([name, says]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${says}</dd>
            </div>`,
        )}
      </dl>
      <details class="basics">
        <summary>Before the first call</summary>
        <ul>
          <li>
            Money is in minor units of its currency: cents for EUR. Moments are UTC with three digits of a
            second.
          </li>
          <li>
            A session begins with <a href="/docs/operations/identity.logIn">a log-in</a> or
            <a href="/docs/operations/identity.startGuest">as a guest</a>. Its <code>token</code> is sent as
            <code>Authorization: Bearer …</code>; browsers have it as a cookie.
          </li>
          <li>
            Send an <code>Idempotency-Key</code> with every write: the same key sent again answers what the
            first one did.
          </li>
          <li>
            Refusals are problem documents (RFC 9457), told apart by <code>code</code>. New fields, words and
            codes may come at any time; nothing is renamed or taken away within <code>/v1</code>.
          </li>
        </ul>
      </details>
      <div class="index">
        <nav class="modules" aria-label="Modules">
          ${faces.map(
            ({ face, title, modules }) =>
              html`<p>${title}</p>
                <ul>
                  ${modules.map(([name, held]) => html`<li><a href="#${face}-${name}">${name}</a> <span class="count">${held.length}</span></li>`)}
                </ul>`,
          )}
        </nav>
        <div>
          <p class="told" role="status" data-count="${operations.length}">
            ${told(count, operations.length)}
          </p>
          ${faces.map(
            ({ face, title, says, modules }) =>
              html`<section class="face" ${hiddenUnless(modules.some(([, held]) => held.some(isFound)))}>
                <h2 id="${face}">${title}</h2>
                <p class="quiet">${says}</p>
                ${modules.map(
                  ([name, held]) =>
                    html`<section class="module" ${hiddenUnless(held.some(isFound))}>
                      <h3 id="${face}-${name}">${name}</h3>
                      <ul>
                        ${held.map((each) => row(each, isFound(each)))}
                      </ul>
                    </section>`,
                )}
              </section>`,
          )}
        </div>
      </div>`,
  })
}

const hiddenUnless = (isShown: boolean) => !isShown && html` hidden`

function row(operation: Operation, isShown: boolean): Html {
  const { id, summary, rest } = operation
  return html`<li${hiddenUnless(isShown)}><a href="${pageOf(operation)}">${id}</a> <span class="says">${summary}</span> ${restLine(rest)}</li>
`
}

export function restLine({ method, path }: Operation['rest']): Html {
  return html`<span class="call"><b class="${method.toLowerCase()}">${method}</b> <code>${path}</code></span>`
}

const told = (count: number, all: number) =>
  count === all ? `${all} operations` : `${count} of ${all} operations`

/** NOTE: page.js finds by the same rule, so that what is typed and what is sent find the same. */
function finder(sought: string): (operation: Operation) => boolean {
  const words = sought.split(/\s+/).map(plain).filter(Boolean)
  return ({ id, summary, rest }) => {
    const text = plain(`${id} ${summary} ${rest.method} ${rest.path}`)
    return words.every((word) => text.includes(word))
  }
}

/** `cart.addItem`, `cartAddItem` and `cart_add_item` are the same name. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
