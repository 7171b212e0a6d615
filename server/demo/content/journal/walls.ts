/** Where a picture hangs. */
import type { DemoPost } from '../types.ts'

export const walls: DemoPost = {
  author: 'Marit Voss',
  tags: ['Prints', 'Walls'],
  publishedAgoDays: 30,
  cover: {
    key: 'scene-gallery',
    alts: {
      en: 'Two framed prints above a vase and some notebooks',
      de: 'Zwei gerahmte Drucke über einer Vase und ein paar Heften',
      ar: 'مطبوعتان مؤطّرتان فوق مزهرية ودفاتر',
    },
  },
  texts: {
    en: {
      title: 'Hang it lower',
      summary: 'Three rules for a wall, and when to break the second.',
      slug: 'hang-it-lower',
      body: `
        Most pictures hang too high. They were put up by somebody standing, and are looked at by people who sit.
        - The middle of a picture belongs at a metre and a half. Measure it once; you will not believe it.
        - Two pictures are a pair, three are a family, four are an office. From five on it is a collection, and everything is allowed.
        - Leave one wall empty. It is where the eyes rest.
        The second rule has one exception: [the four tides](/p/low-tide-1), which are one picture that took a year.
        > If you are not sure, lean it. A picture on the floor looks as if you had only just moved in, for as long as you like.`,
    },
    de: {
      title: 'Hängen Sie es tiefer',
      summary: 'Drei Regeln für eine Wand, und wann man die zweite bricht.',
      slug: 'haengen-sie-es-tiefer',
      body: `
        Die meisten Bilder hängen zu hoch. Aufgehängt hat sie jemand im Stehen, angesehen werden sie von Leuten, die sitzen.
        - Die Mitte eines Bildes gehört auf einen Meter fünfzig. Messen Sie es einmal nach; Sie werden es nicht glauben.
        - Zwei Bilder sind ein Paar, drei eine Familie, vier ein Büro. Ab fünf ist es eine Sammlung, und alles ist erlaubt.
        - Lassen Sie eine Wand leer. Dort ruhen die Augen aus.
        Die zweite Regel hat eine Ausnahme: [die vier Ebben](/p/low-tide-1), die ein einziges Bild sind und ein Jahr gebraucht haben.
        > Im Zweifel anlehnen. Ein Bild auf dem Boden sieht aus, als wären Sie gerade eingezogen, so lange Sie wollen.`,
    },
    ar: {
      title: 'علّقوها أخفض',
      summary: 'ثلاث قواعد للجدار، ومتى تُكسر الثانية.',
      slug: 'علقوها-أخفض',
      body: `
        معظم الصور معلّقة أعلى مما ينبغي: علّقها شخص واقف، وينظر إليها أناس جالسون.
        - مكان منتصف الصورة على ارتفاع متر ونصف. قيسوه مرّة، ولن تصدّقوا.
        - صورتان زوج، وثلاث عائلة، وأربع مكتب. ومن خمس فصاعدًا هي مجموعة، وكل شيء مسموح.
        - اتركوا جدارًا فارغًا، فعليه تستريح العين.
        وللقاعدة الثانية استثناء واحد: [لوحات الجزر الأربع](/p/low-tide-1)، فهي صورة واحدة استغرقت سنة.
        > إن لم تكونوا متأكّدين فأسندوها إلى الجدار. الصورة على الأرض تبدو كأنّكم انتقلتم للتوّ، ما شئتم من الوقت.`,
    },
  },
}
