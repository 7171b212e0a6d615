/** The wide pictures of the home page; their left third is quiet, for words. */
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
]
