/**
 * Where the words of a search stand in what is shown of the products found.
 *
 * Texts come in pieces, never as markup: whoever shows them marks the pieces that hit, and nothing in a name can become an element.
 */
import type { Ctx } from '#kit/context.ts'
import { Flag, Id, List, Text, shape, type Static } from '#kit/types.ts'
import { askForMarks } from './engine/ask.ts'
import { dictionaryOf } from './dictionaries.ts'
import type { Query } from './steering.ts'

const MOST_PIECES = 300

const Pieces = List(shape('SearchHighlightPiece', { text: Text(300), hit: Flag }), MOST_PIECES)

export const SearchHighlight = shape(
  'SearchHighlight',
  { productId: Id, name: Pieces, subtitle: Pieces },
  {
    description:
      'The pieces of a text make the whole of it; those with `hit` are what was looked for. Without a subtitle there are none.',
  },
)
export type SearchHighlight = Static<typeof SearchHighlight>

/** Of the cards `s` with texts `x`, in their order, as JSON; `limit` is how many are shown. */
export function highlightsText(
  { words }: Query,
  locale: string,
  limit: string,
  add: (value: unknown) => string,
): string {
  const [dictionary, sought] = [add(dictionaryOf(locale)), add(JSON.stringify(words))]
  const marked = (text: string) => `browse.marked(${text}, ${dictionary}::regconfig, ${sought}::jsonb)`
  return `coalesce(json_agg(json_build_object('productId', s.id, 'name', ${marked('x.name')},
      'subtitle', ${marked("coalesce(x.subtitle, '')")}) order by s.place) filter (where s.place <= ${limit}), '[]'::json)`
}

/** Pieces that stand side by side and are alike, as one. */
export function joined({ productId, name, subtitle }: SearchHighlight): SearchHighlight {
  return { productId, name: runs(name), subtitle: runs(subtitle) }
}

function runs(pieces: SearchHighlight['name']): SearchHighlight['name'] {
  const all: SearchHighlight['name'] = []
  for (const { text, hit } of pieces) {
    const last = all.at(-1)
    if (last && !last.hit && !hit) last.text += text
    else all.push({ text, hit })
  }
  return all
}

/** What the engine found it also marks, such as a word that was typed wrongly; a text that has changed since is marked here. */
export async function markedByEngine(
  query: Query | null,
  own: SearchHighlight[],
  ctx: Ctx,
): Promise<SearchHighlight[]> {
  if (!query?.found || own.length === 0) return own
  const ids = own.map(({ productId }) => productId)
  const marks = await askForMarks(
    query.words.map(([typed]) => typed!),
    ids,
    ctx,
  )
  return own.map((each) => {
    const theirs = marks.get(each.productId)
    const take = (text: 'name' | 'subtitle') =>
      theirs && whole(theirs[text]) === whole(each[text]) ? theirs[text] : each[text]
    return { productId: each.productId, name: take('name'), subtitle: take('subtitle') }
  })
}

const whole = (pieces: SearchHighlight['name']) => pieces.map(({ text }) => text).join('')
