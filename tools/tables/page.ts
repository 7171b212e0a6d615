/** The page about all tables, module by module, as text. */
import type { Column, Rule, Table } from './catalog.ts'
import type { Words } from './words.ts'

const HEAD = `# Tables

Drawn by \`npm run tables\` from a migrated database and from what the migrations say; \`npm run check\` compares it.

A module owns the schema of its name. Every table of a store's business carries \`store_id\`, and its references carry it too, so
that nothing points into another store. Ids are UUIDs of version 7, made by the store. Money is \`kit.minor\`: whole minor
units of the currency that stands in \`currency\` of the row or of its parent. Moments are \`timestamptz(3)\` in UTC. Names are
in snake case and singular. \`server/testing/tables.test.ts\` holds all of this to be true.
`

export function pageOf(tables: Table[], words: Words): string {
  const modules = Map.groupBy(tables, ({ schema }) => schema)
  return [HEAD, ...[...modules].map(([module, own]) => moduleText(module, own, words))].join('\n')
}

function moduleText(module: string, tables: Table[], words: Words): string {
  return [`## ${module}`, '', ...diagram(tables), ...tables.flatMap((table) => tableText(table, words))].join(
    '\n',
  )
}

/** Who points to whom; a module without references has none. */
function diagram(tables: Table[]): string[] {
  const lines = tables.flatMap((table) => {
    const targets = table.rules.flatMap(({ kind, to }) => (kind === 'reference' && to ? [to] : []))
    const from = `${table.schema}_${table.name}`
    return [...new Set(targets)].map(
      (to) => `  ${to.replaceAll(/"/g, '').replace('.', '_')} ||--o{ ${from} : ""`,
    )
  })
  return lines.length > 0 ? ['```mermaid', 'erDiagram', ...lines, '```', ''] : []
}

function tableText({ schema, name, columns, rules, indexes }: Table, words: Words): string[] {
  const full = `${schema}.${name}`
  const said = words.tables.get(full)
  return [
    `### ${full}`,
    '',
    ...(said ? [said, ''] : []),
    '| Column | Type | |',
    '|---|---|---|',
    ...columns.map((column) => columnText(column, words.columns.get(`${full}.${column.name}`))),
    '',
    ...rules.map(ruleText),
    ...indexes.map((index) => `- index \`${index.name}\`: \`${index.text}\``),
    '',
  ]
}

function columnText({ name, type, required, standard }: Column, said = ''): string {
  const facts = [required ? '' : 'may be null', standard ? `default \`${standard}\`` : '', said]
  return `| ${name} | ${type} | ${facts.filter(Boolean).join('; ').replaceAll('|', '\\|')} |`
}

function ruleText({ kind, name, text }: Rule): string {
  return `- ${kind} \`${name}\`: \`${text.replaceAll(/\s+/g, ' ')}\``
}
