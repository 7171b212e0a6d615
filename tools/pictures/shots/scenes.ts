/** Rooms with the shop's things in them: for home, collections and the journal. */
import type { Scene } from './shot.ts'

export const scenes: Scene[] = [
  { key: 'scene-morning', form: 'scenes.morning', format: 'wide' },
  { key: 'scene-evening', form: 'scenes.dusk', format: 'wide', samples: 20 },
  { key: 'scene-seaside', form: 'scenes.seaside', format: 'wide' },
  { key: 'scene-kitchen', form: 'scenes.kitchen_table', format: 'wide', samples: 20 },
  { key: 'scene-desk', form: 'scenes.desk', format: 'wide' },
  { key: 'scene-washstand', form: 'scenes.washstand', format: 'wide', samples: 20 },
  { key: 'scene-first-cup', form: 'scenes.first_cup', format: 'tall' },
  { key: 'scene-tea-time', form: 'scenes.tea_time', format: 'tall' },
  { key: 'scene-gallery', form: 'scenes.gallery', format: 'tall' },
  { key: 'scene-candlelight', form: 'scenes.candlelight', format: 'tall', samples: 24 },
  { key: 'scene-baskets', form: 'scenes.basket_corner', format: 'tall' },
  { key: 'scene-linen', form: 'scenes.folded_linen', format: 'tall' },
]
