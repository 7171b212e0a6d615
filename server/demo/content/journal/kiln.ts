/** A day at the kiln. */
import type { DemoPost } from '../types.ts'

export const kiln: DemoPost = {
  author: 'Marit Voss',
  tags: ['Workshops', 'Stoneware'],
  publishedAgoDays: 4,
  cover: {
    key: 'scene-morning',
    alts: {
      en: 'A freshly glazed vase, a mug and a bowl in morning light',
      de: 'Eine frisch glasierte Vase, ein Becher und eine Schale im Morgenlicht',
      ar: 'مزهرية وكوب ووعاء مطليّة حديثًا في ضوء الصباح',
    },
  },
  texts: {
    en: {
      title: 'A day at the kiln',
      summary: 'Sixty mugs go in at dawn, fifty-seven come out. What happens to the other three.',
      slug: 'a-day-at-the-kiln',
      body: `
        At five in the morning the kiln is the only warm thing in the building. Anna opens it a hand’s width, looks, and closes it again. “Never hurry a kiln,” she says. “It has more time than you.”
        The glaze we call Tide is two glazes. The white one is dipped first, then the blue, and where they meet they argue. No two mugs agree on where that line should be.
        ## The other three
        Of sixty mugs, three have a crack, a bubble, or a handle with opinions. They are not sold as seconds. One goes to the school, one holds brushes, and one is broken into the clay for next week.
        The rest are on the shelf, [from the Tide mug to the moon vase](/c/ceramics).`,
    },
    de: {
      title: 'Ein Tag am Brennofen',
      summary:
        'Sechzig Becher kommen im Morgengrauen hinein, siebenundfünfzig heraus. Was aus den drei anderen wird.',
      slug: 'ein-tag-am-brennofen',
      body: `
        Um fünf Uhr morgens ist der Ofen das einzig Warme im Haus. Anna öffnet ihn eine Handbreit, schaut und schließt ihn wieder. „Einen Ofen hetzt man nicht“, sagt sie. „Er hat mehr Zeit als du.“
        Die Glasur, die bei uns Gezeiten heißt, sind zwei Glasuren. Erst kommt die weiße, dann die blaue, und wo sie sich treffen, streiten sie. Keine zwei Becher sind sich einig, wo diese Linie verläuft.
        ## Die anderen drei
        Von sechzig Bechern haben drei einen Riss, eine Blase oder einen eigenwilligen Henkel. Sie werden nicht als zweite Wahl verkauft. Einer geht in die Schule, in einem stehen Pinsel, und einer wird in den Ton der nächsten Woche gebrochen.
        Die übrigen stehen im Regal, [vom Gezeitenbecher bis zur Mondvase](/c/ceramics).`,
    },
    ar: {
      title: 'يوم عند الفرن',
      summary: 'يدخل ستّون كوبًا عند الفجر ويخرج سبعة وخمسون. فما مصير الثلاثة الباقية؟',
      slug: 'يوم-عند-الفرن',
      body: `
        في الخامسة صباحًا يكون الفرن الشيء الدافئ الوحيد في المبنى. تفتحه آنا بمقدار كفّ وتنظر ثم تغلقه. تقول: «لا تستعجل الفرن أبدًا، فوقته أطول من وقتك».
        الطلاء الذي نسمّيه «المدّ» طلاءان في الحقيقة: يُغمس الكوب في الأبيض أوّلًا ثم في الأزرق، وحيث يلتقيان يختلفان. ولا يتّفق كوبان على موضع ذلك الخطّ.
        ## الثلاثة الباقية
        من كل ستّين كوبًا ثلاثة فيها شقّ أو فقاعة أو مقبض عنيد. لا نبيعها بضاعة من الدرجة الثانية: واحد يذهب إلى المدرسة، وواحد تُوضع فيه الفرش، وواحد يُكسر ويُخلط بطين الأسبوع المقبل.
        أمّا الباقي فعلى الرفّ، [من كوب المدّ إلى مزهرية القمر](/c/ceramics).`,
    },
  },
}
