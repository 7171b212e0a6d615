/** Short things side by side: what a shop promises, steps, people. */
import { List, Locale, Nullable, Words, shape } from '#kit/types.ts'
import { Picture } from '../../media/index.ts'
import { ContentPicture } from '../content-picture.ts'
import { Label, Lead, Title, inLocales } from '../limits.ts'
import { ContentTarget } from '../target.ts'
import { MaybeAction, showAction } from './action.ts'
import { blockKind } from './kind.ts'

const MOST_COLUMNS = 12
const icon = Nullable(
  Words('ContentIcon', 'bag', 'back', 'check', 'clock', 'info', 'lock', 'person', 'sun', 'truck'),
)

export const columns = blockKind({
  kind: 'columns',
  name: 'Columns',
  written: {
    texts: inLocales(shape('ColumnsBlockText', { locale: Locale, title: Title })),
    columns: List(
      shape('Column', {
        icon,
        picture: Nullable(ContentPicture),
        target: Nullable(ContentTarget),
        texts: inLocales(shape('ColumnText', { locale: Locale, title: Title, lead: Lead, label: Label })),
      }),
      MOST_COLUMNS,
    ),
  },
  shown: {
    title: Title,
    columns: List(
      shape('ShownColumn', {
        icon,
        picture: Nullable(Picture),
        title: Title,
        lead: Lead,
        action: MaybeAction,
      }),
      MOST_COLUMNS,
    ),
  },
  show: ({ texts, columns }, at) => ({
    title: at.text(texts)?.title ?? '',
    columns: columns.flatMap(({ icon, picture, target, texts: own }) => {
      const text = at.text(own)
      if (!text) return []
      const { title, lead, label } = text
      return [{ icon, picture: at.picture(picture), title, lead, action: showAction(label, target, at) }]
    }),
  }),
})
