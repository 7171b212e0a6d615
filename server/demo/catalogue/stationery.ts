/** Stationery: books to fill, and what to fill them with. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const paper = fact('Paper', '100 g/m², wood-free, takes fountain pen')
const bound = fact('Binding', 'Thread-sewn, opens flat')

export const stationery: DemoProduct[] = [
  {
    slug: 'linen-notebook',
    categories: ['stationery'],
    name: 'Linen notebook',
    subtitle: 'A sewn book in cloth, with an elastic and a ribbon',
    description: prose`
      Good notebooks are often too good to write in. This one is well made and not at all precious: the
      linen hides fingerprints, the pages are numbered, and the first one is printed with a few lines for
      crossings-out, so that the worst is behind you.

      It is sewn in sections and lies open at any page without being forced. There is a pocket at the
      back for tickets, and a ribbon long enough to be found without looking.`,
    facts: [fact('Format', 'A5, 192 pages'), paper, bound, fact('Cover', 'Linen over board')],
    options: ['colour', 'ruling'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'linen-notebook-harbour',
        alt: 'Dark green linen notebook with a pencil',
        shows: { colour: 'harbour' },
      },
      { key: 'linen-notebook-rust', alt: 'Rust red linen notebook with a pencil', shows: { colour: 'rust' } },
      { key: 'linen-notebook-oat', alt: 'Oat linen notebook with a pencil', shows: { colour: 'oat' } },
      {
        key: 'linen-notebook-detail',
        alt: 'The corner of a linen-bound notebook with its pencil',
        shows: { colour: 'harbour' },
      },
    ],
    variants: [
      variant('QS-NOTE-HARBOUR-P', { colour: 'harbour', ruling: 'plain' }, 2200, 380, 40),
      variant('QS-NOTE-HARBOUR-L', { colour: 'harbour', ruling: 'lined' }, 2200, 380, 52),
      variant('QS-NOTE-HARBOUR-D', { colour: 'harbour', ruling: 'dotted' }, 2200, 380, 58),
      variant('QS-NOTE-RUST-P', { colour: 'rust', ruling: 'plain' }, 2200, 380, 26),
      variant('QS-NOTE-RUST-L', { colour: 'rust', ruling: 'lined' }, 2200, 380, 30),
      variant('QS-NOTE-RUST-D', { colour: 'rust', ruling: 'dotted' }, 2200, 380, 35),
      variant('QS-NOTE-OAT-P', { colour: 'oat', ruling: 'plain' }, 2200, 380, 28),
      variant('QS-NOTE-OAT-L', { colour: 'oat', ruling: 'lined' }, 2200, 380, 5),
      variant('QS-NOTE-OAT-D', { colour: 'oat', ruling: 'dotted' }, 2200, 380, 44),
    ],
    tiers: [
      { from: 5, price: 1980 },
      { from: 20, price: 1780 },
    ],
    featured: true,
  },
  {
    slug: 'pocket-notebooks',
    categories: ['stationery'],
    name: 'Pocket notebooks',
    subtitle: 'Three thin books for one coat',
    description: prose`
      The best ideas arrive in the rain, at a bus stop, with one hand free. A pocket notebook has to be
      thin enough to be carried always and cheap enough to be used for shopping lists.

      There are three in the packet, in sea, sand and rust, stapled twice with brass wire and rounded at
      the corners so that they come out of a pocket as smoothly as they go in. Forty-eight pages each.
      The cover takes pencil, for a date.`,
    facts: [
      fact('Format', '9 × 14 cm, 48 pages'),
      fact('Paper', '90 g/m², recycled'),
      fact('Binding', 'Two brass staples'),
      fact('Contents', 'Three books, one of each colour'),
    ],
    options: ['ruling'],
    taxCategory: 'standard',
    picture: [
      { key: 'pocket-notebooks', alt: 'Three thin notebooks in sea, sand and rust' },
      { key: 'pocket-notebooks-detail', alt: 'The corner of a pile of small notebooks from near' },
    ],
    variants: [
      variant('QS-POCKET-P', { ruling: 'plain' }, 1200, 150, 76),
      variant('QS-POCKET-L', { ruling: 'lined' }, 1200, 150, 68),
      variant('QS-POCKET-D', { ruling: 'dotted' }, 1200, 150, 71),
    ],
  },
  {
    slug: 'logbook',
    categories: ['stationery', 'outdoors'],
    name: 'Logbook',
    subtitle: 'Five years of days, six lines each',
    description: prose`
      Each page of the Logbook is one day of the year, divided in five. You write six lines, go to bed,
      and meet yourself there again in twelve months. By the third year it has become difficult to stop.

      There are small spaces for wind, weather and where you were, as in a ship's log, because those turn
      out to bring back more than the words do. Bound in half cloth with a spine label you fill in
      yourself. It begins on any day.`,
    facts: [fact('Format', '15 × 21 cm, 376 pages'), paper, bound, fact('Cover', 'Half cloth, paper sides')],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'logbook', alt: 'Thick half-cloth logbook with a paper label' },
      { key: 'logbook-detail', alt: 'The corner of a logbook with its red ribbon' },
    ],
    variants: [variant('QS-LOGBOOK', {}, 3800, 720, 31)],
  },
  {
    slug: 'sketchbook',
    categories: ['stationery'],
    name: 'Sketchbook',
    subtitle: 'Heavy paper, grey boards, a ring that turns',
    description: prose`
      Sketchbooks are bent back, sat on and used as tables. This one has thick grey boards at both sides
      and a double wire that lets it fold round completely, so half of it is always a drawing board.

      The paper is heavy, slightly warm and a little rough. It takes pencil, ink and a modest amount of
      watercolour before it begins to wave. The small one fits a coat pocket, the large one needs a bag
      and the intention to draw.`,
    facts: [
      fact('Format', 'Small A6, large A4'),
      fact('Paper', '180 g/m², 80 sheets'),
      fact('Binding', 'Double wire'),
      fact('Cover', 'Recycled board, 2 mm'),
    ],
    options: ['size'],
    taxCategory: 'standard',
    picture: [
      { key: 'sketchbook', alt: 'Wire-bound sketchbook with grey board covers' },
      { key: 'sketchbook-detail', alt: 'The corner of a grey sketchbook from near' },
    ],
    variants: [
      variant('QS-SKETCH-S', { size: 'small' }, 1400, 240, 49),
      variant('QS-SKETCH-L', { size: 'large' }, 2600, 980, 27),
    ],
  },
  {
    slug: 'pencils',
    categories: ['stationery'],
    name: 'Pencils',
    subtitle: 'Six cedar pencils in the shop colours',
    description: prose`
      Cedar is the right wood for a pencil: it cuts cleanly, smells like a cupboard in a good hotel and
      grows back. Ours come from a small factory that has made very little else since before there were
      ballpoint pens.

      There are six in the sleeve, in six colours, all graded B, which is soft enough to be pleasant and
      hard enough to last the week. They are lacquered twice and dipped at the end. No rubber, because
      nobody is looking.`,
    facts: [
      fact('Wood', 'Incense cedar, certified'),
      fact('Lead', 'Graphite, grade B'),
      fact('Length', '17.5 cm'),
      fact('Contents', 'Six pencils, sharpened'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'pencils', alt: 'Six sharpened pencils in a row, each another colour' },
      { key: 'pencils-detail', alt: 'Coloured pencils side by side from near' },
    ],
    variants: [variant('QS-PENCILS', {}, 1100, 60, 80)],
  },
  {
    slug: 'pencil-pot',
    categories: ['stationery', 'ceramics'],
    name: 'Pencil pot',
    subtitle: 'A straight pot with a weight in its foot',
    description: prose`
      The trouble with pencil pots is that they fall over when you take the last pencil out. This one is
      thrown with an inch of solid clay in the foot, which settles the matter.

      It is as tall as half a pencil, so that short ones can still be found, and glazed inside so that
      ink wipes off. Speckled and matt like the Stoneware candle. It holds about thirty pencils, or
      wooden spoons, or a small fern, which is how our own has ended.`,
    facts: [
      fact('Material', 'Stoneware, matt glaze'),
      fact('Height', '10 cm'),
      fact('Diameter', '8.5 cm'),
      fact('Care', 'Dishwasher safe'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'pencil-pot-chalk', alt: 'Chalk white pot holding pencils', shows: { colour: 'chalk' } },
      { key: 'pencil-pot-sage', alt: 'Sage green pot holding pencils', shows: { colour: 'sage' } },
      { key: 'pencil-pot-soot', alt: 'Soot black pot holding pencils', shows: { colour: 'soot' } },
      {
        key: 'pencil-pot-detail',
        alt: 'Pencils standing in a chalk white pot from near',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-PPOT-CHALK', { colour: 'chalk' }, 1800, 410, 37),
      variant('QS-PPOT-SAGE', { colour: 'sage' }, 1800, 410, 29),
      variant('QS-PPOT-SOOT', { colour: 'soot' }, 1800, 410, 24),
    ],
  },
  {
    slug: 'card-set',
    categories: ['stationery'],
    name: 'Card set',
    subtitle: 'Eight folded cards with envelopes, blank inside',
    description: prose`
      A card ought to say nothing, so that you can. Each of these carries one of our drawings at the size
      of a palm: the tide, the boats, the stones and the sails, two of each, with nothing printed inside
      and nothing on the back but a line of type.

      The card is thick enough to stand on a shelf through January. The envelopes are lined in sea blue,
      and their gum tastes better than you remember, though we do not press the point.`,
    facts: [
      fact('Format', '11 × 15 cm, folded'),
      fact('Paper', 'Cotton card, 300 g/m²'),
      fact('Contents', 'Eight cards, eight lined envelopes'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'card-set', alt: 'Folded card with a sun drawing, and blue-lined envelopes' },
      { key: 'card-set-detail', alt: 'A printed card of hills and a sun, standing upright' },
    ],
    variants: [variant('QS-CARDS', {}, 1600, 210, 63)],
  },
  {
    slug: 'brass-ruler',
    categories: ['stationery'],
    name: 'Brass ruler',
    subtitle: 'Cut, engraved and left to age',
    description: prose`
      Plastic rulers are lost. A brass one is handed on. Ours is cut from sheet three millimetres thick
      and engraved to half a millimetre, with the figures filled in black so they can be read by a bad
      light.

      One edge is bevelled for ink and the other left square for the knife. It is not lacquered: where
      the hand goes it will stay bright, and elsewhere it will turn the brown of an old door handle. The
      heavy one also makes a fine paperweight.`,
    facts: [
      fact('Material', 'Solid brass, 3 mm'),
      fact('Length', 'Small 15 cm, large 30 cm'),
      fact('Scale', 'Millimetres, engraved'),
      fact('Care', 'None, or metal polish'),
    ],
    options: ['size'],
    taxCategory: 'standard',
    picture: [{ key: 'brass-ruler', alt: 'Engraved brass ruler on a sheet of paper' }],
    variants: [
      variant('QS-RULER-S', { size: 'small' }, 1900, 110, 42),
      variant('QS-RULER-L', { size: 'large' }, 2900, 220, 18),
    ],
  },
  {
    slug: 'letter-tray',
    categories: ['stationery'],
    name: 'Letter tray',
    subtitle: 'Low at the front, so the pile stays honest',
    description: prose`
      A tray with high walls hides what lies in it until it is too late. This one is open at the front and only
      five centimetres deep: when paper looks over the edge, it is time to answer something.

      The corners are mitred and held by a sliver of contrasting wood, the base is let in, and underneath is
      felt. It takes A4 with room for a finger at the side. Two stand one on the other, one for what comes and
      one for what goes, and no third.`,
    facts: [
      fact('Material', 'Solid wood, hard wax oil'),
      fact('Size', '33 × 25 cm, 5 cm high'),
      fact('Holds', 'A4, about 300 sheets'),
    ],
    options: ['material'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'letter-tray-oak',
        alt: 'Oak letter tray with a few sheets of paper',
        shows: { material: 'oak' },
      },
      {
        key: 'letter-tray-walnut',
        alt: 'Walnut letter tray with a few sheets of paper',
        shows: { material: 'walnut' },
      },
    ],
    variants: [
      variant('QS-TRAY-OAK', { material: 'oak' }, 4900, 820, 22),
      variant('QS-TRAY-WALNUT', { material: 'walnut' }, 5600, 800, 13),
    ],
  },
  {
    slug: 'wrapping-paper',
    categories: ['stationery'],
    name: 'Wrapping paper',
    subtitle: 'Three plain rolls that make any present look meant',
    description: prose`
      Patterns age before the birthday. Plain paper of the right weight does not, and whoever ties it with good
      string needs no ribbon. There are three rolls in the band, in sea, clay and oat, four metres each.

      The paper is coloured right through, so that it can be torn along a ruler and shows no white edge. It is
      thick enough to keep a corner and thin enough for the inside of a book. People unwrap it carefully and
      use it again, and we have decided to take that as a compliment.`,
    facts: [
      fact('Paper', '80 g/m², coloured through, recycled'),
      fact('Size', '50 × 400 cm'),
      fact('Contents', 'Three rolls, one of each colour'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'wrapping-paper', alt: 'Three rolls of plain paper in sea, clay and oat' },
      { key: 'wrapping-paper-detail', alt: 'The ends of three rolls of wrapping paper from near' },
    ],
    variants: [variant('QS-WRAP', {}, 1400, 620, 40)],
  },
]
