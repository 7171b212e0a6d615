/** More prints: the rest of the tide, and nets. */
import { facts, offers } from './prints.ts'
import { prose } from './write.ts'
import type { DemoProduct } from './types.ts'

export const drawings: DemoProduct[] = [
  {
    slug: 'low-tide-3',
    categories: ['prints'],
    name: 'Low tide no. 3',
    subtitle: 'Blue flats, and a sun that does not help',
    description: prose`
      For the third drawing we went back in February. The bench was wet and the flats had turned the blue of
      slate roofs, in five steps from the sky down to our boots. The sun was there, and made no difference.

      It is the coolest of the four and the one that people hang in kitchens. All five blues are mixed from
      one pigment, with more or less white in it, so they never quarrel. On a grey day it is the brightest
      thing on the wall.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'low-tide-3',
        alt: 'Framed print of blue hills under a pale yellow sun',
        shows: { frame: 'oak' },
      },
    ],
    variants: offers('QS-LOW3', [
      ['a4', 'none', 52],
      ['a4', 'oak', 19],
      ['a3', 'none', 37],
      ['a3', 'oak', 14],
      ['50x70', 'none', 26],
      ['50x70', 'oak', 7],
    ]),
  },
  {
    slug: 'low-tide-4',
    categories: ['prints'],
    name: 'Low tide no. 4',
    subtitle: 'Sand, driftwood and a red disc',
    description: prose`
      The last of the four was drawn from memory, indoors, with sand still in the paintbox. There is no green
      left in it and no blue, only what stays when the water has been gone for some time: sand, wood, stone.

      The disc is the colour of a flowerpot. It may be rising or setting; the person who drew it no longer
      knows. Hung together, the four go round the year, and this one comes to the right of all the others.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'low-tide-4',
        alt: 'Framed print of sand-coloured hills under a red sun',
        shows: { frame: 'oak' },
      },
    ],
    variants: offers('QS-LOW4', [
      ['a4', 'none', 49],
      ['a4', 'oak', 17],
      ['a3', 'none', 34],
      ['a3', 'oak', 12],
      ['50x70', 'none', 23],
      ['50x70', 'oak', 6],
    ]),
  },
  {
    slug: 'nets',
    categories: ['prints'],
    name: 'Nets',
    subtitle: 'Forty-eight lines and five floats, hung out to dry',
    description: prose`
      A net is a drawing already. Hung on a wall to dry it pulls itself out of shape, and every mesh becomes a
      little different from its neighbour. We drew one from the quay, thread by thread, until the fisherman
      came to fetch it.

      The lines are printed in one dark green, the floats in the three warm colours they have when they are
      new. It looks regular from the door and restless from the sofa, which is what we like about it.`,
    facts,
    options: ['format', 'frame'],
    taxCategory: 'standard',
    picture: [
      { key: 'nets', alt: 'Framed print of a drying net with coloured floats', shows: { frame: 'oak' } },
    ],
    variants: offers('QS-NETS', [
      ['a4', 'none', 46],
      ['a4', 'oak', 18],
      ['a3', 'none', 30],
      ['a3', 'oak', 11],
    ]),
  },
]
