/** More stoneware: what a table needs besides mugs. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const stoneware = fact('Material', 'Stoneware, food-safe glaze')
const machineSafe = fact('Care', 'Dishwasher and microwave safe')
const alentejo = fact('Made in', 'Portugal')

export const tableware: DemoProduct[] = [
  {
    slug: 'ramen-bowl',
    categories: ['ceramics'],
    name: 'Ramen bowl',
    subtitle: 'Deep, wide and steady on a high foot',
    description: prose`
      A bowl for a whole dinner: broth, noodles, an egg and room for the elbows of the vegetables. The foot is
      high enough to lift it with both hands when the soup is hot, and wide enough that it does not rock.

      The rim is dipped in a pale glaze that breaks brown where it is thin. Below it the colour runs darker
      towards the foot, as it pleases, and each bowl stops somewhere else. It also takes a salad for two, or
      all the apples of a Sunday.`,
    facts: [stoneware, fact('Capacity', '1.1 litres'), fact('Diameter', '21 cm'), machineSafe, alentejo],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'ramen-bowl-soot',
        alt: 'Deep soot black bowl with a pale dipped rim',
        shows: { colour: 'soot' },
      },
      { key: 'ramen-bowl-sea', alt: 'Deep sea blue bowl with a pale dipped rim', shows: { colour: 'sea' } },
      {
        key: 'ramen-bowl-detail',
        alt: 'The dark inside of a bowl from near, where the glaze has run',
        shows: { colour: 'soot' },
      },
    ],
    variants: [
      variant('QS-RAMEN-SOOT', { colour: 'soot' }, 3200, 780, 27),
      variant('QS-RAMEN-SEA', { colour: 'sea' }, 3200, 780, 22),
    ],
  },
  {
    slug: 'side-plate',
    categories: ['ceramics'],
    name: 'Side plate',
    subtitle: 'For bread, for cake, for the second helping',
    description: prose`
      The small sister of the Dinner plate, thrown by the same hands and a little out of round in the same
      way. It is large enough for a sandwich and small enough for a slice of cake to look like a lot.

      A shallow step inside the rim keeps crumbs and sauce where they belong and gives the thumb something
      to hold. The plates stack without clatter, because the foot is sanded. They come in pairs, as most
      people who eat cake do.`,
    facts: [stoneware, fact('Diameter', '19 cm'), fact('Set', 'Two plates'), machineSafe, alentejo],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'side-plate-sage',
        alt: 'Two small sage green plates with a brown rim line',
        shows: { colour: 'sage' },
      },
      {
        key: 'side-plate-chalk',
        alt: 'Two small chalk white plates with a brown rim line',
        shows: { colour: 'chalk' },
      },
      {
        key: 'side-plate-detail',
        alt: 'The edges of sage green plates, one on the other',
        shows: { colour: 'sage' },
      },
    ],
    variants: [
      variant('QS-SIDE-SAGE', { colour: 'sage' }, 2900, 820, 30),
      variant('QS-SIDE-CHALK', { colour: 'chalk' }, 2900, 820, 34),
    ],
  },
  {
    slug: 'bud-vase',
    categories: ['ceramics'],
    name: 'Bud vase',
    subtitle: 'A small vase for whatever was growing by the road',
    description: prose`
      Not every flower needs a bouquet around it. This vase holds one stem upright, or a twig, or the single
      rose that survived the week. The neck is narrow, so that a bent stalk stays where it is put.

      Thrown in one piece and left unglazed at the foot, it stands safely on a window sill and does not mark
      it. The glaze is satin and shows the rings of the potter's fingers when the light comes from the
      side. Three of them in a row make a table.`,
    facts: [stoneware, fact('Height', '13.5 cm'), fact('Diameter', '8.5 cm'), alentejo],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'bud-vase-clay', alt: 'Small clay red vase with one leafy stem', shows: { colour: 'clay' } },
      {
        key: 'bud-vase-chalk',
        alt: 'Small chalk white vase with one leafy stem',
        shows: { colour: 'chalk' },
      },
      {
        key: 'bud-vase-detail',
        alt: 'The neck of a clay red bud vase with a leafy twig',
        shows: { colour: 'clay' },
      },
    ],
    variants: [
      variant('QS-BUD-CLAY', { colour: 'clay' }, 2400, 260, 33),
      variant('QS-BUD-CHALK', { colour: 'chalk' }, 2400, 260, 29),
    ],
  },
  {
    slug: 'tea-bowl',
    categories: ['tea', 'ceramics'],
    name: 'Tea bowl',
    subtitle: 'No handle: when it can be held, it can be drunk',
    description: prose`
      A handle is there for people in a hurry. This bowl has none, and so it tells you by itself when the tea
      has cooled enough. It fits two hands in January and one hand in June, and its wall is thick enough
      for both.

      The upper third is left pale, the rest is dipped. The foot is cut while the clay is leather-hard and
      keeps the mark of the tool. It suits sencha and oolong, and also the small espresso that wants a
      large view.`,
    facts: [stoneware, fact('Capacity', '180 ml'), fact('Height', '6 cm'), machineSafe, alentejo],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'tea-bowl-sage',
        alt: 'Small tea bowl without a handle, sage green below a pale rim',
        shows: { colour: 'sage' },
      },
      {
        key: 'tea-bowl-rust',
        alt: 'Small tea bowl without a handle, rust red below a pale rim',
        shows: { colour: 'rust' },
      },
      {
        key: 'tea-bowl-detail',
        alt: 'The rim of a tea bowl with a band of sage green glaze',
        shows: { colour: 'sage' },
      },
    ],
    variants: [
      variant('QS-TEABOWL-SAGE', { colour: 'sage' }, 2100, 220, 38),
      variant('QS-TEABOWL-RUST', { colour: 'rust' }, 2100, 220, 25),
    ],
  },
]
