/** Textiles before the camera. */
import { CORNER, FOLD, type Shoot } from './shot.ts'

const cushion = { backdrop: '#d9cfc0', elevation: 10, pad: 1.5 }
const folded = { backdrop: '#cfc9bc', elevation: 22, pad: 1.3 }

export const textiles: Shoot[] = [
  {
    product: 'linen-cushion',
    form: 'textiles.linen_cushion',
    stage: cushion,
    colours: { rust: { colour: 'rust' }, sage: { colour: '#98a48d' }, oat: { colour: '#d3c5b0' } },
    detail: { at: [0.25, 0.3, 0.75], zoom: 0.42, elevation: 18, azimuth: -25 },
  },
  {
    product: 'stripe-cushion',
    form: 'textiles.stripe_cushion',
    stage: cushion,
    colours: { sea: { stripe: '#5b7c8a' }, soot: { stripe: '#3d4444' } },
    detail: CORNER,
  },
  {
    product: 'long-cushion',
    form: 'textiles.long_cushion',
    stage: { ...cushion, pad: 1.35 },
    colours: { clay: { colour: 'clay' }, harbour: { colour: '#3a5655' } },
    detail: CORNER,
  },
  {
    product: 'wool-throw',
    form: 'textiles.wool_throw',
    stage: folded,
    colours: {
      oat: { colour: '#d0c2a6', stripe: '#566a6a' },
      sea: { colour: '#66848f', stripe: '#dccfb8' },
      rust: { colour: '#a8654e', stripe: '#dccfb8' },
    },
    detail: FOLD,
  },
  {
    product: 'floor-cushion',
    form: 'textiles.floor_cushion',
    stage: { ...cushion, elevation: 20, pad: 1.3 },
    colours: { oat: { colour: '#d3c5b0' }, sea: { colour: '#66848f' } },
    detail: CORNER,
  },
  {
    product: 'linen-throw',
    form: 'textiles.linen_throw',
    stage: folded,
    colours: { sage: { colour: '#a0ac96' }, clay: { colour: '#bd7f65' } },
    detail: FOLD,
  },
  {
    product: 'table-runner',
    form: 'textiles.table_runner',
    stage: { ...folded, pad: 1.4 },
    colours: { oat: { colour: '#d6cab6' }, sage: { colour: '#a0ac96', stripe: '#efe8da' } },
  },
  {
    product: 'beach-towel',
    form: 'textiles.beach_towel',
    stage: { backdrop: '#cdd0c9', elevation: 22, pad: 1.4 },
    colours: { sea: { colour: '#5b7c8a' }, clay: { colour: '#b8765a' } },
    detail: CORNER,
  },
  { product: 'tea-towels', form: 'textiles.tea_towels', stage: { ...folded, pad: 1.4 }, detail: FOLD },
  {
    product: 'linen-napkins',
    form: 'textiles.linen_napkins',
    stage: { ...folded, pad: 1.4 },
    colours: { chalk: { colour: '#e6ddcc' }, sage: { colour: '#a0ac96' }, rust: { colour: '#ad6a53' } },
    detail: FOLD,
  },
  {
    product: 'work-apron',
    form: 'textiles.work_apron',
    stage: { backdrop: '#d4cdc1', elevation: 3, wall: 0.42, azimuth: 4, pad: 1.25 },
    colours: { harbour: { colour: '#38524f' }, oat: { colour: '#cdbfa8' } },
  },
]
