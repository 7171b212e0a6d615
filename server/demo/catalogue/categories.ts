/** The shelves of the demo shop, in the order of its menu. */
import type { DemoCategory } from './types.ts'

const shelves: Omit<DemoCategory, 'position'>[] = [
  {
    slug: 'ceramics',
    name: 'Ceramics',
    description: 'Mugs, bowls and vases thrown in stoneware, glazed in the colours of a harbour in winter.',
  },
  {
    slug: 'light',
    name: 'Lamps and candles',
    description: 'Warm light for long evenings, from a pebble of a lamp to a pair of slow tapers.',
  },
  {
    slug: 'textiles',
    name: 'Textiles',
    description: 'Linen, cotton and wool that soften with every wash and are mended, not replaced.',
  },
  {
    slug: 'prints',
    name: 'Prints',
    description: 'Drawings of tides, boats and weather, printed on heavy cotton paper in small editions.',
  },
  {
    slug: 'tea',
    name: 'Tea',
    description: 'Six teas for six hours of the day, packed in tins that are worth keeping.',
  },
  {
    slug: 'stationery',
    name: 'Stationery',
    description: 'Books to fill and things to fill them with. Paper that takes ink, covers that take years.',
  },
  {
    slug: 'kitchen',
    name: 'Kitchen and glass',
    description: 'Boards, mills and glasses for a table where the food is simple and people stay late.',
  },
  {
    slug: 'outdoors',
    name: 'Outdoors',
    description: 'Baskets, flasks and blankets for the beach, the garden and the last ferry home.',
  },
  {
    slug: 'bath',
    name: 'Soap and bath',
    description: 'Bars cut by wire and cured for eight weeks, and the small things that lie beside a basin.',
  },
  {
    slug: 'furniture',
    name: 'Small furniture',
    description: 'Stools, a bench, a shelf: wood turned and wedged so that it can be mended in fifty years.',
  },
]

export const categories: DemoCategory[] = shelves.map((shelf, index) => ({ ...shelf, position: index + 1 }))
