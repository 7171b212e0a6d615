/** Pictures with words, one after the other; the reader moves on, nothing moves by itself. */
import { List, Locale, Nullable, shape } from '#kit/types.ts'
import { Picture } from '../../media/index.ts'
import { ContentPicture } from '../content-picture.ts'
import { Label, Lead, Title, inLocales } from '../limits.ts'
import { ContentTarget } from '../target.ts'
import { MaybeAction, showAction } from './action.ts'
import { blockKind } from './kind.ts'

const MOST_SLIDES = 12

export const slideshow = blockKind({
  kind: 'slideshow',
  name: 'Slideshow',
  written: {
    texts: inLocales(shape('SlideshowBlockText', { locale: Locale, title: Title })),
    slides: List(
      shape('Slide', {
        picture: ContentPicture,
        target: Nullable(ContentTarget),
        texts: inLocales(shape('SlideText', { locale: Locale, title: Title, lead: Lead, label: Label })),
      }),
      MOST_SLIDES,
    ),
  },
  shown: {
    title: Title,
    slides: List(
      shape('ShownSlide', { picture: Picture, title: Title, lead: Lead, action: MaybeAction }),
      MOST_SLIDES,
    ),
  },
  show: ({ texts, slides }, at) => {
    const shown = slides.flatMap(({ picture: given, target, texts: own }) => {
      const [picture, text] = [at.picture(given), at.text(own)]
      if (!picture) return []
      const { title = '', lead = '', label = '' } = text ?? {}
      return [{ picture, title, lead, action: showAction(label, target, at) }]
    })
    return shown.length > 0 ? { title: at.text(texts)?.title ?? '', slides: shown } : null
  },
})
