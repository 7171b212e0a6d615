/** Textiles: linen, cotton and wool for the house and the beach. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const linen = fact('Material', '100 % European flax linen')
const warmWash = fact('Care', 'Machine wash at 40 °C, line dry')
const guimaraes = fact('Woven in', 'Portugal')

export const textiles: DemoProduct[] = [
  {
    slug: 'linen-cushion',
    categories: ['textiles'],
    name: 'Linen cushion',
    subtitle: 'Heavy washed linen, piped by hand',
    description: prose`
      New linen is stiff and a bit proud. We wash ours with pumice before it is sewn, so that it arrives
      with the manners of a cloth that has been in the family for years.

      The cover closes with a hidden zip and comes off in a second. The edge is piped in the same linen,
      which keeps the corners sharp when everything else has gone soft. Inside is a feather pad a size
      larger than the cover, because a cushion ought to push back.`,
    facts: [
      linen,
      fact('Size', 'Small 40 × 40, medium 50 × 50, large 60 × 60 cm'),
      fact('Filling', 'Duck feather pad, included'),
      warmWash,
      guimaraes,
    ],
    options: ['colour', 'size'],
    taxCategory: 'standard',
    picture: [
      { key: 'linen-cushion-rust', alt: 'Square cushion in rust red linen', shows: { colour: 'rust' } },
      { key: 'linen-cushion-sage', alt: 'Square cushion in sage green linen', shows: { colour: 'sage' } },
      { key: 'linen-cushion-oat', alt: 'Square cushion in oat linen', shows: { colour: 'oat' } },
      {
        key: 'linen-cushion-detail',
        alt: 'The weave of a rust red linen cushion from near',
        shows: { colour: 'rust' },
      },
    ],
    variants: [
      variant('QS-CUSH-RUST-S', { colour: 'rust', size: 'small' }, 3900, 520, 34),
      variant('QS-CUSH-RUST-M', { colour: 'rust', size: 'medium' }, 4900, 780, 29),
      variant('QS-CUSH-RUST-L', { colour: 'rust', size: 'large' }, 6200, 1100, 12),
      variant('QS-CUSH-SAGE-S', { colour: 'sage', size: 'small' }, 3900, 520, 31),
      variant('QS-CUSH-SAGE-M', { colour: 'sage', size: 'medium' }, 4900, 780, 24),
      variant('QS-CUSH-SAGE-L', { colour: 'sage', size: 'large' }, 6200, 1100, 5),
      variant('QS-CUSH-OAT-S', { colour: 'oat', size: 'small' }, 3900, 520, 46),
      variant('QS-CUSH-OAT-M', { colour: 'oat', size: 'medium' }, 4900, 780, 40),
      variant('QS-CUSH-OAT-L', { colour: 'oat', size: 'large' }, 6200, 1100, 16),
    ],
    featured: true,
  },
  {
    slug: 'stripe-cushion',
    categories: ['textiles'],
    name: 'Stripe cushion',
    subtitle: 'Ticking stripes, woven rather than printed',
    description: prose`
      Ticking was made to keep feathers in, so it is woven tight enough to hold water for a while. The
      stripe is part of the warp: it goes through the cloth and does not fade from one side only.

      We match the stripes across the seams, which wastes a little cloth and cannot be unseen once you
      know. The back is plain oat linen, for days when a stripe is too much. It sits well beside the
      Linen cushion in any of its colours.`,
    facts: [
      fact('Material', '55 % linen, 45 % cotton'),
      fact('Size', '50 × 50 cm'),
      fact('Filling', 'Duck feather pad, included'),
      warmWash,
      guimaraes,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'stripe-cushion-sea',
        alt: 'Square cushion with sea blue ticking stripes',
        shows: { colour: 'sea' },
      },
      {
        key: 'stripe-cushion-soot',
        alt: 'Square cushion with soot black ticking stripes',
        shows: { colour: 'soot' },
      },
      {
        key: 'stripe-cushion-detail',
        alt: 'The blue stripes and the corner of a cushion',
        shows: { colour: 'sea' },
      },
    ],
    variants: [
      variant('QS-STRIPE-SEA', { colour: 'sea' }, 5200, 790, 32),
      variant('QS-STRIPE-SOOT', { colour: 'soot' }, 5200, 790, 28),
    ],
  },
  {
    slug: 'long-cushion',
    categories: ['textiles'],
    name: 'Long cushion',
    subtitle: 'For the small of the back and the end of the sofa',
    description: prose`
      Square cushions are for looking at. The long one is for use: behind the back in a deep chair, under
      the knees on the floor, across the arm of a sofa for a short sleep on Sunday.

      It is made of the same washed linen as the square ones, with a band of a paler shade at either end
      and a firm filling that keeps its length. The cover has a zip along the lower seam, where nobody
      lies on it.`,
    facts: [
      linen,
      fact('Size', '35 × 80 cm'),
      fact('Filling', 'Wool and feather pad, included'),
      warmWash,
      guimaraes,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'long-cushion-clay',
        alt: 'Long cushion in clay linen with pale ends',
        shows: { colour: 'clay' },
      },
      {
        key: 'long-cushion-harbour',
        alt: 'Long cushion in dark green linen with pale ends',
        shows: { colour: 'harbour' },
      },
      {
        key: 'long-cushion-detail',
        alt: 'The corner of a long clay red cushion from near',
        shows: { colour: 'clay' },
      },
    ],
    variants: [
      variant('QS-LONG-CLAY', { colour: 'clay' }, 5800, 900, 23),
      variant('QS-LONG-HARBOUR', { colour: 'harbour' }, 5800, 900, 18),
    ],
  },
  {
    slug: 'wool-throw',
    categories: ['textiles'],
    name: 'Wool throw',
    subtitle: 'Lambswool in a wide herringbone, with a knotted fringe',
    description: prose`
      There is a draught in every room, and this is what one does about it. The throw is woven from
      lambswool that is dyed before it is spun, so each thread holds several shades and the colour moves
      as the cloth does.

      It covers two people on a sofa or one person completely. The fringe is knotted by hand in bunches
      of twelve. Air it on a damp day instead of washing it, and it will smell of nothing but outdoors.`,
    facts: [
      fact('Material', '100 % lambswool'),
      fact('Size', '130 × 180 cm'),
      fact('Care', 'Air often, dry clean seldom'),
      fact('Woven in', 'Scotland'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'wool-throw-oat', alt: 'Folded oat wool throw with a fringe', shows: { colour: 'oat' } },
      { key: 'wool-throw-sea', alt: 'Folded sea blue wool throw with a fringe', shows: { colour: 'sea' } },
      { key: 'wool-throw-rust', alt: 'Folded rust red wool throw with a fringe', shows: { colour: 'rust' } },
      {
        key: 'wool-throw-detail',
        alt: 'The folds of an oat-coloured wool throw from near',
        shows: { colour: 'oat' },
      },
    ],
    variants: [
      variant('QS-THROW-OAT', { colour: 'oat' }, 9800, 850, 26),
      variant('QS-THROW-SEA', { colour: 'sea' }, 9800, 850, 20),
      variant('QS-THROW-RUST', { colour: 'rust' }, 9800, 850, 14),
    ],
    featured: true,
  },
  {
    slug: 'beach-towel',
    categories: ['textiles', 'outdoors'],
    name: 'Beach towel',
    subtitle: 'Flat woven, quick to dry, sand shakes off',
    description: prose`
      A thick towel takes half the beach home with it. This one is woven flat, like a fine sack, with
      loops on one side only. It dries a swimmer about as well, dries itself in a third of the time, and
      lets the sand fall where it came from.

      Rolled up it is no bigger than a bottle of wine. The stripes are woven in and have been through
      fifty hot washes at our kitchen table without giving in.`,
    facts: [
      fact('Material', '100 % organic cotton'),
      fact('Size', '95 × 180 cm'),
      fact('Care', 'Machine wash at 60 °C, tumble dry'),
      guimaraes,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'beach-towel-sea', alt: 'Rolled beach towel with sea blue stripes', shows: { colour: 'sea' } },
      { key: 'beach-towel-clay', alt: 'Rolled beach towel with clay red stripes', shows: { colour: 'clay' } },
      {
        key: 'beach-towel-detail',
        alt: 'The blue stripes of a rolled beach towel from near',
        shows: { colour: 'sea' },
      },
    ],
    variants: [
      variant('QS-BEACH-SEA', { colour: 'sea' }, 4400, 480, 55),
      variant('QS-BEACH-CLAY', { colour: 'clay' }, 3600, 480, 41, 4400),
    ],
  },
  {
    slug: 'tea-towels',
    categories: ['textiles', 'kitchen'],
    name: 'Tea towels',
    subtitle: 'Linen that polishes glass and leaves nothing behind',
    description: prose`
      Cotton drinks water but sheds lint. Linen drinks more and sheds nothing, which is why every hotel
      with good glasses keeps a stack of these under the bar.

      Ours are woven in a plain huckaback with a narrow border in two blues, and have a loop at the
      middle of the short side, so they hang straight. They improve for about ten years and then become
      the best cleaning cloths in the house for another ten.`,
    facts: [
      linen,
      fact('Size', '48 × 70 cm'),
      fact('Care', 'Machine wash at 60 °C, iron damp if you must'),
      guimaraes,
    ],
    options: ['set'],
    taxCategory: 'standard',
    picture: [
      { key: 'tea-towels', alt: 'Folded linen tea towels with a blue border' },
      { key: 'tea-towels-detail', alt: 'The hems of folded tea towels from near' },
    ],
    variants: [
      variant('QS-TTOWEL-2', { set: 'two' }, 2400, 260, 70),
      variant('QS-TTOWEL-4', { set: 'four' }, 4200, 520, 38, 4800),
    ],
  },
  {
    slug: 'linen-napkins',
    categories: ['textiles', 'kitchen'],
    name: 'Linen napkins',
    subtitle: 'Large, soft and better without ironing',
    description: prose`
      A napkin the size of a handkerchief is only a gesture. These are large enough to cover a lap and
      heavy enough to stay on it, with mitred corners and a narrow hem sewn in thread of the same colour.

      Take them out of the machine, pull them flat and fold them while they are damp: that is all the
      ironing they need. The colours are meant to be mixed. Most people begin with four in one colour
      and end with twelve in three.`,
    facts: [linen, fact('Size', '45 × 45 cm'), warmWash, guimaraes],
    options: ['colour', 'set'],
    taxCategory: 'standard',
    picture: [
      { key: 'linen-napkins-chalk', alt: 'Stack of folded chalk white napkins', shows: { colour: 'chalk' } },
      { key: 'linen-napkins-sage', alt: 'Stack of folded sage green napkins', shows: { colour: 'sage' } },
      { key: 'linen-napkins-rust', alt: 'Stack of folded rust red napkins', shows: { colour: 'rust' } },
      {
        key: 'linen-napkins-detail',
        alt: 'The folded edges of white linen napkins from near',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-NAPK-CHALK-4', { colour: 'chalk', set: 'four' }, 3200, 260, 48),
      variant('QS-NAPK-CHALK-6', { colour: 'chalk', set: 'six' }, 4600, 390, 30),
      variant('QS-NAPK-SAGE-4', { colour: 'sage', set: 'four' }, 3200, 260, 37),
      variant('QS-NAPK-SAGE-6', { colour: 'sage', set: 'six' }, 4600, 390, 21),
      variant('QS-NAPK-RUST-4', { colour: 'rust', set: 'four' }, 3200, 260, 33),
      variant('QS-NAPK-RUST-6', { colour: 'rust', set: 'six' }, 4600, 390, 4),
    ],
  },
  {
    slug: 'work-apron',
    categories: ['textiles', 'kitchen'],
    name: 'Work apron',
    subtitle: 'Cross-back straps, two deep pockets, one loop for a cloth',
    description: prose`
      An apron that hangs from the neck is a tiring thing by evening. This one hangs from the shoulders:
      the straps cross behind and run through two eyelets, so it goes on over the head and needs no knot.

      The canvas is heavy and keeps hot fat and wet clay on the outside. The pockets are set wide, so
      that you can sit down with a spoon in one of them. One size fits most people, because the straps
      do the fitting.`,
    facts: [
      fact('Material', 'Cotton canvas, 340 g/m²'),
      fact('Size', '72 × 88 cm'),
      fact('Care', 'Machine wash at 60 °C'),
      guimaraes,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'work-apron-harbour', alt: 'Dark green canvas apron on a peg', shows: { colour: 'harbour' } },
      { key: 'work-apron-oat', alt: 'Oat canvas apron on a peg', shows: { colour: 'oat' } },
    ],
    variants: [
      variant('QS-APRON-HARBOUR', { colour: 'harbour' }, 5400, 520, 27),
      variant('QS-APRON-OAT', { colour: 'oat' }, 5400, 520, 22),
    ],
  },
]
