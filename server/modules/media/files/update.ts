/** Changes what is said of a file. The focus of a picture acts at once, wherever it is shown: pages crop, not the store. */
import { sql } from 'kysely'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Nullable, Text, Type, Version } from '#kit/types.ts'
import { mediaChanged } from '../events.ts'
import { MediaFile, readFile } from '../file.ts'
import { Focus } from '../picture.ts'

export const update = command({
  id: 'media.files.update',
  summary: 'Change a file’s name or the focus of a picture',
  description: 'The `focus` is what stays in sight when the picture is cropped; null is its middle.',
  rest: 'PATCH /media/files/:fileId',
  audience: 'staff',
  access: permission('media.write'),
  input: Type.Object({
    fileId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({ name: Text(200), focus: Nullable(Focus) }),
  }),
  output: MediaFile,
  async run({ fileId, expectedVersion, name, focus }, ctx) {
    const { rows } = await sql<{ version: number }>`
      select version from media.file where store_id = ${ctx.storeId} and id = ${fileId} and state = 'ready' and archived_at is null
      for update`.execute(ctx.db)
    const [found] = rows
    if (!found) throw NotFound({})
    if (expectedVersion !== undefined && expectedVersion !== found.version)
      throw StaleVersion({ currentVersion: found.version })
    const before = await readFile(ctx, fileId)
    if (focus && before.width === null) throw invalid('focus', 'no_picture', 'Only a picture has a focus.')
    const now = {
      name: name === undefined ? before.name : tidy(name),
      focus: focus === undefined ? before.focus : focus,
    }
    await sql`
      update media.file set name = ${now.name}, focus_x = ${now.focus?.xPermille ?? null}, focus_y = ${now.focus?.yPermille ?? null},
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${fileId}`.execute(ctx.db)
    const after = await readFile(ctx, fileId)
    ctx.emit(mediaChanged, { ids: [fileId] })
    ctx.audit({
      subject: 'media.file',
      subjectId: fileId,
      before: { name: before.name, focus: before.focus },
      after: { name: after.name, focus: after.focus },
    })
    return after
  },
})
