/** Baskets and what goes out of the house, before the camera. */
import { ABOVE, CORNER, FACE, RIM, type Shoot } from './shot.ts'

const basket = { backdrop: '#dbd4c6', elevation: 18 }
const open = { backdrop: '#cdd0c9', elevation: 12 }

export const outdoors: Shoot[] = [
  {
    product: 'fisher-basket',
    form: 'baskets.fisher_basket',
    stage: basket,
    detail: { at: [0.45, 0.05, 0.78], zoom: 0.45, elevation: 20, azimuth: 25 },
  },
  { product: 'log-basket', form: 'baskets.log_basket', stage: basket, detail: FACE },
  {
    product: 'laundry-basket',
    form: 'baskets.laundry_basket',
    stage: { ...basket, elevation: 12 },
    detail: FACE,
  },
  {
    product: 'bread-basket',
    form: 'baskets.bread_basket',
    stage: { ...basket, elevation: 24, pad: 1.15 },
    detail: ABOVE,
  },
  {
    product: 'bicycle-basket',
    form: 'baskets.bicycle_basket',
    stage: { ...basket, elevation: 14 },
    detail: FACE,
  },
  { product: 'wall-basket', form: 'baskets.wall_basket', stage: { ...basket, elevation: 4, wall: 0.6 } },
  { product: 'plant-basket', form: 'baskets.plant_basket', stage: { ...basket, elevation: 10 } },
  {
    product: 'woven-tray',
    form: 'baskets.tray',
    stage: { ...basket, elevation: 30, pad: 1.12 },
    detail: ABOVE,
  },
  {
    product: 'nest-of-three',
    form: 'baskets.nest_of_three',
    stage: { ...basket, elevation: 26, pad: 1.12 },
    detail: FACE,
  },
  {
    product: 'enamel-mug',
    form: 'cups.enamel_mug',
    stage: { ...open, elevation: 15, pad: 1.6 },
    colours: { harbour: { colour: '#36524f' }, chalk: { colour: '#efeadf' }, rust: { colour: 'rust' } },
    detail: RIM,
  },
  {
    product: 'flask',
    form: 'outdoors.flask',
    stage: open,
    colours: { harbour: { colour: 'harbour' }, sand: { colour: '#c9b59c' }, rust: { colour: 'rust' } },
  },
  {
    product: 'storm-lantern',
    form: 'outdoors.storm_lantern',
    stage: { backdrop: '#c3b8a6', elevation: 10, key: 0.6 },
    colours: { soot: { colour: 'soot' }, rust: { colour: 'rust' } },
    samples: 20,
  },
  {
    product: 'picnic-blanket',
    form: 'textiles.picnic_blanket',
    stage: { ...open, elevation: 20 },
    colours: { rust: { colour: 'rust' }, sea: { colour: '#5b7c8a' } },
    detail: CORNER,
  },
  {
    product: 'watering-can',
    form: 'outdoors.watering_can',
    stage: { ...open, elevation: 14 },
    colours: { sage: { colour: '#93a08a' }, soot: { colour: 'soot' } },
  },
  {
    product: 'market-tote',
    form: 'textiles.market_tote',
    stage: open,
    colours: { oat: { colour: '#d8cbb4' }, harbour: { colour: '#3a5655' } },
    detail: FACE,
  },
]
