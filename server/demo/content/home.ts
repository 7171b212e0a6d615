/** How the demo shop's home is arranged: most kinds of block once. */
import type { DemoHome } from './types.ts'
import { inAll, said, type DemoLocale } from './words.ts'

/** Eight shelves, with a picture where the first thing on them speaks for another shelf. */
const TILES: [slug: string, key?: string, alts?: Record<DemoLocale, string>][] = [
  ['ceramics'],
  ['light'],
  ['textiles'],
  ['prints'],
  ['tea', 'harbour-mist', { en: 'A tin of green tea', de: 'Eine Dose grüner Tee', ar: 'علبة شاي أخضر' }],
  [
    'stationery',
    'linen-notebook-harbour',
    { en: 'A linen-bound notebook', de: 'Ein Notizbuch in Leinen', ar: 'دفتر بغلاف من الكتّان' },
  ],
  [
    'kitchen',
    'cutting-board-oak',
    { en: 'An oak cutting board', de: 'Ein Schneidebrett aus Eiche', ar: 'لوح تقطيع من البلّوط' },
  ],
  [
    'outdoors',
    'scene-baskets',
    {
      en: 'Two willow baskets, one with a plant',
      de: 'Zwei Weidenkörbe, einer mit einer Pflanze',
      ar: 'سلّتان من الصفصاف في إحداهما نبتة',
    },
  ],
]

/** What the shop puts together, each before a picture of its own. */
const GATHERED: [slug: string, key: string, alts: Record<DemoLocale, string>][] = [
  [
    'table-for-eight',
    'scene-kitchen',
    {
      en: 'A kitchen table with a board, a carafe, a pepper mill and a bowl',
      de: 'Ein Küchentisch mit Brett, Karaffe, Pfeffermühle und Schale',
      ar: 'طاولة مطبخ عليها لوح ودورق ومطحنة فلفل ووعاء',
    },
  ],
  [
    'first-hour',
    'scene-first-cup',
    {
      en: 'A dipped blue mug, a bowl and a vase in low sun',
      de: 'Ein blau getauchter Becher, eine Schale und eine Vase in tiefer Sonne',
      ar: 'كوب أزرق ووعاء ومزهرية تحت شمس منخفضة',
    },
  ],
  [
    'after-dark',
    'scene-candlelight',
    { en: 'Candles on a dark table', de: 'Kerzen auf einem dunklen Tisch', ar: 'شموع على طاولة داكنة' },
  ],
  [
    'desk-by-the-window',
    'scene-desk',
    {
      en: 'A desk with a notebook, a pot of pencils and a framed chart',
      de: 'Ein Schreibtisch mit Notizbuch, Stiften und einer gerahmten Karte',
      ar: 'مكتب عليه دفتر وأقلام وخريطة مؤطّرة',
    },
  ],
]

export const home: DemoHome = ({ picture, category, collection, product, story }) => [
  {
    kind: 'hero',
    look: 'over',
    picture: picture('scene-morning', {
      en: 'A vase, a mug, a teapot and a bowl on an oak table in morning light',
      de: 'Eine Vase, ein Becher, eine Teekanne und eine Schale auf einem Eichentisch im Morgenlicht',
      ar: 'مزهرية وكوب وإبريق شاي ووعاء على طاولة من البلّوط في ضوء الصباح',
    }),
    target: { kind: 'products', id: null, address: null },
    secondTarget: story,
    texts: inAll({
      en: {
        title: 'Made slowly, kept for years',
        lead: 'Stoneware, linen, lamps, paper and tea, from workshops small enough to answer the telephone.',
        label: 'See all products',
        secondLabel: 'Our story',
      },
      de: {
        title: 'Langsam gemacht, lange behalten',
        lead: 'Steinzeug, Leinen, Lampen, Papier und Tee aus Werkstätten, die noch selbst ans Telefon gehen.',
        label: 'Alle Produkte ansehen',
        secondLabel: 'Unsere Geschichte',
      },
      ar: {
        title: 'صُنعت على مهل، لتبقى سنين',
        lead: 'خزف وكتّان ومصابيح وورق وشاي، من ورش صغيرة يردّ أصحابها على الهاتف بأنفسهم.',
        label: 'تصفّح كل المنتجات',
        secondLabel: 'حكايتنا',
      },
    }),
  },
  {
    kind: 'tiles',
    texts: inAll({ en: { title: 'By shelf' }, de: { title: 'Nach Regal' }, ar: { title: 'الأقسام' } }),
    tiles: TILES.map(([slug, key, alts]) => ({
      target: category(slug),
      picture: key && alts ? picture(key, alts) : null,
      texts: [],
    })),
  },
  {
    kind: 'products',
    categoryId: null,
    collectionId: null,
    featured: true,
    order: 'position',
    limit: 8,
    target: { kind: 'products', id: null, address: null },
    texts: inAll({
      en: { title: 'From the window', label: 'All products' },
      de: { title: 'Aus dem Schaufenster', label: 'Alle Produkte' },
      ar: { title: 'من واجهة المتجر', label: 'كل المنتجات' },
    }),
  },
  {
    kind: 'image_with_text',
    side: 'start',
    picture: picture('scene-evening', {
      en: 'A lit lamp on a dark table, with a candle and a mug',
      de: 'Eine brennende Lampe auf einem dunklen Tisch, mit Kerze und Becher',
      ar: 'مصباح مضاء على طاولة داكنة، وبجانبه شمعة وكوب',
    }),
    target: category('light'),
    texts: inAll({
      en: {
        title: 'Light for long evenings',
        body: said(
          `Turned, wired and tested by one pair of hands, and made to be taken apart again. Every shade, cord and socket can be had alone, **for as long as we exist**.`,
        ),
        label: 'Lamps and candles',
      },
      de: {
        title: 'Licht für lange Abende',
        body: said(
          `Von einem Paar Hände gedrechselt, verdrahtet und geprüft, und so gemacht, dass man sie wieder zerlegen kann. Jeden Schirm, jedes Kabel und jede Fassung gibt es einzeln, **solange es uns gibt**.`,
        ),
        label: 'Lampen und Kerzen',
      },
      ar: {
        title: 'ضوء للأمسيات الطويلة',
        body: said(
          `يخرطها ويوصل أسلاكها ويفحصها شخص واحد، وصُنعت لتُفكّ من جديد. كل مظلّة وسلك وقاعدة تُباع منفردة **ما دمنا موجودين**.`,
        ),
        label: 'المصابيح والشموع',
      },
    }),
  },
  {
    kind: 'featured_product',
    productId: product('moon-vase'),
    texts: inAll({
      en: {
        title: 'The moon vase',
        lead: 'Two bowls, joined at the rim while the clay still listens. The seam stays visible, as on the moon jars of the eighteenth century: nobody is perfectly round.',
      },
      de: {
        title: 'Die Mondvase',
        lead: 'Zwei Schalen, am Rand verbunden, solange der Ton noch zuhört. Die Naht bleibt sichtbar, wie bei den Mondkrügen des achtzehnten Jahrhunderts: Ganz rund ist niemand.',
      },
      ar: {
        title: 'مزهرية القمر',
        lead: 'وعاءان يُوصلان عند الحافّة والطين ما زال ليّنًا. ويبقى خطّ الوصل ظاهرًا كما في جرار القمر من القرن الثامن عشر: فلا أحد مستدير تمامًا.',
      },
    }),
  },
  {
    kind: 'slideshow',
    texts: inAll({
      en: { title: 'Four hours of the day' },
      de: { title: 'Vier Stunden des Tages' },
      ar: { title: 'أربع ساعات من اليوم' },
    }),
    slides: [
      {
        picture: picture('scene-morning', {
          en: 'Breakfast stoneware in morning light',
          de: 'Frühstücksgeschirr im Morgenlicht',
          ar: 'أواني الفطور في ضوء الصباح',
        }),
        target: category('tea'),
        texts: inAll({
          en: {
            title: 'Seven, in the kitchen',
            lead: 'A pot that pours without dripping, and a tea that forgives five minutes.',
            label: 'Tea',
          },
          de: {
            title: 'Sieben Uhr, in der Küche',
            lead: 'Eine Kanne, die nicht tropft, und ein Tee, der fünf Minuten verzeiht.',
            label: 'Tee',
          },
          ar: {
            title: 'السابعة، في المطبخ',
            lead: 'إبريق يصبّ دون أن يقطر، وشاي يغفر خمس دقائق.',
            label: 'الشاي',
          },
        }),
      },
      {
        picture: picture('scene-washstand', {
          en: 'Soap on a dish, a nail brush and a vase on a washstand',
          de: 'Seife auf einer Schale, eine Nagelbürste und eine Vase auf einem Waschtisch',
          ar: 'صابون على صحن وفرشاة أظافر ومزهرية على مغسلة',
        }),
        target: category('bath'),
        texts: inAll({
          en: {
            title: 'Eight, at the basin',
            lead: 'Soap that smells of the shore, and a brush that will outlive the sink.',
            label: 'Soap and bath',
          },
          de: {
            title: 'Acht Uhr, am Waschbecken',
            lead: 'Seife, die nach Küste riecht, und eine Bürste, die das Becken überlebt.',
            label: 'Seife und Bad',
          },
          ar: {
            title: 'الثامنة، عند المغسلة',
            lead: 'صابون برائحة الشاطئ، وفرشاة تعيش أطول من الحوض.',
            label: 'الصابون والحمّام',
          },
        }),
      },
      {
        picture: picture('scene-seaside', {
          en: 'A basket, a lantern and a flask, ready to be carried to the sea',
          de: 'Korb, Laterne und Kanne, bereit für den Weg ans Meer',
          ar: 'سلّة وفانوس وقارورة جاهزة للذهاب إلى البحر',
        }),
        target: category('outdoors'),
        texts: inAll({
          en: {
            title: 'Four, by the water',
            lead: 'Baskets, blankets and flasks for the hour after everybody has left.',
            label: 'Outdoors',
          },
          de: {
            title: 'Vier Uhr, am Wasser',
            lead: 'Körbe, Decken und Kannen für die Stunde, nachdem alle gegangen sind.',
            label: 'Draußen',
          },
          ar: {
            title: 'الرابعة، عند الماء',
            lead: 'سلال وبطّانيات وقوارير للساعة التي تأتي بعد رحيل الجميع.',
            label: 'في الهواء الطلق',
          },
        }),
      },
      {
        picture: picture('scene-evening', {
          en: 'A lamp, a candle and a tin of tea in the evening',
          de: 'Lampe, Kerze und eine Teedose am Abend',
          ar: 'مصباح وشمعة وعلبة شاي في المساء',
        }),
        target: category('textiles'),
        texts: inAll({
          en: {
            title: 'Ten, on the sofa',
            lead: 'Wool over the knees, linen behind the back, and nothing left to do.',
            label: 'Textiles',
          },
          de: {
            title: 'Zehn Uhr, auf dem Sofa',
            lead: 'Wolle über den Knien, Leinen im Rücken, und nichts mehr zu tun.',
            label: 'Textilien',
          },
          ar: {
            title: 'العاشرة، على الأريكة',
            lead: 'صوف على الركبتين وكتّان خلف الظهر، ولا شيء بعدُ يستدعي القيام.',
            label: 'المنسوجات',
          },
        }),
      },
    ],
  },
  {
    kind: 'tiles',
    texts: inAll({
      en: { title: 'Put together' },
      de: { title: 'Zusammengestellt' },
      ar: { title: 'مجموعات مختارة' },
    }),
    tiles: GATHERED.map(([slug, key, alts]) => ({
      target: { kind: 'collection', id: collection(slug), address: null },
      picture: picture(key, alts),
      texts: [],
    })),
  },
  {
    kind: 'products',
    categoryId: null,
    collectionId: collection('small-presents'),
    featured: false,
    order: 'position',
    limit: 4,
    target: { kind: 'collection', id: collection('small-presents'), address: null },
    texts: inAll({
      en: { title: 'Something to bring along', label: 'Small presents' },
      de: { title: 'Zum Mitbringen', label: 'Kleine Geschenke' },
      ar: { title: 'شيء تأخذونه معكم', label: 'هدايا صغيرة' },
    }),
  },
  {
    kind: 'posts',
    limit: 3,
    tag: null,
    texts: inAll({
      en: { title: 'From the journal' },
      de: { title: 'Aus dem Tagebuch' },
      ar: { title: 'من اليوميّات' },
    }),
  },
  {
    kind: 'newsletter',
    texts: inAll({
      en: {
        title: 'A letter when the kiln is opened',
        lead: 'Once a month or less: what came out of the workshops, before it stands on the shelf.',
      },
      de: {
        title: 'Ein Brief, wenn der Ofen geöffnet wird',
        lead: 'Einmal im Monat oder seltener: was aus den Werkstätten kam, bevor es im Regal steht.',
      },
      ar: {
        title: 'رسالة حين يُفتح الفرن',
        lead: 'مرّة في الشهر أو أقلّ: ما خرج من الورش قبل أن يصل إلى الرفّ.',
      },
    }),
  },
  {
    kind: 'columns',
    texts: [],
    columns: [
      {
        icon: 'person',
        picture: null,
        target: null,
        texts: inAll({
          en: {
            title: 'No account needed',
            lead: 'Order as a guest. The link in your mail shows where your order is.',
            label: '',
          },
          de: {
            title: 'Kein Konto nötig',
            lead: 'Bestellen Sie als Gast. Der Link in Ihrer Mail zeigt, wo Ihre Bestellung ist.',
            label: '',
          },
          ar: { title: 'دون حساب', lead: 'اطلبوا ضيوفًا، والرابط في رسالتكم يريكم أين وصل طلبكم.', label: '' },
        }),
      },
      {
        icon: 'lock',
        picture: null,
        target: null,
        texts: inAll({
          en: {
            title: 'Safe to pay',
            lead: 'You pay on the payment provider’s own page. Your card never passes through the shop.',
            label: '',
          },
          de: {
            title: 'Sicher bezahlen',
            lead: 'Sie zahlen auf der Seite des Zahlungsdienstes. Ihre Karte kommt nie durch den Laden.',
            label: '',
          },
          ar: {
            title: 'دفع آمن',
            lead: 'تدفعون في صفحة مزوّد الدفع نفسه، فلا تمرّ بطاقتكم بالمتجر أبدًا.',
            label: '',
          },
        }),
      },
      {
        icon: 'back',
        picture: null,
        target: null,
        texts: inAll({
          en: {
            title: 'Thirty days to decide',
            lead: 'Send back whatever you do not want to keep, without a reason.',
            label: '',
          },
          de: {
            title: 'Dreißig Tage Bedenkzeit',
            lead: 'Schicken Sie zurück, was Sie nicht behalten möchten, ganz ohne Grund.',
            label: '',
          },
          ar: {
            title: 'ثلاثون يومًا للتفكير',
            lead: 'أعيدوا ما لا تريدون الاحتفاظ به من دون ذكر سبب.',
            label: '',
          },
        }),
      },
    ],
  },
]
