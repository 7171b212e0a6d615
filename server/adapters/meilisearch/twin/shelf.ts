/** One index of the twin: its documents, its settings, and what a search finds in it. */
import { foundIn, soughtOf, tokensOf, type Sought } from './words.ts'

export type Document = Record<string, unknown> & { id: string }

export interface SearchBody {
  q?: string
  limit?: number
  filter?: unknown
  attributesToRetrieve?: string[]
  attributesToHighlight?: string[]
  highlightPreTag?: string
  highlightPostTag?: string
  showRankingScore?: boolean
}

interface Settings {
  searchableAttributes: string[]
  filterableAttributes: string[]
  synonyms: Record<string, string[]>
  pagination: { maxTotalHits: number }
}

export class BadFilter extends Error {}

/** What is told last in searchable attributes counts so much less. */
const STEP = 0.1
const PER_TYPO = 0.15

export class Shelf {
  readonly documents = new Map<string, Document>()
  settings: Settings = {
    searchableAttributes: ['*'],
    filterableAttributes: [],
    synonyms: {},
    pagination: { maxTotalHits: 1_000 },
  }

  search(body: SearchBody) {
    const { q = '', limit = 20 } = body
    const sought = soughtOf(q, this.settings.synonyms)
    const found = this.filtered(body.filter)
      .map((document) => ({ document, score: this.score(sought, document) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
    const most = this.settings.pagination.maxTotalHits
    const hits = found.slice(0, Math.min(limit, most)).map(({ document, score }) => ({
      ...picked(document, body.attributesToRetrieve),
      ...(body.attributesToHighlight && { _formatted: this.marked(sought, document, body) }),
      ...(body.showRankingScore && { _rankingScore: score }),
    }))
    return {
      hits,
      query: q,
      processingTimeMs: 1,
      limit,
      offset: 0,
      estimatedTotalHits: Math.min(found.length, most),
    }
  }

  /** From 0, not found, to 1; of the document and the words alone. */
  private score(sought: Sought[], document: Document): number {
    const attributes = this.settings.searchableAttributes.map((name) =>
      tokensOf(String(document[name] ?? '')),
    )
    let sum = 0
    for (const word of sought) {
      const best = Math.max(
        0,
        ...attributes.map((tokens, place) => {
          const found = foundIn(word, tokens)
          return found ? 1 - STEP * place - PER_TYPO * found.typos : 0
        }),
      )
      if (best === 0) return 0
      sum += best
    }
    return sought.length === 0 ? 1 : sum / sought.length
  }

  private marked(sought: Sought[], document: Document, body: SearchBody): Record<string, string> {
    const { highlightPreTag: before = '<em>', highlightPostTag: behind = '</em>' } = body
    const mark = (text: string) => {
      const tokens = tokensOf(text)
      const hit = new Set(sought.flatMap((word) => foundIn(word, tokens)?.tokens ?? []))
      let [out, at] = ['', 0]
      for (const token of tokens.filter((each) => hit.has(each))) {
        out += `${text.slice(at, token.from)}${before}${text.slice(token.from, token.to)}${behind}`
        at = token.to
      }
      return out + text.slice(at)
    }
    return Object.fromEntries(
      (body.attributesToHighlight ?? []).map((name) => [name, mark(String(document[name] ?? ''))]),
    )
  }

  /** A text is one condition; of a list all must hold, and of a list within it one. */
  filtered(filter: unknown): Document[] {
    const all = [...this.documents.values()]
    if (filter === undefined || filter === null) return all
    const groups = (Array.isArray(filter) ? filter : [filter]).map((each: unknown) =>
      (Array.isArray(each) ? each : [each]).map((one) => this.condition(String(one))),
    )
    return all.filter((document) => groups.every((group) => group.some((holds) => holds(document))))
  }

  private condition(text: string): (document: Document) => boolean {
    const [, name = '', rest = ''] = /^(\w+) (.*)$/s.exec(text) ?? []
    if (!this.settings.filterableAttributes.includes(name))
      throw new BadFilter(
        `Attribute \`${name}\` is not filterable. Available filterable attributes are: ${this.settings.filterableAttributes.join(', ')}.`,
      )
    const values = (document: Document) => [document[name] ?? []].flat().map(String)
    if (rest === 'IS EMPTY') return (document) => values(document).length === 0
    const wanted = /^(?:= ("[^"]*")|IN \[(.*)\])$/s.exec(rest)
    if (!wanted) throw new BadFilter(`Was expecting an operation at \`${rest}\`.`)
    const given = new Set([...(wanted[1] ?? wanted[2]!).matchAll(/"([^"]*)"/g)].map(([, value]) => value))
    return (document) => values(document).some((value) => given.has(value))
  }
}

export function picked(document: Document, names?: string[]): Record<string, unknown> {
  return names ? Object.fromEntries(names.map((name) => [name, document[name]])) : document
}
