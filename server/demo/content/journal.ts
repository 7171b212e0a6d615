/** The demo shop's journal: five entries, the newest first. */
import type { DemoPost } from './types.ts'

export const journal: DemoPost[] = [
  {
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
          Die Glasur, die bei uns Tide heißt, sind zwei Glasuren. Erst kommt die weiße, dann die blaue, und wo sie sich treffen, streiten sie. Keine zwei Becher sind sich einig, wo diese Linie verläuft.
          ## Die anderen drei
          Von sechzig Bechern haben drei einen Riss, eine Blase oder einen eigenwilligen Henkel. Sie werden nicht als zweite Wahl verkauft. Einer geht in die Schule, in einem stehen Pinsel, und einer wird in den Ton der nächsten Woche gebrochen.
          Die übrigen stehen im Regal, [vom Tide-Becher bis zur Mondvase](/c/ceramics).`,
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
  },
  {
    author: 'Jonas Reiter',
    tags: ['Light'],
    publishedAgoDays: 19,
    cover: {
      key: 'scene-evening',
      alts: {
        en: 'A lit lamp and a candle on a dark table',
        de: 'Eine brennende Lampe und eine Kerze auf einem dunklen Tisch',
        ar: 'مصباح مضاء وشمعة على طاولة داكنة',
      },
    },
    texts: {
      en: {
        title: 'How much light does an evening need?',
        summary: 'Less than you think, and lower down. Notes from a room with three lamps.',
        slug: 'how-much-light',
        body: `
          Turn off the ceiling. That is the whole advice; the rest is detail.
          A room is comfortable when its light comes from below the eyes: a lamp on a table, one on the floor, one beside the chair that everybody wants. Three small lamps make a room larger than one big one, because the corners stay.
          ## Numbers, for those who like them
          - To read: 400 lumens, behind the shoulder.
          - To talk: 200 lumens, between you.
          - To look out of the window: a candle, no more.
          Everything we sell for it stands under [lamps and candles](/c/light).`,
      },
      de: {
        title: 'Wie viel Licht braucht ein Abend?',
        summary: 'Weniger als gedacht, und weiter unten. Notizen aus einem Zimmer mit drei Lampen.',
        slug: 'wie-viel-licht',
        body: `
          Schalten Sie die Decke aus. Das ist schon der ganze Rat, der Rest sind Einzelheiten.
          Ein Zimmer ist behaglich, wenn sein Licht von unterhalb der Augen kommt: eine Lampe auf dem Tisch, eine am Boden, eine neben dem Sessel, den alle wollen. Drei kleine Lampen machen ein Zimmer größer als eine große, denn die Ecken bleiben.
          ## Zahlen, für die, die sie mögen
          - Zum Lesen: 400 Lumen, hinter der Schulter.
          - Zum Reden: 200 Lumen, zwischen Ihnen.
          - Um aus dem Fenster zu sehen: eine Kerze, mehr nicht.
          Was wir dafür haben, steht bei den [Lampen und Kerzen](/c/light).`,
      },
      ar: {
        title: 'كم من الضوء يحتاج المساء؟',
        summary: 'أقلّ مما تظنّون، وأقرب إلى الأرض. ملاحظات من غرفة فيها ثلاثة مصابيح.',
        slug: 'كم-من-الضوء',
        body: `
          أطفئوا ضوء السقف. هذه هي النصيحة كلّها، وما بقي تفاصيل.
          تكون الغرفة مريحة حين يأتي ضوؤها من تحت مستوى العين: مصباح على الطاولة، وآخر على الأرض، وثالث بجانب الكرسي الذي يريده الجميع. ثلاثة مصابيح صغيرة توسّع الغرفة أكثر من مصباح كبير، لأن الزوايا تبقى.
          ## أرقام لمن يحبّها
          - للقراءة: 400 لومن من خلف الكتف.
          - للحديث: 200 لومن بينكم.
          - للنظر من النافذة: شمعة لا أكثر.
          وكل ما عندنا لذلك تجدونه في [المصابيح والشموع](/c/light).`,
      },
    },
  },
  {
    author: 'Marit Voss',
    tags: ['Outdoors'],
    publishedAgoDays: 41,
    cover: {
      key: 'scene-seaside',
      alts: {
        en: 'A basket, a lantern, a flask and a cushion, packed for the beach',
        de: 'Korb, Laterne, Thermoskanne und Kissen, gepackt für den Strand',
        ar: 'سلّة وفانوس وقارورة ووسادة معدّة للشاطئ',
      },
    },
    texts: {
      en: {
        title: 'What to pack for the last ferry',
        summary: 'A list for cold sand, warm tea and a way home in the dark.',
        slug: 'last-ferry',
        body: `
          The best hour at the sea is the one after everybody has left. It needs some preparation.
          - A flask of something hot. Tea keeps six hours in ours; we have tried it more often than was scientific.
          - A blanket that does not mind sand.
          - A lantern, so that the others find you, and you the path.
          - A basket to carry it all, and the shells that you did not mean to collect.
          The last ferry goes at 21:40. Do not sit down at half past nine.`,
      },
      de: {
        title: 'Was man für die letzte Fähre packt',
        summary: 'Eine Liste für kalten Sand, warmen Tee und den Heimweg im Dunkeln.',
        slug: 'letzte-faehre',
        body: `
          Die beste Stunde am Meer ist die, nachdem alle gegangen sind. Sie will vorbereitet sein.
          - Eine Kanne mit etwas Heißem. Tee bleibt in unserer sechs Stunden warm; wir haben es öfter versucht, als die Wissenschaft verlangt.
          - Eine Decke, die Sand nicht übelnimmt.
          - Eine Laterne, damit die anderen Sie finden und Sie den Weg.
          - Ein Korb für alles, und für die Muscheln, die Sie gar nicht sammeln wollten.
          Die letzte Fähre geht um 21.40 Uhr. Setzen Sie sich um halb zehn nicht mehr hin.`,
      },
      ar: {
        title: 'ماذا نحزم للعبّارة الأخيرة',
        summary: 'قائمة للرمل البارد والشاي الدافئ وطريق العودة في الظلام.',
        slug: 'العبارة-الأخيرة',
        body: `
          أجمل ساعة عند البحر هي التي تأتي بعد أن يرحل الجميع، وهي تحتاج إلى شيء من الاستعداد.
          - قارورة فيها شيء ساخن. يبقى الشاي دافئًا في قارورتنا ستّ ساعات، وقد جرّبنا ذلك أكثر مما يقتضيه العلم.
          - بطّانية لا يضيرها الرمل.
          - فانوس، ليجدكم الآخرون وتجدوا الطريق.
          - سلّة تحمل ذلك كلّه، ومعه الأصداف التي لم تنووا جمعها.
          تغادر العبّارة الأخيرة في 21:40، فلا تجلسوا في التاسعة والنصف.`,
      },
    },
  },
  {
    author: 'Ida Brandt',
    tags: ['Workshops', 'Linen'],
    publishedAgoDays: 68,
    cover: {
      key: 'linen-cushion-oat',
      alts: {
        en: 'A cushion of oat-coloured linen',
        de: 'Ein Kissen aus haferfarbenem Leinen',
        ar: 'وسادة من الكتّان بلون الشوفان',
      },
    },
    texts: {
      en: {
        title: 'Linen takes two summers',
        summary: 'Why it is stiff in the shop, and why that is a good sign.',
        slug: 'linen-takes-two-summers',
        body: `
          Soft linen in a shop has been made soft: washed with stones, or with something that sounds worse. It has spent part of its life before you met it.
          Ours comes off the loom with the flax still in a straight line. The first wash loosens it, the tenth makes it yours. After two summers you will look for it in the drawer before all others.
          > Stiff today, soft for thirty years. It is a fair exchange.`,
      },
      de: {
        title: 'Leinen braucht zwei Sommer',
        summary: 'Warum es im Laden steif ist, und warum das ein gutes Zeichen ist.',
        slug: 'leinen-braucht-zwei-sommer',
        body: `
          Weiches Leinen im Laden wurde weich gemacht: mit Steinen gewaschen, oder mit etwas, das schlimmer klingt. Einen Teil seines Lebens hat es hinter sich, bevor Sie ihm begegnen.
          Unseres kommt vom Webstuhl, da liegt der Flachs noch in gerader Linie. Die erste Wäsche lockert ihn, die zehnte macht ihn zu Ihrem. Nach zwei Sommern suchen Sie in der Schublade zuerst danach.
          > Heute steif, dreißig Jahre weich. Das ist ein fairer Tausch.`,
      },
      ar: {
        title: 'الكتّان يحتاج إلى صيفين',
        summary: 'لماذا يكون قاسيًا في المتجر، ولماذا هذه علامة طيّبة.',
        slug: 'الكتان-يحتاج-إلى-صيفين',
        body: `
          الكتّان الليّن في المتاجر قد أُلين عمدًا: غُسل بالحجارة، أو بما هو أسوأ منها. لقد مضى شطر من عمره قبل أن تلتقوا به.
          أمّا كتّاننا فيخرج من النول وأليافه ما زالت مستقيمة. ترخيها الغسلة الأولى، وتجعله العاشرة لكم. وبعد صيفين ستبحثون عنه في الدرج قبل سواه.
          > قاسٍ اليوم، وليّن ثلاثين سنة. صفقة عادلة.`,
      },
    },
  },
  {
    author: 'Jonas Reiter',
    tags: ['Tea'],
    publishedAgoDays: 103,
    cover: {
      key: 'teapot-sage',
      alts: {
        en: 'A sage green teapot',
        de: 'Eine salbeigrüne Teekanne',
        ar: 'إبريق شاي بلون المريمية',
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
          - **Harbour Mist**, at ten: smoky, three minutes, and open a window.
          - **Salt & Lemon**, at two, when lunch was too long.
          - **Late Ferry**, at five: the one for talking.
          - **Night Watch**, after nine: no caffeine, and no hurry.
          That is five. The sixth is whatever is in the pot when somebody comes in. All of them stand [on the tea shelf](/c/tea).`,
      },
      de: {
        title: 'Sechs Tees für sechs Stunden des Tages',
        summary: 'Von First Light bis Night Watch: wann wir was trinken, und wie lange er zieht.',
        slug: 'sechs-tees',
        body: `
          Ein Schiff teilt seinen Tag in Wachen ein, und wir auch, nur sind unsere kürzer und enthalten mehr Kekse.
          - **First Light**, um sechs: kräftig und schwarz, vier Minuten, mit Milch, wenn es sein muss.
          - **Harbour Mist**, um zehn: rauchig, drei Minuten, und das Fenster auf.
          - **Salt & Lemon**, um zwei, wenn das Mittagessen zu lang war.
          - **Late Ferry**, um fünf: der zum Reden.
          - **Night Watch**, nach neun: ohne Koffein und ohne Eile.
          Das sind fünf. Der sechste ist, was gerade in der Kanne ist, wenn jemand hereinkommt. Alle stehen [im Teeregal](/c/tea).`,
      },
      ar: {
        title: 'ستّة أنواع من الشاي لستّ ساعات من النهار',
        summary: 'من «الضوء الأول» إلى «نوبة الليل»: متى نشرب ماذا، وكم يُنقع.',
        slug: 'ستة-أنواع-من-الشاي',
        body: `
          تقسّم السفينة يومها إلى نوبات حراسة، ونحن كذلك، إلا أن نوباتنا أقصر وفيها بسكويت أكثر.
          - **First Light** في السادسة: أسود قويّ، أربع دقائق، ومع الحليب إن لزم الأمر.
          - **Harbour Mist** في العاشرة: مدخّن، ثلاث دقائق، وافتحوا النافذة.
          - **Salt & Lemon** في الثانية، حين يطول الغداء.
          - **Late Ferry** في الخامسة: شاي الحديث.
          - **Night Watch** بعد التاسعة: بلا كافيين وبلا عجلة.
          هذه خمسة. أمّا السادس فهو ما في الإبريق حين يدخل علينا أحد. وكلّها [على رفّ الشاي](/c/tea).`,
      },
    },
  },
]
