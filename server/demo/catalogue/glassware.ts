/** More glass for the table and the shelf. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const glass = fact('Material', 'Mouth-blown glass, part recycled')
const dishwasher = fact('Care', 'Dishwasher safe')

export const glassware: DemoProduct[] = [
  {
    slug: 'wine-glasses',
    categories: ['kitchen'],
    name: 'Wine glasses',
    subtitle: 'One shape for red, white and the water in between',
    description: prose`
      There are shops that will sell you a different glass for every valley in France. We have one. It is
      wide enough for a red to breathe, narrow enough to keep a white cool, and it fits upright into an
      ordinary dishwasher, which decides more evenings than any of the rest.

      The stem is drawn from the bowl and not stuck on, so there is no seam where it could part. Flick
      the rim with a fingernail and it sings an A, roughly.`,
    facts: [glass, fact('Capacity', '420 ml'), fact('Height', '19.5 cm'), dishwasher],
    options: ['set'],
    taxCategory: 'standard',
    picture: [{ key: 'wine-glasses', alt: 'Two stemmed wine glasses of clear glass' }],
    variants: [
      variant('QS-WINE-2', { set: 'two' }, 3400, 320, 33),
      variant('QS-WINE-6', { set: 'six' }, 9600, 960, 16),
    ],
  },
  {
    slug: 'highball-glasses',
    categories: ['kitchen'],
    name: 'Highball glasses',
    subtitle: 'Tall, straight and heavy where it matters',
    description: prose`
      A tall drink is mostly ice and patience, and both need room. These take four cubes, a slice and a
      long spoon, and a base two fingers thick keeps the whole arrangement from going over when somebody
      reaches for the olives.

      They are the Tumblers' taller relations, blown by the same people in a mould half as high again. By
      day they hold iced coffee, and toothbrushes for those with taste.`,
    facts: [glass, fact('Capacity', '350 ml'), fact('Height', '14 cm'), dishwasher],
    options: ['set'],
    taxCategory: 'standard',
    picture: [{ key: 'highball-glasses', alt: 'Two tall straight glasses of clear glass' }],
    variants: [
      variant('QS-HIGH-2', { set: 'two' }, 2200, 640, 37),
      variant('QS-HIGH-4', { set: 'four' }, 4000, 1280, 24),
    ],
  },
  {
    slug: 'oil-bottle',
    categories: ['kitchen'],
    name: 'Oil bottle',
    subtitle: 'Stands by the stove and does not drip down its side',
    description: prose`
      Good oil comes in canisters, and nobody wants a canister on the table. This bottle takes half a litre
      and pours in a thread, because the neck is narrow and the lip is cut sharp, so that the last drop goes
      back instead of round the outside.

      The cork is turned from one piece. If oil is to stay green, keep the bottle out of the sun; if it is
      to be admired, put it on the windowsill and use it faster.`,
    facts: [
      fact('Material', 'Mouth-blown glass, natural cork'),
      fact('Capacity', '500 ml'),
      fact('Height', '25 cm'),
      fact('Care', 'Glass dishwasher safe, wipe the cork'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'oil-bottle', alt: 'Clear bottle with a cork, half full of golden oil' }],
    variants: [variant('QS-OIL', {}, 2400, 430, 35)],
  },
  {
    slug: 'glass-bud-vase',
    categories: ['kitchen', 'ceramics'],
    name: 'Glass bud vase',
    subtitle: 'Shows the stem, which is half of the flower',
    description: prose`
      In a clay vase you see the flower; in a glass one you also see how it drinks. The belly of this little
      vase is as round as a drop and bends everything behind it: the window, the garden, the cat.

      It is blown from bottle glass and keeps a trace of its green. Change the water when you can see
      that it needs changing, which is the advantage of glass. Three of them in a row make more of a table
      than one large bunch.`,
    facts: [
      fact('Material', 'Recycled glass'),
      fact('Height', '13 cm'),
      fact('Opening', '2 cm'),
      fact('Care', 'Wash by hand'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'glass-bud-vase', alt: 'Small round glass vase with one leafy stem' }],
    variants: [variant('QS-GBUD', {}, 1800, 190, 41)],
  },
  {
    slug: 'cloche',
    categories: ['kitchen'],
    name: 'Cheese cloche',
    subtitle: 'A glass bell over an oak plate',
    description: prose`
      Cheese wants to be neither in the refrigerator nor in the air. Under a bell it keeps its own climate
      for an evening and half of the next day, and everybody can see what is left of it.

      The oak plate is turned with a shallow step in which the glass stands, so it does not slide when it is
      carried. The knob is solid and fits a hand holding a glass as well. It does for a cake of modest size
      and, in the season, for one perfect peach.`,
    facts: [
      fact('Material', 'Mouth-blown glass, solid oak'),
      fact('Diameter', '21 cm'),
      fact('Height', '17 cm'),
      fact('Care', 'Wash by hand, oil now and then'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'cloche', alt: 'Glass bell on a round oak plate with a small cheese under it' }],
    variants: [variant('QS-CLOCHE', {}, 5800, 1300, 14)],
  },
  {
    slug: 'glass-bowl',
    categories: ['kitchen'],
    name: 'Glass bowl',
    subtitle: 'Wide, thick and never quite empty',
    description: prose`
      A bowl of fruit is the one decoration that gets eaten. This one is blown thick, with a wall you can
      see the edge of, and it throws a ring of light on the table that wanders about during the day.

      It is freely shaped, without a mould, so the rim rises and falls by a few millimetres. The glass has
      the faintest tinge of green. It will also take a salad for four, and floating candles, if it is
      that sort of evening.`,
    facts: [glass, fact('Diameter', '20 cm'), fact('Height', '8 cm'), dishwasher],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'glass-bowl', alt: 'Wide bowl of clear glass holding two pears' }],
    variants: [variant('QS-GBOWL', {}, 4400, 1150, 18)],
  },
]
