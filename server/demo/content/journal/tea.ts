/** Six teas. */
import type { DemoPost } from '../types.ts'

export const tea: DemoPost = {
  author: 'Jonas Reiter',
  tags: ['Tea'],
  publishedAgoDays: 103,
  cover: {
    key: 'scene-tea-time',
    alts: {
      en: 'A teapot and two bowls of tea on a table',
      de: 'Eine Teekanne und zwei Teeschalen auf einem Tisch',
      ar: 'إبريق شاي ووعاءان على طاولة',
    },
  },
  texts: {
    en: {
      title: 'Six teas for six hours of the day',
      summary: 'From First Light to Night Watch: when we drink what, and how long it stands.',
      slug: 'six-teas',
      body: `
        A ship divides its day into watches, and so do we, though ours are shorter and involve more biscuits.
        - **First Light**, at six: strong and black, four minutes, with milk if you must.
        - [Harbour Mist](/p/harbour-mist), at ten: green, ninety seconds, and water that has stopped boiling.
        - **Salt Lemon**, at two, when lunch was too long.
        - **Fog Bell**, at four: five infusions, and nothing to see outside.
        - **Late Ferry**, at six: smoky, the one for talking.
        - **Night Watch**, after nine: no caffeine, and no hurry.
        All six stand [on the tea shelf](/c/tea), and whoever cannot decide takes [the box with a little of each](/p/tea-sampler).`,
    },
    de: {
      title: 'Sechs Tees für sechs Stunden des Tages',
      summary: 'Von Erstes Licht bis Nachtwache: wann wir was trinken, und wie lange er zieht.',
      slug: 'sechs-tees',
      body: `
        Ein Schiff teilt seinen Tag in Wachen ein, und wir auch, nur sind unsere kürzer und enthalten mehr Kekse.
        - **Erstes Licht**, um sechs: kräftig und schwarz, vier Minuten, mit Milch, wenn es sein muss.
        - [Hafennebel](/p/harbour-mist), um zehn: grün, neunzig Sekunden, und Wasser, das nicht mehr kocht.
        - **Salzzitrone**, um zwei, wenn das Mittagessen zu lang war.
        - **Nebelglocke**, um vier: fünf Aufgüsse, und draußen nichts zu sehen.
        - **Späte Fähre**, um sechs: rauchig, der zum Reden.
        - **Nachtwache**, nach neun: ohne Koffein und ohne Eile.
        Alle sechs stehen [im Teeregal](/c/tea), und wer sich nicht entscheiden kann, nimmt [den Kasten mit ein wenig von jedem](/p/tea-sampler).`,
    },
    ar: {
      title: 'ستّة أنواع من الشاي لستّ ساعات من النهار',
      summary: 'من «الضوء الأول» إلى «نوبة الليل»: متى نشرب ماذا، وكم يُنقع.',
      slug: 'ستة-أنواع-من-الشاي',
      body: `
        تقسّم السفينة يومها إلى نوبات حراسة، ونحن كذلك، إلا أن نوباتنا أقصر وفيها بسكويت أكثر.
        - **أول الضوء** في السادسة: أسود قويّ، أربع دقائق، ومع الحليب إن لزم الأمر.
        - [ضباب الميناء](/p/harbour-mist) في العاشرة: أخضر، تسعون ثانية، وماء كفّ عن الغليان.
        - **ليمون بالملح** في الثانية، حين يطول الغداء.
        - **جرس الضباب** في الرابعة: خمس نقعات، ولا شيء يُرى في الخارج.
        - **العبّارة الأخيرة** في السادسة مساءً: مدخّن، شاي الحديث.
        - **نوبة الليل** بعد التاسعة: بلا كافيين وبلا عجلة.
        وكلّها [على رفّ الشاي](/c/tea)، ومن لم يستطع أن يختار فليأخذ [العلبة التي فيها قليل من كلّ نوع](/p/tea-sampler).`,
    },
  },
}
