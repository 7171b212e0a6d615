/** Textiles, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const textiles: ProductTexts = {
  'linen-cushion': {
    name: 'Leinenkissen',
    subtitle: 'Schweres gewaschenes Leinen, von Hand paspeliert',
    description: prose`
      Neues Leinen ist steif und etwas hochmütig. Wir waschen unseres mit Bimsstein, bevor es genäht wird; so kommt
      es mit den Manieren eines Tuchs an, das seit Jahren in der Familie ist.

      Der Bezug schließt mit einem verdeckten Reißverschluss und ist im Nu abgezogen. Die Kante ist mit demselben
      Leinen paspeliert und bleibt scharf, wenn alles andere weich geworden ist. Innen steckt ein Federkissen, eine
      Nummer größer als der Bezug, denn ein Kissen soll gegenhalten.`,
  },
  'stripe-cushion': {
    name: 'Streifenkissen',
    subtitle: 'Drellstreifen, gewebt statt gedruckt',
    description: prose`
      Drell ist dazu da, Federn festzuhalten, und so dicht gewebt, dass er eine Weile sogar Wasser hält. Der
      Streifen liegt in der Kette: Er geht durch den ganzen Stoff und verblasst nicht nur auf einer Seite.

      Über den Nähten lassen wir die Streifen aneinanderpassen. Das kostet etwas Stoff, und wer es weiß, sieht es
      immer. Die Rückseite ist schlichtes haferfarbenes Leinen, für Tage, an denen ein Streifen zu viel ist.`,
  },
  'long-cushion': {
    name: 'Langes Kissen',
    subtitle: 'Fürs Kreuz und für das Ende des Sofas',
    description: prose`
      Quadratische Kissen sind zum Ansehen da. Das lange ist zum Gebrauch: im tiefen Sessel im Rücken, am Boden
      unter den Knien, quer über der Sofalehne für einen kurzen Schlaf am Sonntag.

      Es ist aus demselben gewaschenen Leinen wie die quadratischen, mit einem helleren Band an beiden Enden und
      einer festen Füllung, die ihre Länge behält. Der Reißverschluss läuft an der unteren Naht, wo niemand darauf
      liegt.`,
  },
  'wool-throw': {
    name: 'Wolldecke',
    subtitle: 'Lammwolle in breitem Fischgrat, mit geknüpften Fransen',
    description: prose`
      In jedem Zimmer zieht es, und das hier hilft dagegen. Die Decke ist aus Lammwolle, die vor dem Spinnen gefärbt
      wird: Jeder Faden hat mehrere Töne, und die Farbe bewegt sich mit dem Stoff.

      Sie reicht für zwei auf dem Sofa oder für eine Person ganz. Die Fransen sind von Hand zu je zwölf Fäden
      geknüpft. Hängen Sie sie an einem feuchten Tag hinaus, statt sie zu waschen, dann riecht sie nur nach
      draußen.`,
  },
  'beach-towel': {
    name: 'Strandtuch',
    subtitle: 'Flach gewebt, schnell trocken, der Sand fällt ab',
    description: prose`
      Ein dickes Handtuch nimmt den halben Strand mit nach Hause. Dieses ist flach gewebt wie feines Sacktuch, mit
      Schlingen nur auf einer Seite. Es trocknet einen Schwimmer etwa so gut, sich selbst in einem Drittel der Zeit,
      und lässt den Sand dort, woher er kam.

      Gerollt ist es nicht größer als eine Weinflasche. Die Streifen sind eingewebt und haben an unserem Küchentisch
      fünfzig heiße Wäschen überstanden.`,
  },
  'tea-towels': {
    name: 'Geschirrtücher',
    subtitle: 'Leinen, das Gläser poliert und nichts zurücklässt',
    description: prose`
      Baumwolle trinkt Wasser, aber sie fusselt. Leinen trinkt mehr und fusselt nicht, darum hat jedes Hotel mit
      guten Gläsern einen Stapel davon unter der Theke.

      Unsere sind in schlichtem Gerstenkorn gewebt, mit einer schmalen Borte in zwei Blautönen und einer Schlaufe in
      der Mitte der kurzen Seite, damit sie gerade hängen. Etwa zehn Jahre lang werden sie besser, und weitere zehn
      sind sie die besten Putztücher im Haus.`,
  },
  'linen-napkins': {
    name: 'Leinenservietten',
    subtitle: 'Groß, weich und ungebügelt am schönsten',
    description: prose`
      Eine Serviette von der Größe eines Taschentuchs ist nur eine Geste. Diese bedecken den Schoß und sind schwer
      genug, dort zu bleiben, mit Briefecken und einem schmalen Saum in Garn derselben Farbe.

      Aus der Maschine nehmen, glatt ziehen und noch feucht falten: Mehr Bügeln brauchen sie nicht. Die Farben
      dürfen gemischt werden. Die meisten fangen mit vieren in einer Farbe an und enden bei zwölf in dreien.`,
  },
  'work-apron': {
    name: 'Arbeitsschürze',
    subtitle: 'Gekreuzte Träger, zwei tiefe Taschen, eine Schlaufe fürs Tuch',
    description: prose`
      Eine Schürze, die am Nacken hängt, macht bis zum Abend müde. Diese hängt an den Schultern: Die Träger kreuzen
      sich im Rücken und laufen durch zwei Ösen, man zieht sie über den Kopf und braucht keinen Knoten.

      Das Segeltuch ist schwer und hält heißes Fett und nassen Ton draußen. Die Taschen sitzen weit außen, man kann
      sich also auch mit einem Löffel darin setzen. Eine Größe passt den meisten, denn die Träger passen sich an.`,
  },
}
