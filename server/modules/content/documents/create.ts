/** Begins a page, a journal entry, the home or what stands in a slot; shoppers see it once it is published. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Key, Type } from '#kit/types.ts'
import { documentsChanged } from '../events.ts'
import { PlaceTaken } from '../failures.ts'
import { ContentDocument, DocumentKind, readDocument } from './document.ts'
import { COLUMNS, EMPTY, referencesOf, rowOf, saidNow, writable, writeAddresses } from './revision.ts'

export const create = command({
  id: 'content.documents.create',
  summary: 'Begin a page, a journal entry, the home, or what stands in a slot',
  description: 'It is a draft. A shop has one home, and one document for each slot.',
  rest: 'POST /content/documents',
  audience: 'staff',
  access: permission('content.write'),
  status: 201,
  input: Type.Object({ kind: DocumentKind, slot: Type.Optional(Key), ...writable }),
  output: ContentDocument,
  failures: [PlaceTaken],
  async run({ kind, slot = null, ...given }, ctx) {
    if ((kind === 'slot') !== (slot !== null))
      throw kind === 'slot'
        ? invalid('slot', 'required', 'Say which slot it stands in.')
        : invalid('slot', 'not_allowed', 'Only what stands in a slot has one.')
    if ((kind === 'page' || kind === 'post') && !given.texts?.length)
      throw invalid('texts', 'required', 'Its address is made from its title.')
    const said = saidNow(EMPTY, given)
    const names = await referencesOf(ctx, said)
    const id = newId()
    const { rows } = await sql`
      with made as (
        insert into content.document (id, store_id, kind, slot, draft_revision, created_at, updated_at)
        values (${id}, ${ctx.storeId}, ${kind}, ${slot}, 1, ${ctx.now()}, ${ctx.now()})
        on conflict do nothing returning id
      )
      insert into content.revision (${COLUMNS}) select ${rowOf(ctx, id, 1, said, names)} from made returning number`.execute(
      ctx.db,
    )
    if (rows.length === 0) throw PlaceTaken({ kind: kind === 'slot' ? 'slot' : 'home', slot })
    await writeAddresses(ctx, { id, kind }, given.texts ?? [], [])
    const after = await readDocument(ctx, id)
    ctx.emit(documentsChanged, { ids: [id] })
    ctx.audit({ subject: 'content.document', subjectId: id, before: null, after })
    return after
  },
})
