/** Kitchen and glass before the camera. */
import { CORNER, FACE, RIM, type Shoot } from './shot.ts'

const clear = { backdrop: '#d9d0c2', elevation: 12, fill: 0.5 }
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
    product: 'round-board',
    form: 'kitchen.round_board',
    stage: leaning,
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
    detail: CORNER,
  },
  {
    product: 'bread-board',
    form: 'kitchen.bread_board',
    stage: { backdrop: '#d6cbbb', elevation: 30, pad: 1.2 },
    detail: { at: [0.3, 0.35, 0.95], zoom: 0.45, elevation: 48, azimuth: 30 },
  },
  { product: 'spatula', form: 'kitchen.spatula', stage: { backdrop: '#d8cebf', elevation: 40, pad: 1.25 } },
  {
    product: 'mortar',
    form: 'kitchen.mortar',
    stage: { backdrop: '#d2c8ba', elevation: 16, pad: 1.5 },
    detail: RIM,
  },
  { product: 'whisk', form: 'kitchen.whisk', stage: { backdrop: '#d9cfc0', elevation: 10, pad: 1.4 } },
  {
    product: 'wooden-spoons',
    form: 'kitchen.wooden_spoons',
    stage: { ...leaning, wall: 0.85, elevation: 6 },
    detail: FACE,
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
    detail: RIM,
  },
  {
    product: 'pepper-mill',
    form: 'kitchen.pepper_mill',
    stage: { backdrop: '#d5cabb', elevation: 10, pad: 1.5 },
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
    detail: FACE,
  },
  {
    product: 'carafe',
    form: 'glass.carafe',
    stage: clear,
    colours: { smoke: { tint: SMOKE }, clear: { tint: '#fafcfa' } },
    apart: true,
    samples: GLASS,
  },
  {
    product: 'tumblers',
    form: 'glass.tumblers',
    stage: { ...clear, elevation: 20 },
    colours: { smoke: { tint: SMOKE }, clear: { tint: '#fafcfa' } },
    apart: true,
    samples: GLASS,
  },
  { product: 'wine-glasses', form: 'glass.wine_glass', stage: { ...clear, elevation: 10 }, samples: GLASS },
  {
    product: 'highball-glasses',
    form: 'glass.highball',
    stage: { ...clear, elevation: 14, pad: 1.5 },
    samples: GLASS,
  },
  { product: 'oil-bottle', form: 'glass.oil_bottle', stage: clear, samples: GLASS },
  { product: 'glass-bud-vase', form: 'glass.bottle_bud_vase', stage: clear, samples: GLASS },
  { product: 'cloche', form: 'glass.cloche', stage: { ...clear, pad: 1.5 }, samples: GLASS },
  {
    product: 'glass-bowl',
    form: 'glass.glass_bowl',
    stage: { ...clear, elevation: 20, pad: 1.4 },
    samples: GLASS,
  },
  { product: 'storage-jar', form: 'glass.storage_jar', stage: { ...clear, pad: 1.6 }, samples: GLASS },
]
