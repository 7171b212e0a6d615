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
  {
    product: 'lantern-lamp',
    form: 'lamps.lantern_lamp',
    stage: lamp,
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
    samples: 20,
  },
  {
    product: 'cone-pendant',
    form: 'lamps.cone_pendant',
    stage: pendant,
    colours: { clay: { colour: 'clay' }, chalk: { colour: 'chalk' } },
    samples: 20,
  },
  { product: 'paper-globe', form: 'lamps.paper_globe', stage: { ...pendant, key: 0.5 }, samples: 20 },
  { product: 'floor-lamp', form: 'lamps.floor_lamp', stage: { ...lamp, elevation: 8 }, samples: 20 },
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
  { product: 'tin-traveller', form: 'candles.tin_traveller', stage: candle, samples: 18 },
  {
    product: 'pillar-candles',
    form: 'candles.pillars',
    stage: { ...candle, elevation: 12, pad: 1.45 },
    samples: 18,
  },
  {
    product: 'brass-holders',
    form: 'candles.brass_holder',
    stage: { ...candle, elevation: 14, pad: 1.4 },
    samples: 16,
  },
  {
    product: 'clay-holder',
    form: 'candles.clay_holder',
    stage: { ...candle, elevation: 16, pad: 1.4 },
    colours: { clay: { colour: 'clay', second: '#c68d70' }, soot: { colour: 'soot' } },
    samples: 16,
  },
  {
    product: 'tealights',
    form: 'candles.tealights',
    stage: { ...candle, elevation: 26, pad: 1.3 },
    samples: 18,
  },
  {
    product: 'candle-snuffer',
    form: 'candles.snuffer',
    stage: { backdrop: '#d3c6b4', elevation: 24, pad: 1.4 },
  },
  {
    product: 'incense-dish',
    form: 'candles.incense_dish',
    stage: { backdrop: '#d0c8ba', elevation: 20, pad: 1.4 },
    colours: { sage: { colour: '#93a08a' }, clay: { colour: 'clay', second: '#c68d70' } },
  },
]
