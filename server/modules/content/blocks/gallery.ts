/** Pictures side by side. */
import { List, Locale, shape } from '#kit/types.ts'
import { Picture } from '../../media/index.ts'
import { ContentPicture } from '../content-picture.ts'
import { MOST_PICTURES, Title, inLocales } from '../limits.ts'
import { blockKind } from './kind.ts'

export const gallery = blockKind({
  kind: 'gallery',
  name: 'Gallery',
  written: {
    texts: inLocales(shape('GalleryBlockText', { locale: Locale, title: Title })),
    pictures: List(ContentPicture, MOST_PICTURES),
  },
  shown: { title: Title, pictures: List(Picture, MOST_PICTURES) },
  show: ({ texts, pictures }, at) => {
    const shown = pictures.flatMap((each) => at.picture(each) ?? [])
    return shown.length > 0 ? { title: at.text(texts)?.title ?? '', pictures: shown } : null
  },
})
