/** Fields as rows: of an operation's input where REST carries them, and of each shape. */
import { html, type Html } from '#kit/html.ts'
import type { Operation } from '#kit/operation.ts'
import { routeInputs } from '../route-inputs.ts'
import type { Field, Raw } from '../schema-node.ts'
import { prose } from './prose.ts'
import { anchorOf, fieldsWithEdges, isAsked, isInQuery, typeText, type Edges, type Shape } from './types.ts'

export function inputTable(operation: Operation): Html {
  const { path, query, body } = routeInputs(operation)
  const properties = operation.input.properties as Record<string, Raw>
  const rows = (place: string, fields: Field[]) =>
    fields.flatMap((field) => inputRows(field, properties[field.name]!, place))
  const all = [...rows('path', path), ...rows('query', query), ...rows('body', body)]
  if (all.length === 0) return html`<p>Nothing.</p>`
  return html`<ul class="fields">
    ${all}
  </ul>`
}

function inputRows(field: Field, raw: Raw, place: string): Html[] {
  if (place === 'query' && isInQuery(field)) return inQuery(field)
  return [
    row(field.name, typeText(field), [!field.optional && 'needed', place], field.description, raw.default),
  ]
}

/** Of a filter a row for each of its fields, with its operators; an order is one word. */
function inQuery({ name, node }: Field): Html[] {
  if (node.kind !== 'object') return []
  if (node.role === 'sort')
    return [
      row(
        name,
        html`${sortWords(node.raw).map((word, at) => html`${at > 0 && ', '}<code>${word}</code>`)}`,
        ['query'],
        'With `-` before it from last to first.',
      ),
    ]
  return node.fields.map((each) => {
    if (each.node.kind !== 'object') return row(each.name, typeText(each), ['query'], each.description)
    const operators = each.node.fields.map((operator) => `${each.name}[${operator.name}]`)
    const [first] = each.node.fields
    return row(operators.join(' '), first ? typeText(first) : html``, ['query'], each.description)
  })
}

export const sortWords = (raw: Raw): string[] => raw.properties?.['by']?.enum ?? []

function row(name: string, type: Html, marks: (string | false)[], says: string, standard?: unknown): Html {
  return html`<li>
    <code class="name">${name}</code
    >${marks.map((mark) => mark && html` <span class="mark ${mark}">${mark}</span>`)}<span class="type"
      >${type}${standard !== undefined && html`; without it <code>${JSON.stringify(standard)}</code>`}</span
    >${says !== '' && html`<span class="says">${prose(says)}</span>`}
  </li> `
}

export function shapeSection(shape: Shape, edges: Edges, isOpen: boolean): Html {
  const name = shape.name!
  const says = shape.raw.description ?? ''
  return html`<details class="shape" ${isOpen && html` open`}>
    <summary><h3>${name}</h3></summary>
    <div id="${anchorOf(name)}">
      ${says !== '' && html`<p>${prose(says)}</p>`}
      <ul class="fields">
        ${
          shape.kind === 'union'
            ? shape.arms.map(({ word, object }) =>
                row(word, typeText({ node: object, nullable: false }), [], `Where \`${shape.tag}\` says so.`),
              )
            : fieldsWithEdges(shape, edges).map((field) =>
                isAsked(field, shape, edges)
                  ? row(field.name, asPlainType(field), [], `Only with \`?expand=${field.name}\`.`)
                  : row(
                      field.name,
                      typeText(field),
                      [field.optional && 'optional'],
                      field.description,
                      shape.raw.properties?.[field.name]?.default,
                    ),
              )
        }
      </ul>
    </div>
  </details> `
}

/** Its shape is not on this page. */
function asPlainType({ node }: Field): Html {
  const inner = node.kind === 'list' ? node.item.node : node
  const name = 'name' in inner ? inner.name : 'object'
  return html`${node.kind === 'list' && 'list of '}${name}${node.kind !== 'list' && ', or null'}`
}
