/** What is said of things of a kind, in English. */
import type { Opinions } from '../types.ts'

export const under: Opinions['under'] = {
  ceramics: [
    {
      stars: 5,
      title: 'The glaze is alive',
      text: 'It is darker where the fingers rest. You can see that somebody turned it, and it still stands level.',
    },
    {
      stars: 4,
      title: 'Heavy, in a good way',
      text: 'Keeps the coffee hot for long. Not for people with weak wrists.',
    },
    {
      stars: 3,
      title: 'Pretty, stains a little',
      text: 'Black tea leaves a ring on the light glaze. Baking soda takes it off again.',
      reply: 'It does, and soda is the right cure. The dark glazes do not show it.',
    },
  ],
  light: [
    {
      stars: 5,
      title: 'Warm light, no glare',
      text: 'I read under it every evening. It reaches the page and leaves the other half of the bed in peace.',
    },
    {
      stars: 4,
      title: 'Lovely, short cable',
      text: 'The lamp is beautiful. The cable could be half a metre longer.',
      reply: 'We hear that often, so from spring on it will be 2.5 metres.',
    },
  ],
  textiles: [
    {
      stars: 5,
      title: 'Better with each wash',
      text: 'Stiff for the first week, then soft as an old shirt. I dry it outside.',
    },
    {
      stars: 3,
      title: 'Creases, as linen does',
      text: 'If you want it smooth you must iron it. I have given up and like it so.',
    },
  ],
  prints: [
    {
      stars: 5,
      title: 'Deep black, fine paper',
      text: 'The black is really black, and the paper has a tooth. Framed it takes the whole wall.',
    },
    {
      stars: 4,
      title: 'Good print, thin tube',
      text: 'It arrived flat after two days under books. A stiffer tube would be better.',
    },
  ],
  tea: [
    {
      stars: 5,
      title: 'Three infusions',
      text: 'The third is the best. I make it a little cooler than it says on the tin.',
    },
    {
      stars: 2,
      title: 'Not mine',
      text: 'Too smoky for me. That is taste and no fault; my neighbour was delighted.',
    },
  ],
  stationery: [
    {
      stars: 5,
      title: 'Takes any ink',
      text: 'No bleeding with a broad nib, and it stays open on every page.',
    },
    {
      stars: 4,
      title: 'Nearly perfect',
      text: 'I wish that the pages had numbers. All else is as it should be.',
    },
  ],
  kitchen: [
    {
      stars: 5,
      title: 'The one I reach for',
      text: 'I own better-known ones, and they lie in the drawer since this came.',
    },
    {
      stars: 3,
      title: 'Wants some care',
      text: 'Do not put it into the dishwasher. With oil every other month it stays beautiful.',
    },
  ],
  outdoors: [
    {
      stars: 5,
      title: 'Ten days of rain',
      text: 'It was with us on the west coast and came home as it left. Sand shakes out.',
    },
    {
      stars: 4,
      title: 'Sturdy',
      text: 'It has lived in the boot of the car since May. One scratch, and that was me.',
    },
  ],
  candles: [
    {
      stars: 5,
      title: 'Burns straight down',
      text: 'No tunnel, no soot on the ceiling. I had stopped buying candles, and have started again.',
    },
    {
      stars: 4,
      title: 'Quiet',
      text: 'It looks well unlit, too. I would have liked one more in the box.',
    },
    {
      stars: 3,
      title: 'Mind the draught',
      text: 'By the window it dripped. On the table, never.',
      reply: 'Every candle does in a draught. A finger’s width further in is usually enough.',
    },
  ],
  tableware: [
    {
      stars: 5,
      title: 'Soup looks better in it',
      text: 'We eat from it every day and have not chipped one, with two children and a stone sink.',
    },
    {
      stars: 4,
      title: 'Not quite round',
      text: 'Each is a little different, and they still stack. Exactly what I wanted.',
    },
  ],
  vases: [
    {
      stars: 5,
      title: 'One branch is enough',
      text: 'I used to buy whole bunches. Now I take one twig from the garden, and it looks like a picture.',
    },
    {
      stars: 4,
      title: 'Stands firmly',
      text: 'Even with a long stem it does not tip. Hard to get a brush into, though.',
      reply: 'A handful of rice and warm water, shaken, does it.',
    },
  ],
  glass: [
    {
      stars: 5,
      title: 'You can tell it was blown',
      text: 'No two have the same rim, and the light through them moves. They survive the machine.',
    },
    {
      stars: 3,
      title: 'One of them broken',
      text: 'One had a crack on arrival. A new one came within three days, no questions asked.',
      reply: 'Thank you for the picture. We pack glass in two boxes now, one inside the other.',
    },
  ],
  baskets: [
    {
      stars: 5,
      title: 'Creaks like a real one',
      text: 'Carried wood, apples and once a cat. Not one rod has come loose.',
    },
    {
      stars: 4,
      title: 'Smells of hay at first',
      text: 'For a week the hall smelt of a barn. I was almost sorry when it stopped.',
    },
  ],
  desk: [
    {
      stars: 5,
      title: 'My desk looks grown up',
      text: 'A small thing, but I see it every day. Heavier than it looks, and it stays where I put it.',
    },
    {
      stars: 4,
      title: 'Does one thing',
      text: 'And that properly. I would buy it again for somebody who has everything.',
    },
  ],
  bath: [
    {
      stars: 5,
      title: 'My skin is quiet',
      text: 'Two winters without cream on my hands. I did not believe it before either.',
    },
    {
      stars: 4,
      title: 'Let it dry',
      text: 'On a wet edge it is gone in two weeks, on a dish it lasts for five.',
    },
    {
      stars: 3,
      title: 'Good, strong scent',
      text: 'The whole bathroom smells of it. I like that, my husband does not.',
    },
  ],
  furniture: [
    {
      stars: 5,
      title: 'Stood level at once',
      text: 'On floorboards that are anything but. You can see the wedges, and that is the beauty of it.',
    },
    {
      stars: 4,
      title: 'Oil it once',
      text: 'Red wine left a ring in the first week. After some oil nothing has since.',
      reply: 'A cloth with hard wax oil in the first month is all it needs. We put one in the box now.',
    },
  ],
}
