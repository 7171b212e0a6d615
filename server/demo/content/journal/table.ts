/** Eight people, one table. */
import type { DemoPost } from '../types.ts'

export const table: DemoPost = {
  author: 'Ida Brandt',
  tags: ['Tables', 'Linen'],
  publishedAgoDays: 11,
  cover: {
    key: 'scene-kitchen',
    alts: {
      en: 'A kitchen table with a carafe, a bowl and a board',
      de: 'Ein Küchentisch mit Karaffe, Schale und Brett',
      ar: 'طاولة مطبخ عليها دورق ووعاء ولوح',
    },
  },
  texts: {
    en: {
      title: 'Eight people, one table, no plan',
      summary: 'How to lay a table for more guests than matching plates.',
      slug: 'eight-people-one-table',
      body: `
        Nobody owns eight of anything. There are six plates, two of another blue, and a bowl that will have to do. It does not matter, as long as one thing repeats: the napkins, the glasses, or the candles.
        ## From the middle outwards
        - Begin with the [bread](/p/bread-basket). A table with bread on it looks as if somebody were in charge.
        - Then light, low enough to talk across: [a pair of tapers](/p/taper-candles) for every four people.
        - Then water, in a [carafe](/p/carafe) at each end, so that nobody has to ask.
        - Plates last, and never empty ones. Put the napkin on top.
        The rest is [put together here](/collections/table-for-eight). Somebody will be sitting on a stool. It is always the one who tells the best stories.`,
    },
    de: {
      title: 'Acht Leute, ein Tisch, kein Plan',
      summary: 'Wie man für mehr Gäste deckt, als man gleiche Teller hat.',
      slug: 'acht-leute-ein-tisch',
      body: `
        Niemand hat von etwas acht. Es gibt sechs Teller, zwei in einem anderen Blau und eine Schale, die es tun muss. Das macht nichts, solange sich eines wiederholt: die Servietten, die Gläser oder die Kerzen.
        ## Von der Mitte nach außen
        - Beginnen Sie mit dem [Brot](/p/bread-basket). Ein Tisch mit Brot sieht aus, als wäre jemand zuständig.
        - Dann Licht, so niedrig, dass man darüber hinweg redet: [ein Paar Spitzkerzen](/p/taper-candles) für je vier Leute.
        - Dann Wasser, an jedem Ende eine [Karaffe](/p/carafe), damit niemand fragen muss.
        - Die Teller zuletzt, und nie leer: Die Serviette kommt darauf.
        Den Rest haben wir [hier zusammengestellt](/collections/table-for-eight). Jemand wird auf einem Hocker sitzen. Es ist immer der mit den besten Geschichten.`,
    },
    ar: {
      title: 'ثمانية أشخاص ومائدة واحدة ولا خطّة',
      summary: 'كيف تُعدّ مائدة لضيوف أكثر من أطباقك المتشابهة.',
      slug: 'ثمانية-أشخاص-ومائدة-واحدة',
      body: `
        لا أحد يملك ثمانية من أيّ شيء. هناك ستّة أطباق، واثنان بزرقة أخرى، ووعاء لا بدّ أن يفي بالغرض. لا بأس ما دام شيء واحد يتكرّر: المناديل أو الكؤوس أو الشموع.
        ## من الوسط إلى الأطراف
        - ابدؤوا [بالخبز](/p/bread-basket)، فالمائدة التي عليها خبز تبدو كأنّ أحدًا يتولّى أمرها.
        - ثم الضوء، منخفضًا يُتحدّث من فوقه: [زوج من الشموع](/p/taper-candles) لكل أربعة.
        - ثم الماء، [دورق](/p/carafe) عند كل طرف، فلا يضطرّ أحد إلى السؤال.
        - والأطباق آخرًا، ولا تُترك فارغة: فوقها المنديل.
        أمّا الباقي فقد [جمعناه هنا](/collections/table-for-eight). سيجلس أحدهم على كرسيّ بلا ظهر، وهو دائمًا صاحب أجمل الحكايات.`,
    },
  },
}
