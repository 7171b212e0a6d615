/** One operation: by every road, what it takes and answers, who may, what may go wrong, and a form to try it. */
import { html, type Html } from '#kit/html.ts'
import { LIMIT_CLASSES } from '#kit/limits.ts'
import type { Config } from '#kit/config.ts'
import type { FailureType } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { isBatch } from '../batch.ts'
import { exampleOf } from '../openapi-schema.ts'
import { commonFailuresOf } from '../openapi-problems.ts'
import { fieldsOf, placeOf } from '../schema-node.ts'
import { frame } from './frame.ts'
import { inputTable, shapeSection } from './field-table.ts'
import { anchorOfModule, faceOf, moduleOf, pageOf, restLine } from './list-page.ts'
import { prose } from './prose.ts'
import { roadsOf, type Road } from './roads.ts'
import { tryForm } from './try-form.ts'
import { shapesOf, typeText, type Edges } from './types.ts'

/** What is answered, and what it is mostly made of. */
const OPEN = 2

interface Around {
  operations: Operation[]
  edges: Edges
  config: Config
}

export function operationPage(operation: Operation, { operations, edges, config }: Around): string {
  const { id, summary, description, rest } = operation
  const [face, module] = [faceOf(operation), moduleOf(operation)]
  const beside = operations.filter((each) => faceOf(each) === face && moduleOf(each) === module)
  const shapes = [...shapesOf(operation, edges).values()]
  return frame({
    title: `${id} · Quayside API`,
    way: [
      { name: 'Operations', href: '/docs' },
      { name: face === 'shop' ? 'Shop' : 'Admin', href: `/docs#${face}` },
      { name: module, href: `/docs#${anchorOfModule(operation)}` },
    ],
    body: html` <div class="head">
        <h1>${id}</h1>
        <p class="lead">${summary}.</p>
        ${restLine(rest)} ${description !== '' && html`<p>${prose(description)}</p>`}
      </div>
      <div class="operation">
        <div class="facts-side">
          ${facts(operation)}
          <section aria-labelledby="takes">
            <h2 id="takes">Takes</h2>
            ${inputTable(operation)}
          </section>
          <section aria-labelledby="answers">
            <h2 id="answers">Answers</h2>
            ${answer(operation)}
          </section>
          <section aria-labelledby="refuses">
            <h2 id="refuses">May be refused</h2>
            ${failures(operation)}
          </section>
          ${
            shapes.length > 0 &&
            html`<section aria-labelledby="shapes">
              <h2 id="shapes">Shapes</h2>
              ${shapes.map((shape, at) => shapeSection(shape, edges, at < OPEN))}
            </section>`
          }
        </div>
        <div class="roads-side">
          ${tryForm(operation)}
          <section class="roads" aria-labelledby="roads">
            <h2 id="roads">By every road</h2>
            ${roadsOf(operation, config).map(roadBlock)}
          </section>
        </div>
      </div>
      ${
        beside.length > 1 &&
        html`<nav class="beside" aria-labelledby="beside">
          <h2 id="beside">Also in ${module}</h2>
          <ul>
            ${beside.map((each) => html`<li><a href="${pageOf(each)}" ${each.id === id && html` aria-current="page"`}>${each.id}</a></li>`)}
          </ul>
        </nav>`
      }`,
  })
}

function roadBlock({ name, called, code, says }: Road): Html {
  return html`<figure class="sample">
    <figcaption>
      <h3>${name}</h3>
      <code class="called">${called}</code>${says && html`<span class="quiet">${says}</span>`}
    </figcaption>
    <pre tabindex="0" role="region" aria-label="${name}"><code>${code}</code></pre>
  </figure> `
}

const MAY: Record<Operation['access']['rule'], string> = {
  anyone: 'Anyone; nobody is asked who they are',
  visitor: 'Anyone; what is answered may depend on who asks',
  shopper: 'Whoever has a session: guests and members',
  member: 'Members who are logged in',
  permission: 'Staff with the permission',
  owner: 'Whoever it belongs to',
  system: 'The store itself',
}

const REPEATED: Record<Operation['idempotency'], string> = {
  required: 'Needs an Idempotency-Key; a repeat with it does nothing twice',
  optional: 'Takes an Idempotency-Key; a repeat with it does nothing twice',
  none: 'Takes no Idempotency-Key',
}

const KINDS: Record<Operation['kind'], string> = {
  query: 'Query: reads, changes nothing',
  command: 'Command: done whole or not at all',
  stream: 'Stream: tells the present state, and again after every change',
}

function facts(operation: Operation): Html {
  const { access, kind, idempotency, limit, session, isFinal, maxAgeSeconds, whenClosed, audience } =
    operation
  const size = LIMIT_CLASSES[limit]
  const rows: [string, Html | false][] = [
    [
      'Who may',
      html`${MAY[access.rule]}${access.permission !== undefined && html` <code>${access.permission}</code>`}`,
    ],
    [
      'Kind',
      html`${KINDS[kind]}${operation.task !== null && '; asks the outside world on the way'}${isFinal && '; cannot be taken back'}`,
    ],
    ['Repeats', kind === 'command' && html`${REPEATED[idempotency]}`],
    [
      'Session',
      session !== null &&
        html`${session === 'starts' ? 'Begins one: the answer’s token is the caller’s from then on' : 'Ends it'}`,
    ],
    [
      'Limit',
      html`<code>${limit}</code>${size && `: ${size.burst} at once, then ${perTime(size.perSecond)}`}`,
    ],
    ['Events', operation.events.length > 0 && html`${named(operation.events)}`],
    ['Kept until', operation.endedBy.length > 0 && html`${named(operation.endedBy)}`],
    ['Caches', maxAgeSeconds > 0 && html`may keep the answer for ${maxAgeSeconds} s`],
    ['Closed shop', audience === 'shop' && whenClosed && html`Answers while the shop is closed, too`],
  ]
  return html`<dl class="facts">
    ${rows.map(
      ([name, says]) =>
        says &&
        html`<div>
          <dt>${name}</dt>
          <dd>${says}</dd>
        </div>`,
    )}
  </dl>`
}

const named = (events: { name: string }[]): Html[] =>
  events.map(({ name }, at) => html`${at > 0 && ', '}<code>${name}</code>`)

function perTime(perSecond: number): string {
  if (perSecond >= 1) return `${perSecond} a second`
  return `${Math.round(perSecond * 3600)} an hour`
}

function answer(operation: Operation): Html {
  const { status, kind, output } = operation
  const what = typeText(placeOf(output))
  if (kind === 'stream')
    return html`<p>
      <b class="status good">200</b> ${what}, as server-sent events: the <code>data</code> of each is the
      present state, sent at once and after every change.
    </p>`
  return html`<p>
    <b class="status good">${status}</b>
    ${what}${isBatch(operation) && html`; <b class="status good">207</b> where some items are refused`}.
  </p>`
}

/** What is said of a failure depends on its details: here on a sample of them. */
const sayingOf = (failure: FailureType) => failure(exampleOf(failure.details) as never).message

function problemLink({ code }: FailureType): Html {
  return html`<a href="/problems/${code}"><code>${code}</code></a>`
}

function failures(operation: Operation): Html {
  const isAll = isBatch(operation) // of all that it may hold
  const own = isAll ? [] : [...operation.failures].sort((a, b) => a.status - b.status)
  const common = commonFailuresOf(operation)
  return html`${isAll && html`<p>By whatever refuses one of its items, besides what any operation may answer.</p>`}
  ${
    own.length > 0 &&
    html`<ul class="fields">
      ${own.map(refusal)}
    </ul>`
  }
  ${
    common.length > 0 &&
    html`<details class="common">
      <summary>${own.length > 0 ? 'And as any operation' : 'As any operation'}</summary>
      <ul>
        ${common.map((failure) => html`<li><b class="status bad">${failure.status}</b> ${problemLink(failure)}</li>`)}
      </ul>
    </details>`
  }`
}

function refusal(failure: FailureType): Html {
  const names = fieldsOf(failure.details).map(({ name }) => name)
  return html`<li>
    <b class="status bad">${failure.status}</b> ${problemLink(failure)}<span class="says"
      >${sayingOf(failure)}</span
    >${names.length > 0 && html`<span class="type">with ${names.join(', ')}</span>`}
  </li>`
}
