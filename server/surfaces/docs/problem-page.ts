/** Where `type` of a problem document leads a person: what it means, what it carries, and who answers it. */
import { html } from '#kit/html.ts'
import type { FailureType } from '#kit/failure.ts'
import { LANGUAGES } from '#kit/language.ts'
import type { Operation } from '#kit/operation.ts'
import { exampleOf } from '../openapi-schema.ts'
import { fieldsOf } from '../schema-node.ts'
import { shapeSection } from './field-table.ts'
import { frame } from './frame.ts'
import { pageOf } from './list-page.ts'
import { shapesIn, typeText } from './types.ts'

/** Nothing is brought along with a refusal. */
const NO_EDGES = new Map()

const NAMES = { en: 'English', de: 'Deutsch', ar: 'العربية' }

export function problemPage(problem: FailureType, operations: Operation[]): string {
  const { code, status, details } = problem
  const sample = problem(exampleOf(details) as never)
  const fields = fieldsOf(details)
  const shapes = [...shapesIn(fields, NO_EDGES).values()]
  const raisedBy = operations.filter(({ failures }) => failures.some((each) => each.code === code))
  return frame({
    title: `${code} · Quayside API`,
    way: [{ name: 'Operations', href: '/docs' }],
    body: html` <div class="head">
        <h1>${code}</h1>
        <p class="lead">A refusal with status ${status}.</p>
      </div>
      <div class="reading">
        <h2>As it is told</h2>
        <dl class="facts">
          ${LANGUAGES.map(
            (language) =>
              html`<div>
                <dt>${NAMES[language]}</dt>
                <dd lang="${language}" dir="auto">${sample.say(language)}</dd>
              </div>`,
          )}
        </dl>
        <h2>Details</h2>
        ${
          fields.length === 0
            ? html`<p>None.</p>`
            : html`<ul class="fields">
                ${fields.map((field) => html`<li><code class="name">${field.name}</code><span class="type">${typeText(field)}</span></li>`)}
              </ul>`
        }
        ${shapes.map((shape) => shapeSection(shape, NO_EDGES, true))}
        <h2>Answered by</h2>
        ${
          raisedBy.length === 0
            ? html`<p>Any operation that meets it.</p>`
            : html`<ul class="plain">
                ${raisedBy.map((each) => html`<li><a href="${pageOf(each)}">${each.id}</a> <span class="quiet">${each.summary}</span></li>`)}
              </ul>`
        }
      </div>`,
  })
}
