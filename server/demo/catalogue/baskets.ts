/** Baskets for the house: willow woven in other shapes than the fisher's. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const willow = fact('Material', 'Buff willow')
const poland = fact('Woven in', 'Poland')
const damp = fact('Care', 'Brush out, damp once a year')

export const baskets: DemoProduct[] = [
  {
    slug: 'laundry-basket',
    categories: ['outdoors'],
    name: 'Laundry basket',
    subtitle: 'Tall, lidded, and too handsome to hide',
    description: prose`
      A week of shirts disappears in it, and nobody has to look at them. The weave is open enough for damp
      towels to dry and close enough to keep socks from escaping. The dark band is smoked willow, not
      stain.

      The lid sits in the rim without a hinge, because hinges are what breaks first, and has a leather loop
      that can be found with the eyes shut. Two people can carry it full; the cat will regard it as a
      lookout.`,
    facts: [willow, fact('Height', '49 cm'), fact('Diameter', '33 cm'), damp, poland],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'laundry-basket', alt: 'Tall round willow basket with a woven lid and a leather loop' },
      { key: 'laundry-basket-detail', alt: 'The open weave of a tall basket from near' },
    ],
    variants: [variant('QS-LAUNDRY', {}, 11_900, 2600, 14)],
  },
  {
    slug: 'bread-basket',
    categories: ['outdoors', 'kitchen'],
    name: 'Bread basket',
    subtitle: 'Low and oval, for rolls that are still warm',
    description: prose`
      Bread likes air, and a basket gives it some without letting it dry out. This one is low, so that one can
      reach across the table without knocking over the glasses, and oval, so that a loaf fits as well as
      a dozen rolls.

      It is woven in one go from the base to the rim and has no nails that could end up in the butter.
      Line it with a napkin and nobody will notice the crumbs until the end of breakfast.`,
    facts: [willow, fact('Size', '36 × 22 cm, 7 cm high'), damp, poland],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'bread-basket', alt: 'Low oval willow basket filled with bread rolls' },
      { key: 'bread-basket-detail', alt: 'Rolls in an oval basket from near' },
    ],
    variants: [variant('QS-BREADB', {}, 2900, 310, 37)],
  },
  {
    slug: 'bicycle-basket',
    categories: ['outdoors'],
    name: 'Bicycle basket',
    subtitle: 'Two leather straps, and no brackets to lose',
    description: prose`
      It hangs from the handlebar by two leather straps and rests against the head tube, which is all a basket
      needs. Buckle it on in the morning, unbuckle it at the market, carry it through, and ride home with
      leeks in front of you.

      The back is straight and the front is wider, so that it clears the brake cables. A smoked band runs
      under the rim. It takes up to six kilograms; for anything heavier there are friends with cars.`,
    facts: [willow, fact('Size', '35 × 25 cm, 20 cm high'), fact('Carries', 'Up to 6 kg'), damp, poland],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'bicycle-basket', alt: 'Oval willow basket with two buckled leather straps in front' },
      { key: 'bicycle-basket-detail', alt: 'A basket’s leather straps and brass buckles from near' },
    ],
    variants: [variant('QS-BIKEB', {}, 5600, 780, 19)],
  },
  {
    slug: 'plant-basket',
    categories: ['outdoors'],
    name: 'Plant basket',
    subtitle: 'Hides the plastic pot and flatters the plant',
    description: prose`
      Every good plant comes home in an ugly pot, and this is what goes around it. The belly is wide, so that
      there is room for a saucer inside, and the mouth is narrow, so that nobody sees it.

      The lower half is woven from white willow, which is peeled in spring, the upper half from buff, which
      is boiled with its bark. No dye is used for either. It is light enough to be turned to the sun with
      one foot, once a week.`,
    facts: [
      fact('Material', 'White and buff willow'),
      fact('Diameter', '28 cm'),
      fact('Height', '21 cm'),
      damp,
      poland,
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'plant-basket', alt: 'Round two-tone willow basket with a leafy fig plant in it' }],
    variants: [variant('QS-PLANTB', {}, 4400, 640, 23)],
  },
  {
    slug: 'woven-tray',
    categories: ['outdoors', 'kitchen'],
    name: 'Woven tray',
    subtitle: 'Breakfast for two, carried with both hands',
    description: prose`
      Oval, light and with an edge high enough that a pot of tea does not slide off on the stairs. The base is
      a plain board of willow laths, level enough for glasses, and the handles are leather, sewn on where
      the weight is.

      In between breakfasts it stays on the sideboard and collects keys, letters and oranges. It wipes
      clean with a damp cloth and should not be put in the dishwasher, although one customer has done so
      twice.`,
    facts: [fact('Material', 'Willow, leather'), fact('Size', '40 × 27 cm'), damp, poland],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'woven-tray', alt: 'Oval woven willow tray with leather handles' },
      { key: 'woven-tray-detail', alt: 'The plaited rim of an oval tray from near' },
    ],
    variants: [variant('QS-TRAY', {}, 4900, 720, 21)],
  },
  {
    slug: 'nest-of-three',
    categories: ['outdoors'],
    name: 'Nest of three baskets',
    subtitle: 'One for bread, one for onions, one for odds and ends',
    description: prose`
      Three round baskets of one family, each small enough to sleep inside the next. They are woven by the same
      person one after the other, from the same bundle of rods, which is why their colour agrees even as
      it darkens over the years.

      The largest takes a loaf, the middle one onions, and the smallest whatever has no place of its own.
      Put them on a shelf, and the shelf looks tidy. Put them away, and they need the room of one.`,
    facts: [willow, fact('Diameter', '14, 19 and 25 cm'), fact('Set', 'Three baskets'), damp, poland],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'nest-of-three', alt: 'Three round willow baskets of different sizes, side by side' },
      { key: 'nest-of-three-detail', alt: 'The smallest of three baskets before the larger ones' },
    ],
    variants: [variant('QS-NEST', {}, 6900, 1050, 18)],
  },
  {
    slug: 'wall-basket',
    categories: ['outdoors'],
    name: 'Wall basket',
    subtitle: 'Half a basket, flat at the back, on one nail',
    description: prose`
      By the door there is never a free surface and always something in the hand. This basket takes it: post,
      gloves, the dog's lead, the shopping list. It hangs on a leather loop and lies flat against the wall, so
      nobody catches a sleeve on it.

      Weaving half a basket is harder than weaving a whole one, as there is no way round. The stakes are
      bent back on themselves at both edges, and only two of our weavers like doing it. In the kitchen it
      holds onions, in the garden shed string.`,
    facts: [fact('Material', 'Willow, leather'), fact('Size', '26 × 12 cm, 20 cm high'), damp, poland],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'wall-basket', alt: 'Half-round willow basket hanging from a peg by a leather loop' }],
    variants: [variant('QS-WALLB', {}, 3900, 480, 27)],
  },
]
