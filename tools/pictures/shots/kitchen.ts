/** Kitchen and glass before the camera. */
import type { Shoot } from './shot.ts'

const clear = { backdrop: '#d9d0c2', elevation: 12 }
const SMOKE = '#e2d4c2'
const leaning = { backdrop: '#d4cdc1', elevation: 8, wall: 1.0 }
const GLASS = 26

export const kitchen: Shoot[] = [
  {
    product: 'cutting-board',
    form: 'kitchen.cutting_board',
    stage: leaning,
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
    detail: { at: [0.5, 0, 0.8], zoom: 0.4, elevation: 6, azimuth: -18 },
  },
  {
    product: 'wooden-spoons',
    form: 'kitchen.wooden_spoons',
    stage: { ...leaning, wall: 0.85, elevation: 6 },
  },
  {
    product: 'rolling-pin',
    form: 'kitchen.rolling_pin',
    stage: { backdrop: '#d6cbbb', elevation: 26, pad: 1.25 },
  },
  {
    product: 'salt-pig',
    form: 'kitchen.salt_pig',
    stage: { backdrop: '#d8cdbd', elevation: 14, pad: 1.6 },
    colours: { chalk: { colour: 'chalk' }, sea: { colour: 'sea', second: '#7d97a2' } },
  },
  {
    product: 'pepper-mill',
    form: 'kitchen.pepper_mill',
    stage: { backdrop: '#d5cabb', elevation: 10, pad: 1.5 },
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
  },
  {
    product: 'carafe',
    form: 'glass.carafe',
    stage: clear,
    colours: { smoke: { tint: SMOKE }, clear: { tint: '#eff4f1' } },
    apart: true,
    samples: GLASS,
  },
  {
    product: 'tumblers',
    form: 'glass.tumblers',
    stage: { ...clear, elevation: 20 },
    colours: { smoke: { tint: SMOKE }, clear: { tint: '#eff4f1' } },
    apart: true,
    samples: GLASS,
  },
  { product: 'storage-jar', form: 'glass.storage_jar', stage: { ...clear, pad: 1.6 }, samples: GLASS },
]
