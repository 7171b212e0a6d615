/** The newest entries of the journal. Shown as what to ask `content.journal` for. */
import { Int, Locale, Nullable, Text, shape } from '#kit/types.ts'
import { Title, inLocales } from '../limits.ts'
import { blockKind } from './kind.ts'

const rest = { limit: Int(1, 12), tag: Nullable(Text(40)) }

export const posts = blockKind({
  kind: 'posts',
  name: 'Posts',
  written: { ...rest, texts: inLocales(shape('PostsBlockText', { locale: Locale, title: Title })) },
  shown: { ...rest, title: Title },
  show: ({ limit, tag, texts }, at) => ({ limit, tag, title: at.text(texts)?.title ?? '' }),
})
