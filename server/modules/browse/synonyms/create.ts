/** Who looks for one of the words finds the others, from the next search on. One of them may be several words. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Locale, Type } from '#kit/types.ts'
import { MOST_SYNONYMS, phraseOf, steeringChanged } from '../steering.ts'
import { SearchSynonym, SynonymWords } from './synonym.ts'

export const create = command({
  id: 'browse.synonyms.create',
  summary: 'Say that words mean the same',
  rest: 'POST /search/synonyms',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({ locale: Locale, words: SynonymWords }),
  output: SearchSynonym,
  async run({ locale, words: given }, ctx) {
    const words = given.map(tidy)
    words.forEach((word, index) => {
      if (phraseOf(word) === '')
        throw invalid(`words.${index}`, 'no_word', 'There must be letters or digits in it.')
      if (words.findIndex((each) => phraseOf(each) === phraseOf(word)) < index)
        throw invalid(`words.${index}`, 'duplicate', 'It is among them already.')
    })
    const { rows } = await sql<SearchSynonym>`
      insert into browse.synonym (id, store_id, locale, words, created_at)
      select ${newId()}, ${ctx.storeId}, ${locale}, ${words}, ${ctx.now()}
      where (select count(*) from browse.synonym where store_id = ${ctx.storeId}) < ${MOST_SYNONYMS}
      returning id, locale, words, kit.utc(created_at) as "createdAt"`.execute(ctx.db)
    const [made] = rows
    if (!made) throw invalid('words', 'too_many', `There are ${MOST_SYNONYMS} already; remove some.`)
    await steeringChanged(ctx)
    ctx.audit({ subject: 'browse.synonym', subjectId: made.id, before: null, after: made })
    return made
  },
})
