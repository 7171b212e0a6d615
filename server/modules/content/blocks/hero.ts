/** The first thing on a page: a large picture with a heading and up to two ways on. */
import { Locale, Nullable, OneOf, shape } from '#kit/types.ts'
import { Picture } from '../../media/index.ts'
import { ContentPicture } from '../content-picture.ts'
import { Label, Lead, Title, inLocales } from '../limits.ts'
import { ContentTarget } from '../target.ts'
import { MaybeAction, showAction } from './action.ts'
import { blockKind } from './kind.ts'

/** Whether words lie on the picture or beside it. */
const look = OneOf('over', 'beside')

export const hero = blockKind({
  kind: 'hero',
  name: 'Hero',
  written: {
    look,
    picture: Nullable(ContentPicture),
    target: Nullable(ContentTarget),
    secondTarget: Nullable(ContentTarget),
    texts: inLocales(
      shape('HeroBlockText', {
        locale: Locale,
        title: Title,
        lead: Lead,
        label: Label,
        secondLabel: Label,
      }),
    ),
  },
  shown: {
    look,
    picture: Nullable(Picture),
    title: Title,
    lead: Lead,
    action: MaybeAction,
    secondAction: MaybeAction,
  },
  show: ({ look, picture, target, secondTarget, texts }, at) => {
    const text = at.text(texts)
    if (!text) return null
    return {
      look,
      picture: at.picture(picture),
      title: text.title,
      lead: text.lead,
      action: showAction(text.label, target, at),
      secondAction: showAction(text.secondLabel, secondTarget, at),
    }
  },
})
