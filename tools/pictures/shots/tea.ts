/** Tea before the camera. */
import { ABOVE, FACE, RIM, type Shoot } from './shot.ts'

const tin = (product: string, lid: string): Shoot => ({
  product,
  form: 'tea.tin',
  given: { label: `tin-${product}`, lid },
  stage: { backdrop: '#d9c6ad', elevation: 14, pad: 1.6 },
  detail: FACE,
})

export const tea: Shoot[] = [
  tin('harbour-mist', 'harbour'),
  tin('late-ferry', 'soot'),
  tin('first-light', 'clay'),
  tin('salt-lemon', 'sand'),
  tin('fog-bell', 'sea'),
  tin('night-watch', 'walnut'),
  {
    product: 'tea-sampler',
    form: 'tea.sampler',
    stage: { backdrop: '#d6cbbb', elevation: 34, pad: 1.35, azimuth: 18 },
    detail: ABOVE,
  },
  {
    product: 'tea-bowl',
    form: 'cups.tea_bowl',
    stage: { backdrop: '#d8cbb9', elevation: 22, pad: 1.6 },
    colours: { sage: { colour: '#93a08a', second: '#adb7a4' }, rust: { colour: 'rust', second: '#bb7d63' } },
    detail: RIM,
  },
  {
    product: 'tea-caddy',
    form: 'tea.caddy',
    stage: { backdrop: '#d4c9ba', elevation: 16, pad: 1.6 },
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
    detail: RIM,
  },
]
