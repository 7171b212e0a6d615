/** Prints: drawings, each in up to three formats, with or without a frame. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct, DemoVariant } from './types.ts'

/** The same for every drawing. */
export const facts = [
  fact('Paper', 'Cotton rag, 310 g/m², matt'),
  fact('Print', 'Pigment inks, fade resistant for 80 years indoors'),
  fact('Frame', 'Solid wood, acrylic glass, ready to hang'),
  fact('Edition', '300, numbered in pencil'),
]

/** Euro cents and grams by format and frame, the same for every drawing. */
const FORMATS = {
  a4: { bare: 2400, framed: 5400, bareGrams: 120, framedGrams: 900 },
  a3: { bare: 3600, framed: 7900, bareGrams: 210, framedGrams: 1600 },
  '50x70': { bare: 5900, framed: 12900, bareGrams: 420, framedGrams: 3400 },
}
type Offer = [format: keyof typeof FORMATS, frame: 'none' | 'oak' | 'black', stock: number]

export function offers(sku: string, list: [Offer, ...Offer[]]): [DemoVariant, ...DemoVariant[]] {
  return list.map(([format, frame, stock]) => {
    const { bare, framed, bareGrams, framedGrams } = FORMATS[format]
    return variant(
      `${sku}-${format.toUpperCase()}-${frame.toUpperCase()}`,
      { format, frame },
      frame === 'none' ? bare : framed,
      frame === 'none' ? bareGrams : framedGrams,
      stock,
    )
  }) as [DemoVariant, ...DemoVariant[]]
}

export const prints: DemoProduct[] = [
  {
    slug: 'low-tide-1',
    categories: ['prints'],
    name: 'Low tide no. 1',
    subtitle: 'Green flats and a late sun',
    description: prose`
      The first of four drawings made from the same bench. At low tide the water leaves a
      mile of mud behind it, and for twenty minutes in the evening the mud is the most beautiful thing on
      the coast.

      The land is reduced to five bands and the sun to a disc, which is about how it looks with your eyes
      half closed. The greens are mixed from one ink and its own shadow. Hang it where the light
      comes from the left, as it did on the day.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      { key: 'low-tide-1', alt: 'Framed print of green hills under an orange sun', shows: { frame: 'oak' } },
      { key: 'low-tide-1-black', alt: 'The same print in a black frame', shows: { frame: 'black' } },
      {
        key: 'low-tide-1-detail',
        alt: 'The corner of a framed print, numbered in pencil',
        shows: { frame: 'oak' },
      },
    ],
    variants: offers('QS-LOW1', [
      ['a4', 'none', 60],
      ['a4', 'oak', 24],
      ['a4', 'black', 20],
      ['a3', 'none', 45],
      ['a3', 'oak', 18],
      ['a3', 'black', 14],
      ['50x70', 'none', 30],
      ['50x70', 'oak', 10],
      ['50x70', 'black', 8],
    ]),
    featured: true,
  },
  {
    slug: 'low-tide-2',
    categories: ['prints'],
    name: 'Low tide no. 2',
    subtitle: 'The same bench, an hour later',
    description: prose`
      The second drawing was begun when the first was already packed away. The sun had gone behind the
      sea wall and everything that had been green was suddenly the colour of bricks and apricots.

      It has the same five bands as its neighbour, drawn in the same order, and hangs beside it or alone.
      If you buy both, put this one on the right. The pale disc is left as bare paper: it is the only
      white in the picture and the lightest thing in most rooms.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      { key: 'low-tide-2', alt: 'Framed print of russet hills under a pale sun', shows: { frame: 'oak' } },
    ],
    variants: offers('QS-LOW2', [
      ['a4', 'none', 55],
      ['a4', 'oak', 22],
      ['a4', 'black', 17],
      ['a3', 'none', 40],
      ['a3', 'oak', 16],
      ['a3', 'black', 12],
      ['50x70', 'none', 28],
      ['50x70', 'oak', 3],
      ['50x70', 'black', 9],
    ]),
  },
  {
    slug: 'moorings',
    categories: ['prints'],
    name: 'Moorings',
    subtitle: 'Five boats, and the water that holds them',
    description: prose`
      Seen from the harbour wall on a still morning, a boat is two shapes: the one that floats and the
      one that hangs beneath it, upside down and a little longer. This print is mostly about the second.

      The water is drawn with some seventy horizontal lines, closer together where it is darker, and
      not one of them is quite straight. Stand back three steps and the lines close up into a surface.
      Stand near and they are only lines again.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      { key: 'moorings', alt: 'Framed print of boats mirrored in lined water', shows: { frame: 'oak' } },
    ],
    variants: offers('QS-MOOR', [
      ['a4', 'none', 50],
      ['a4', 'oak', 20],
      ['a3', 'none', 36],
      ['a3', 'oak', 15],
      ['50x70', 'none', 24],
      ['50x70', 'oak', 8],
    ]),
  },
  {
    slug: 'pebbles',
    categories: ['prints'],
    name: 'Pebbles',
    subtitle: 'Nineteen stones from one pocket',
    description: prose`
      Everybody comes home from the beach with a pocket full of stones and no idea what to do with them.
      We arranged one such pocketful on a sheet of paper, drew around each stone, and put them back on
      the beach the next day.

      The colours are the ones they had when wet. It is a calm picture with a quiet joke in it: one of
      the nineteen is not a stone at all, and children find it first. It suits a bathroom, a hall, a
      nursery wall.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      { key: 'pebbles', alt: 'Framed print of rounded stones in sea colours', shows: { frame: 'oak' } },
    ],
    variants: offers('QS-PEBB', [
      ['a4', 'none', 58],
      ['a4', 'oak', 21],
      ['a3', 'none', 33],
      ['a3', 'oak', 13],
    ]),
  },
  {
    slug: 'sail-plan',
    categories: ['prints'],
    name: 'Sail plan',
    subtitle: 'Canvas, cut into triangles',
    description: prose`
      A sail plan is the drawing a sailmaker works from: every sail laid flat over every other, with only
      the outlines to tell them apart. Filled in with colour, it turns out to be a composition.

      Ours is taken from a small gaff cutter that was built for fishing and is now kept for pleasure. The
      overlaps are printed wet on wet, so where two sails cross a third colour appears that nobody mixed.
      The thin upright line is the mast.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      { key: 'sail-plan', alt: 'Framed print of overlapping coloured sails', shows: { frame: 'oak' } },
    ],
    variants: offers('QS-SAIL', [
      ['a4', 'none', 47],
      ['a4', 'oak', 18],
      ['a3', 'none', 31],
      ['a3', 'oak', 12],
      ['50x70', 'none', 22],
      ['50x70', 'oak', 6],
    ]),
  },
  {
    slug: 'harbour-chart',
    categories: ['prints'],
    name: 'Harbour chart',
    subtitle: 'The depths of a bay that does not exist',
    description: prose`
      A chart is a landscape drawn by people who are chiefly afraid of it. Each line joins places of the
      same depth; where they crowd together the bottom falls away, and where they spread there is sand
      and a good anchorage.

      This bay was invented on a winter evening and surveyed entirely from an armchair. Do not navigate
      by it. The contours are printed in one blue at nine strengths, and the small cross marks the spot
      where we would drop the anchor.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [{ key: 'harbour-chart', alt: 'Framed print of blue depth contours', shows: { frame: 'oak' } }],
    variants: offers('QS-CHART', [
      ['a4', 'none', 44],
      ['a4', 'oak', 16],
      ['a3', 'none', 29],
      ['a3', 'oak', 11],
      ['50x70', 'none', 20],
      ['50x70', 'oak', 5],
    ]),
  },
  {
    slug: 'lighthouse',
    categories: ['prints'],
    name: 'Lighthouse',
    subtitle: 'Four bands against the weather',
    description: prose`
      Lighthouses are striped so that they can be told apart by day, each with its own pattern in the
      pilot book. The one in this print has four bands and a slight lean, the second of which is the fault of
      the person who drew it.

      The sky is a single flat colour and the beam a single pale wedge. It is the most popular print in
      the shop with people under ten, and has been asked for in green. There is no green one.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      { key: 'lighthouse', alt: 'Framed print of a banded lighthouse and its beam', shows: { frame: 'oak' } },
    ],
    variants: offers('QS-LIGHT', [
      ['a4', 'none', 62],
      ['a4', 'oak', 25],
      ['a3', 'none', 38],
      ['a3', 'oak', 14],
    ]),
  },
]
