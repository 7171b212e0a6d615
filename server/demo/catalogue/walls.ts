/** Furniture that hangs: a shelf, a rail, a mirror. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const fittings = fact('Contents', 'With screws and plugs')

export const walls: DemoProduct[] = [
  {
    slug: 'wall-shelf',
    categories: ['furniture'],
    name: 'Wall shelf',
    subtitle: 'A board and two brackets, done properly',
    description: prose`
      There is not much to a shelf, and so every part of it shows. The board is one piece of oak with the
      grain running straight from end to end; the front edge is broken just so far that it does not look
      sharp. The brackets are cast in brass and sit a hand's breadth in from the ends.

      It is deep enough for cups and paperbacks and shallow enough to walk past. Bring a spirit level: a
      crooked shelf is seen by everyone, always.`,
    facts: [
      fact('Material', 'Solid oak, brass'),
      fact('Size', '60 × 15 cm'),
      fact('Carries', 'Up to 12 kg'),
      fittings,
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'wall-shelf', alt: 'Oak shelf on two brass brackets with a mug and a small vase' }],
    variants: [variant('QS-SHELF', {}, 7900, 2100, 20)],
  },
  {
    slug: 'peg-rail',
    categories: ['furniture'],
    name: 'Peg rail',
    subtitle: 'Five pegs for everything that has a loop',
    description: prose`
      The Shakers hung their chairs on the wall to sweep underneath. We hang towels, aprons, baskets, a
      child's coat and the dog's lead, and for that five pegs are enough. If they are not, two rails meet
      end to end and look like one.

      Each peg is turned, with a head that a strap does not slip over, and glued into the rail at a slight
      upward slant. The screws go in behind the outer pegs, where you will not see them.`,
    facts: [
      fact('Material', 'Solid wood, hard wax oil'),
      fact('Length', '70 cm'),
      fact('Carries', 'Up to 25 kg'),
      fittings,
    ],
    options: ['material'],
    taxCategory: 'standard',
    picture: [
      { key: 'peg-rail-oak', alt: 'Oak rail with five turned pegs on a wall', shows: { material: 'oak' } },
      {
        key: 'peg-rail-walnut',
        alt: 'Walnut rail with five turned pegs on a wall',
        shows: { material: 'walnut' },
      },
    ],
    variants: [
      variant('QS-RAIL-OAK', { material: 'oak' }, 5900, 1400, 25),
      variant('QS-RAIL-WALNUT', { material: 'walnut' }, 6600, 1350, 15),
    ],
  },
  {
    slug: 'round-mirror',
    categories: ['furniture', 'bath'],
    name: 'Round mirror',
    subtitle: 'A porthole for the inside of the house',
    description: prose`
      A round mirror shows a face and leaves out the rest, which most mornings is the kinder thing. It also
      makes a window where there is none: hang it opposite the real one and the room gets twice the sky.

      The frame is turned from oak in one ring, glued from eight pieces so that it stays round in damp
      bathrooms. The glass is silvered with no copper in it and does not go black at the edge. It hangs
      from one hook, or leans.`,
    facts: [
      fact('Material', 'Solid oak, silvered glass'),
      fact('Diameter', '50 cm'),
      fact('Care', 'Wipe with a damp cloth'),
      fittings,
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'round-mirror', alt: 'Round mirror in a slim oak frame, leaning on a wall' }],
    variants: [variant('QS-MIRROR', {}, 14900, 3600, 10)],
  },
]
