/** Rooms with the shop's things in them. The left third of the wide ones is quiet, for words. */
import type { DemoPicture } from './types.ts'

export const scenes: DemoPicture[] = [
  {
    key: 'scene-morning',
    alt: 'A vase, a mug, a teapot and a bowl on an oak table in morning light, with a framed print of hills behind them',
  },
  {
    key: 'scene-evening',
    alt: 'A lit lamp on a dark table with a candle, a mug and a tea tin, and a framed print on the wall',
  },
  {
    key: 'scene-seaside',
    alt: 'A rope basket with leather handles, a lit storm lantern, a rolled striped towel, a flask and a mug by a sunlit wall',
  },
  {
    key: 'scene-kitchen',
    alt: 'A kitchen table with a board, a carafe, a pepper mill, a salt pig and a bowl',
  },
  { key: 'scene-desk', alt: 'A desk with a notebook, a pot of pencils, a mug and a framed chart' },
  { key: 'scene-washstand', alt: 'Soap on a dish, a nail brush, hand wash and a vase on a washstand' },
  { key: 'scene-first-cup', alt: 'A dipped blue mug, a bowl and a vase in low sun' },
  { key: 'scene-tea-time', alt: 'A teapot, two bowls of tea and a tin on a table' },
  { key: 'scene-gallery', alt: 'Two framed prints above a vase and some notebooks' },
  { key: 'scene-candlelight', alt: 'Tapers, a candle in stoneware and tealights on a dark table' },
  { key: 'scene-baskets', alt: 'Two willow baskets by a sunlit wall, one with a plant' },
  { key: 'scene-linen', alt: 'A folded throw, a pile of napkins and two small cups' },
]
