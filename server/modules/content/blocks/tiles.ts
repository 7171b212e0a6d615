/** Pictures with names that lead to categories, collections or whatever else: the ways into the shop. */
import { List, Locale, Nullable, shape } from '#kit/types.ts'
import { Picture } from '../../media/index.ts'
import { ContentPicture } from '../content-picture.ts'
import { Title, inLocales } from '../limits.ts'
import { ContentTarget, ShownLink } from '../target.ts'
import { blockKind } from './kind.ts'

const MOST_TILES = 24

export const tiles = blockKind({
  kind: 'tiles',
  name: 'Tiles',
  description: 'A tile without a text is called what it leads to; one whose category is gone is not shown.',
  written: {
    texts: inLocales(shape('TilesBlockText', { locale: Locale, title: Title })),
    tiles: List(
      shape('Tile', {
        target: ContentTarget,
        picture: Nullable(ContentPicture),
        texts: inLocales(shape('TileText', { locale: Locale, title: Title })),
      }),
      MOST_TILES,
    ),
  },
  shown: {
    title: Title,
    tiles: List(
      shape('ShownTile', { title: Title, link: ShownLink, picture: Nullable(Picture) }),
      MOST_TILES,
    ),
  },
  show: ({ texts, tiles }, at) => {
    const shown = tiles.flatMap(({ target, picture, texts: own }) => {
      const link = at.link(target)
      const title = at.text(own)?.title || at.nameOf(target)
      return link ? [{ title, link, picture: at.picture(picture) }] : []
    })
    return shown.length > 0 ? { title: at.text(texts)?.title ?? '', tiles: shown } : null
  },
})
