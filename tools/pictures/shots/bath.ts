/** Soap and bath before the camera. */
import { ABOVE, CORNER, RIM, type Shoot } from './shot.ts'

const bath = { backdrop: '#b4b8a9', elevation: 26, pad: 1.6 }
const soap = (kind: string, backdrop: string): Shoot => ({
  product: `soap-${kind}`,
  form: 'soap.soap',
  given: { kind },
  stage: { ...bath, backdrop },
  detail: CORNER,
})

export const bathroom: Shoot[] = [
  soap('sea-fennel', '#b4b8a9'),
  soap('oat-milk', '#d2c8b8'),
  soap('charcoal', '#b9bab5'),
  soap('clay-rose', '#d4bfb2'),
  soap('pine-tar', '#c4b9a5'),
  {
    product: 'soap-gift-set',
    form: 'soap.gift_set',
    stage: { ...bath, backdrop: '#cfc8ba', elevation: 34, pad: 1.3 },
    detail: ABOVE,
  },
  {
    product: 'soap-dish',
    form: 'soap.soap_dish',
    stage: { ...bath, pad: 1.35 },
    colours: { chalk: { colour: 'chalk' }, sea: { colour: 'sea', second: '#7d97a2' } },
    detail: CORNER,
  },
  { product: 'hand-wash', form: 'soap.hand_wash', stage: { ...bath, elevation: 10, pad: 1.5 }, samples: 20 },
  { product: 'harbour-balm', form: 'soap.balm', stage: { ...bath, elevation: 20 }, detail: RIM },
  { product: 'nail-brush', form: 'soap.nail_brush', stage: { ...bath, backdrop: '#c9c5b8', elevation: 22 } },
]
