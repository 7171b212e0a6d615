/** Tea before the camera. */
import type { Shoot } from './shot.ts'

const tin = (product: string, lid: string): Shoot => ({
  product,
  form: 'tea.tin',
  given: { label: `tin-${product}`, lid },
  stage: { backdrop: '#d9c6ad', elevation: 14, pad: 1.6 },
})

export const tea: Shoot[] = [
  { ...tin('harbour-mist', 'harbour'), detail: { at: [0.5, 0, 0.62], zoom: 0.5, elevation: 10, azimuth: 8 } },
  tin('late-ferry', 'soot'),
  tin('first-light', 'clay'),
  tin('salt-lemon', 'sand'),
  tin('fog-bell', 'sea'),
  tin('night-watch', 'walnut'),
  {
    product: 'tea-sampler',
    form: 'tea.sampler',
    stage: { backdrop: '#d6cbbb', elevation: 34, pad: 1.35, azimuth: 18 },
  },
  {
    product: 'tea-bowl',
    form: 'cups.tea_bowl',
    stage: { backdrop: '#d8cbb9', elevation: 22, pad: 1.6 },
    colours: { sage: { colour: '#93a08a', second: '#adb7a4' }, rust: { colour: 'rust', second: '#bb7d63' } },
  },
  {
    product: 'tea-caddy',
    form: 'tea.caddy',
    stage: { backdrop: '#d4c9ba', elevation: 16, pad: 1.6 },
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
  },
]
