/** Lamps and candles before the camera: they are lit, so the room is darker. */
import type { Shoot } from './shot.ts'

const lamp = { backdrop: '#cfc2ae', key: 0.3, whole: true } as const
const pendant = { backdrop: '#c6b7a3', key: 0.55, elevation: 2, whole: true } as const
const candle = { backdrop: '#c9b8a4', key: 0.55, elevation: 24, pad: 1.75 } as const

export const light: Shoot[] = [
  {
    product: 'pebble-lamp',
    form: 'lamps.pebble_lamp',
    stage: lamp,
    colours: {
      sea: { colour: '#6b8894', second: '#9fb3ba' },
      oat: { colour: '#d9cfc0', second: '#e8e0d2' },
      clay: { colour: 'clay', second: '#cb9a80' },
    },
    samples: 24,
  },
  {
    product: 'buoy-lamp',
    form: 'lamps.buoy_lamp',
    stage: lamp,
    colours: { rust: { colour: 'rust' }, harbour: { colour: 'harbour' } },
    samples: 24,
  },
  {
    product: 'dome-pendant',
    form: 'lamps.dome_pendant',
    stage: pendant,
    colours: { soot: { colour: 'soot' }, chalk: { colour: 'chalk' }, sage: { colour: '#93a08a' } },
    samples: 20,
  },
  {
    product: 'bell-pendant',
    form: 'lamps.bell_pendant',
    stage: pendant,
    colours: { harbour: { colour: 'harbour' }, rust: { colour: 'rust' } },
    samples: 20,
  },
  {
    product: 'reading-lamp',
    form: 'lamps.reading_lamp',
    stage: { ...lamp, key: 0.5, elevation: 10, pad: 1.4 },
    colours: { soot: { colour: 'soot' }, brass: { colour: 'brass' } },
    apart: true,
    samples: 20,
  },
  { product: 'stoneware-candle', form: 'candles.stoneware_candle', stage: candle, samples: 18 },
  { product: 'smoked-glass-candle', form: 'candles.smoked_glass_candle', stage: candle, samples: 24 },
  {
    product: 'taper-candles',
    form: 'candles.taper_candles',
    stage: { ...candle, elevation: 8, pad: 1.4 },
    colours: {
      clay: { colour: 'clay' },
      chalk: { colour: '#efe8da' },
      sage: { colour: '#9fab94' },
      harbour: { colour: 'harbour' },
    },
    samples: 16,
  },
]
