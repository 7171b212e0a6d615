/** A picture as pages show it: the file with its smaller copies, widths and heights known, so nothing jumps. */
import { sql, type RawBuilder } from 'kysely'
import { Int, Link, List, Nullable, Text, shape, type Static } from '#kit/types.ts'

export const Focus = shape(
  'Focus',
  { xPermille: Int(0, 1000), yPermille: Int(0, 1000) },
  {
    description:
      'The point that stays in sight when the picture is cropped, in thousandths of its width from the left and of its height from the top.',
  },
)
export type Focus = Static<typeof Focus>

const side = Int(1, 100_000)

export const Picture = shape('Picture', {
  url: Link,
  width: side,
  height: side,
  alt: Text(500, { min: 0 }),
  focus: Nullable(Focus),
  /** Its smaller copies, the preferred type first; none is wider than the picture. */
  sources: List(shape('PictureSource', { url: Link, width: side, type: Text(60) }), 12),
})
export type Picture = Static<typeof Picture>

/** JSON of a Focus or null, as SQL; `file` is the alias of a media.file. */
export const focusText = (file: string) =>
  `case when ${file}.focus_x is not null then json_build_object('xPermille', ${file}.focus_x, 'yPermille', ${file}.focus_y) end`

const shown = (file: string) =>
  `'url', '/files/' || ${file}.storage_key, 'width', ${file}.width, 'height', ${file}.height, 'focus', ${focusText(file)}, 'sources', ${file}.sources`

/** JSON of a Picture, as plain SQL; `file` is the alias of a joined media.file, `alt` an expression for its text. */
export const pictureText = (file: string, alt: string) =>
  `json_build_object(${shown(file)}, 'alt', coalesce(${alt}, ''))`

/** The same for Kysely, where `alt` may bring parameters. */
export function pictureJson(file: string, alt: RawBuilder<unknown>): RawBuilder<Picture> {
  return sql<Picture>`json_build_object(${sql.raw(shown(file))}, 'alt', coalesce(${alt}, ''))`
}
