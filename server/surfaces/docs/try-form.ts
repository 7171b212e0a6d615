/**
 * The form that tries an operation by REST. It does nothing without the script, so the script shows it.
 *
 * Keys stay in the page: the field has no name, is not filled in by browsers, and is gone with the page.
 */
import { html, type Html } from '#kit/html.ts'
import type { Operation } from '#kit/operation.ts'
import { routeInputs } from '../route-inputs.ts'
import type { Field, Place } from '../schema-node.ts'
import { sortWords } from './field-table.ts'
import { partOf, sampleOf } from './sample.ts'
import { isInQuery } from './types.ts'

export function tryForm(operation: Operation): Html {
  const { method, path: address } = operation.rest
  const { path, query, body } = routeInputs(operation)
  const sample = sampleOf(operation)
  const [narrowing, plain] = [query.filter(isFilter), query.filter((field) => !isFilter(field))]
  const filters = narrowing.flatMap(filterInputs)
  const chosen = operation.kind === 'stream' ? [] : [input('query', 'fields', 'id,name')]
  return html`<section class="try" aria-labelledby="try" hidden>
    <h2 id="try">Try it</h2>
    <form data-method="${method}" data-path="${address}" ${operation.kind === 'stream' && html` data-stream`}>
      <p class="quiet">Calls this store, for real. Without a token the session of this browser speaks.</p>
      <label class="row"
        ><span>Authorization</span
        ><input
          type="password"
          data-token
          autocomplete="off"
          spellcheck="false"
          placeholder="Token of a log-in, or an access key"
      /></label>
      ${path.map((field) => input('path', field.name, placeholderOf(field), field))}
      ${plain.map((field) => input('query', field.name, placeholderOf(field), field))}
      ${
        (filters.length > 0 || chosen.length > 0) &&
        html`<details>
          <summary>${filters.length > 0 ? 'Filters and fields' : 'Fields'}</summary>
          ${filters}${chosen}
        </details>`
      }
      ${operation.idempotency !== 'none' && html`<label class="row"><span>Idempotency-Key</span><input data-key autocomplete="off" spellcheck="false" maxlength="255" placeholder="A new one for each call" /></label>`}
      ${body.length > 0 && html`<label class="row tall"><span>Body</span><textarea data-body spellcheck="false" rows="${linesOf(partOf(sample, body))}">${json(partOf(sample, body))}</textarea></label>`}
      <div class="send">
        <button type="submit">Send</button><button type="button" data-stop hidden>Stop</button>
      </div>
    </form>
    <div class="answer" data-answer hidden>
      <p class="line" role="status"></p>
      <div class="problem"></div>
      <details>
        <summary>Headers</summary>
        <pre tabindex="0" role="region" aria-label="Headers of the answer"><code></code></pre>
      </details>
      <pre class="body" tabindex="0" role="region" aria-label="Body of the answer"><code></code></pre>
    </div>
  </section>`
}

const json = (value: unknown) => JSON.stringify(value, null, 2)
const linesOf = (value: unknown) => Math.min(16, json(value).split('\n').length)

const isFilter = (field: Field) =>
  isInQuery(field) && field.node.kind === 'object' && field.node.role === 'filter'

/** An input each for `price[gte]`, `price[lte]`. */
function filterInputs({ node }: Field): Html[] {
  if (node.kind !== 'object') return []
  return node.fields.flatMap((field) =>
    field.node.kind === 'object'
      ? field.node.fields.map((operator) =>
          input('query', `${field.name}[${operator.name}]`, placeholderOf(operator), {
            ...operator,
            optional: true,
          }),
        )
      : [],
  )
}

function input(place: 'path' | 'query', name: string, placeholder: string, field?: Field): Html {
  const isNeeded = field !== undefined && (place === 'path' || !field.optional)
  const choices = field ? choicesOf(field) : null
  const about = html`data-place="${place}" data-name="${name}"${isNeeded && html` required`}`
  const control = choices
    ? html`<select ${about}>
        <option value=""></option>
        ${choices.map((choice) => html`<option>${choice}</option>`)}
      </select>`
    : html`<input ${about} autocomplete="off" spellcheck="false" placeholder="${placeholder}" />`
  return html`<label class="row"><span>${name}${isNeeded && html` <i>needed</i>`}</span>${control}</label> `
}

function choicesOf({ node }: Place): string[] | null {
  if (node.kind === 'words') return node.words
  if (node.kind === 'flag') return ['true', 'false']
  if (node.kind === 'object' && node.role === 'sort')
    return sortWords(node.raw).flatMap((word) => [word, `-${word}`])
  return null
}

const FORMS: Record<string, string> = { Id: 'UUID', Instant: '2030-01-31T09:30:00.000Z', Day: '2030-01-31' }

function placeholderOf({ node }: Place): string {
  if (node.kind === 'list') return 'one,two'
  return (node.kind === 'scalar' && FORMS[node.scalar]) || ''
}
