/** A picture with words beside it. */
import { Locale, Nullable, OneOf, shape } from '#kit/types.ts'
import { Picture } from '../../media/index.ts'
import { ContentPicture } from '../content-picture.ts'
import { Label, Title, inLocales } from '../limits.ts'
import { RichText, ShownRichText, showRich } from '../rich-text.ts'
import { ContentTarget } from '../target.ts'
import { MaybeAction, showAction } from './action.ts'
import { blockKind } from './kind.ts'

/** Of the picture, in the direction of reading. */
const side = OneOf('start', 'end')

export const imageWithText = blockKind({
  kind: 'image_with_text',
  name: 'ImageWithText',
  written: {
    side,
    picture: Nullable(ContentPicture),
    target: Nullable(ContentTarget),
    texts: inLocales(
      shape('ImageWithTextBlockText', { locale: Locale, title: Title, body: RichText, label: Label }),
    ),
  },
  shown: {
    side,
    picture: Nullable(Picture),
    title: Title,
    body: ShownRichText,
    action: MaybeAction,
  },
  show: ({ side, picture, target, texts }, at) => {
    const text = at.text(texts)
    if (!text) return null
    return {
      side,
      picture: at.picture(picture),
      title: text.title,
      body: showRich(text.body, at),
      action: showAction(text.label, target, at),
    }
  },
})
