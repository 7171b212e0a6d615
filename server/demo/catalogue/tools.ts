/** Kitchen tools: more boards, and what lies beside the stove. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const oiled = fact('Care', 'Wash by hand, oil now and then')

export const tools: DemoProduct[] = [
  {
    slug: 'round-board',
    categories: ['kitchen'],
    name: 'Round board',
    subtitle: 'For one lemon, one cheese or the first slice',
    description: prose`
      The big board stays on the worktop. This is the one that travels: to the garden with a knife and a
      sausage, to the sofa with something sweet, and to the table under a hot pan.

      It is sawn from a single plank, rounded by hand and finished with five coats of oil. The handle is
      part of the same piece and hangs from a leather loop. Being round, it can be turned, and whoever sits
      opposite gets the better side of the cheese.`,
    facts: [
      fact('Material', 'Solid wood, linseed oil'),
      fact('Diameter', '29 cm'),
      fact('Thickness', '2 cm'),
      oiled,
    ],
    options: ['material'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'round-board-oak',
        alt: 'Round oak board with a short handle',
        shows: { material: 'oak' },
      },
      {
        key: 'round-board-walnut',
        alt: 'Round walnut board with a short handle',
        shows: { material: 'walnut' },
      },
      {
        key: 'round-board-detail',
        alt: 'The handle of a round oak board with its leather loop',
        shows: { material: 'oak' },
      },
    ],
    variants: [
      variant('QS-RBOARD-OAK', { material: 'oak' }, 4200, 980, 27),
      variant('QS-RBOARD-WALNUT', { material: 'walnut' }, 4900, 950, 16),
    ],
  },
  {
    slug: 'bread-board',
    categories: ['kitchen'],
    name: 'Bread board',
    subtitle: 'With a groove for the crumbs and room for the loaf',
    description: prose`
      Whoever cuts bread on a plain board sweeps the table afterwards. Here a groove runs round the edge,
      as wide as a finger, and takes the crumbs of one breakfast. Tip them out for the sparrows.

      It is oak, because oak does not mind a serrated knife, and long enough for a two-pound loaf laid
      down. One side has the groove; the other is smooth and does for everything else. The feet are four
      discs of cork, so nothing slides.`,
    facts: [fact('Material', 'Solid oak'), fact('Size', '36 × 20 cm'), fact('Thickness', '2.4 cm'), oiled],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'bread-board', alt: 'Oblong oak board with a groove round its edge' },
      { key: 'bread-board-detail', alt: 'The groove around the corner of a bread board' },
    ],
    variants: [variant('QS-BBOARD', {}, 4400, 1250, 23)],
  },
  {
    slug: 'spatula',
    categories: ['kitchen'],
    name: 'Walnut spatula',
    subtitle: 'Thin at the edge, kind to the pan',
    description: prose`
      Under an egg there is little room. The blade of this spatula is planed down to two millimetres at the
      front, gets there without tearing anything, and has never scratched a pan in its life.

      Walnut is light for its strength and does not soak up colours; a month of tomato sauce leaves hardly
      a trace. The handle swells towards the end, so it lies in the palm and not in the fingers. Right- and
      left-handed people have both claimed it was made for them.`,
    facts: [fact('Material', 'Solid walnut'), fact('Length', '31 cm'), oiled],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'spatula', alt: 'Walnut spatula with a thin straight blade, lying' }],
    variants: [variant('QS-SPAT', {}, 1600, 70, 48)],
  },
  {
    slug: 'mortar',
    categories: ['kitchen'],
    name: 'Pestle and mortar',
    subtitle: 'Rough stone inside, a beech pestle in the hand',
    description: prose`
      A blade cuts spices; a mortar bruises them, and that is where the smell is. The bowl is turned from
      one lump of pale granite and left rough inside, so that pepper stays under the pestle instead of
      jumping across the kitchen.

      The pestle is beech, long enough to keep the knuckles clear. It weighs two and a half kilograms and
      does not wander. Rub it out with a handful of rice before the first use; after that, hot water, no
      soap.`,
    facts: [
      fact('Material', 'Granite, beech'),
      fact('Diameter', '14 cm'),
      fact('Height', '9 cm'),
      fact('Care', 'Rinse with hot water, no soap'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'mortar', alt: 'Pale stone mortar with a beech pestle leaning in it' },
      { key: 'mortar-detail', alt: 'A pestle resting on the rim of a stone mortar' },
    ],
    variants: [variant('QS-MORTAR', {}, 4800, 2500, 15)],
  },
  {
    slug: 'whisk',
    categories: ['kitchen'],
    name: 'Whisk',
    subtitle: 'Six wire loops, a beech handle, nothing rattles',
    description: prose`
      A whisk is a sprung instrument. If the wires are too thick it stirs, if they are too thin it tickles;
      these are a millimetre and a quarter, and a bowl of cream takes them two minutes.

      They run right through the brass collar and are fixed inside the handle, where nothing can come
      loose and no water gets in. It stands on its own loops to dry, head down, like a bat. Machines are
      faster, and have to be washed up.`,
    facts: [
      fact('Material', 'Stainless steel, beech, brass'),
      fact('Length', '26 cm'),
      fact('Care', 'Wash by hand'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'whisk', alt: 'Wire whisk with a beech handle, standing on its loops' }],
    variants: [variant('QS-WHISK', {}, 1900, 110, 39)],
  },
]
