/** Stationery, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const stationery: ProductTexts = {
  'linen-notebook': {
    name: 'Leinennotizbuch',
    subtitle: 'Ein genähtes Buch in Stoff, mit Gummi und Leseband',
    description: prose`
      Gute Notizbücher sind oft zu gut zum Hineinschreiben. Dieses ist gut gemacht und kein bisschen heikel: Leinen
      verbirgt Fingerabdrücke, die Seiten sind nummeriert, und auf der ersten stehen ein paar Zeilen zum
      Durchstreichen, damit das Schlimmste hinter Ihnen liegt.

      Es ist in Lagen genäht und bleibt auf jeder Seite offen liegen. Hinten ist eine Tasche für Fahrkarten, und das
      Leseband ist lang genug, um ohne Hinsehen gefunden zu werden.`,
  },
  'pocket-notebooks': {
    name: 'Taschenhefte',
    subtitle: 'Drei dünne Hefte für einen Mantel',
    description: prose`
      Die besten Einfälle kommen im Regen, an der Haltestelle, mit einer freien Hand. Ein Taschenheft muss dünn genug
      sein, um immer dabei zu sein, und billig genug für Einkaufslisten.

      Drei sind im Päckchen, in Meer, Sand und Rost, zweimal mit Messingdraht geheftet und an den Ecken gerundet,
      damit sie so glatt aus der Tasche kommen, wie sie hineingehen. Je achtundvierzig Seiten. Auf dem Umschlag hält
      Bleistift, für ein Datum.`,
  },
  logbook: {
    name: 'Logbuch',
    subtitle: 'Fünf Jahre Tage, je sechs Zeilen',
    description: prose`
      Jede Seite des Logbuchs ist ein Tag des Jahres, in fünf geteilt. Sie schreiben sechs Zeilen, gehen schlafen und
      begegnen sich dort nach zwölf Monaten wieder. Im dritten Jahr fällt es schwer, aufzuhören.

      Für Wind, Wetter und den Ort gibt es kleine Felder wie im Schiffstagebuch, denn die bringen mehr zurück als die
      Worte. In Halbleinen gebunden, mit einem Rückenschild zum Ausfüllen. Anfangen kann man an jedem Tag.`,
  },
  sketchbook: {
    name: 'Skizzenbuch',
    subtitle: 'Schweres Papier, graue Pappe und ein Ring, der dreht',
    description: prose`
      Skizzenbücher werden umgeknickt, platt gesessen und als Tisch benutzt. Dieses hat auf beiden Seiten dicke graue
      Pappe und einen doppelten Draht, um den es sich ganz herumklappen lässt; die Hälfte ist also immer ein
      Zeichenbrett.

      Das Papier ist schwer, leicht warm im Ton und etwas rau. Es nimmt Bleistift, Tinte und ein wenig Aquarell, ehe
      es sich wellt. Das kleine passt in die Manteltasche, das große braucht eine Mappe und den Vorsatz zu zeichnen.`,
  },
  pencils: {
    name: 'Bleistifte',
    subtitle: 'Sechs Zedernstifte in den Farben des Ladens',
    description: prose`
      Zeder ist das richtige Holz für einen Bleistift: Sie schneidet sich sauber, riecht wie der Schrank in einem
      guten Hotel und wächst nach. Unsere kommen aus einer kleinen Fabrik, die seit der Zeit vor dem Kugelschreiber
      kaum etwas anderes macht.

      Sechs stecken in der Hülle, in sechs Farben, alle in Härte B: weich genug, um angenehm zu sein, und hart genug
      für eine Woche. Zweimal lackiert und am Ende getaucht. Ohne Radierer, denn es schaut ja niemand zu.`,
  },
  'pencil-pot': {
    name: 'Stiftebecher',
    subtitle: 'Ein gerader Becher mit einem Gewicht im Fuß',
    description: prose`
      Das Leid mit Stiftebechern ist, dass sie umfallen, wenn man den letzten Stift herausnimmt. Dieser hat zwei
      Zentimeter massiven Ton im Fuß, und damit ist das erledigt.

      Er ist halb so hoch wie ein Bleistift, damit auch kurze zu finden sind, und innen glasiert, damit sich Tinte
      abwischen lässt. Gesprenkelt und matt wie die Steinzeugkerze. Er fasst etwa dreißig Stifte, oder Kochlöffel,
      oder einen kleinen Farn; so ist es unserem ergangen.`,
  },
  'card-set': {
    name: 'Kartenset',
    subtitle: 'Acht Klappkarten mit Umschlägen, innen leer',
    description: prose`
      Eine Karte sollte nichts sagen, damit Sie es können. Jede trägt eine unserer Zeichnungen in der Größe einer
      Handfläche: die Ebbe, die Boote, die Steine und die Segel, je zwei, innen nichts und hinten nur eine Zeile.

      Der Karton ist dick genug, um bis in den Januar auf dem Brett zu stehen. Die Umschläge sind meerblau gefüttert,
      und ihr Klebstoff schmeckt besser, als Sie ihn in Erinnerung haben.`,
  },
  'brass-ruler': {
    name: 'Messinglineal',
    subtitle: 'Geschnitten, graviert und zum Altern bestimmt',
    description: prose`
      Lineale aus Kunststoff gehen verloren. Eines aus Messing wird vererbt. Unseres ist aus drei Millimeter dickem
      Blech geschnitten und auf halbe Millimeter graviert; die Ziffern sind schwarz ausgelegt, damit man sie auch bei
      schlechtem Licht liest.

      Eine Kante ist für die Tinte abgeschrägt, die andere für das Messer gerade. Es ist nicht lackiert: Wo die Hand
      liegt, bleibt es blank, anderswo wird es braun wie eine alte Türklinke. Das schwere ist auch ein guter
      Briefbeschwerer.`,
  },
  'letter-tray': {
    name: 'Briefablage',
    subtitle: 'Vorn niedrig, damit der Stapel ehrlich bleibt',
    description: prose`
      Eine Ablage mit hohen Wänden verbirgt, was darin liegt, bis es zu spät ist. Diese ist vorn offen und nur fünf
      Zentimeter tief: Sieht Papier über den Rand, wird es Zeit für eine Antwort.

      Die Ecken sind auf Gehrung gefügt und von einem Span aus anderem Holz gehalten, der Boden ist eingelassen, darunter
      liegt Filz. A4 passt hinein, mit Platz für einen Finger. Zwei stehen aufeinander, eine für das, was kommt, und eine
      für das, was geht. Eine dritte gibt es nicht.`,
  },
  'wrapping-paper': {
    name: 'Geschenkpapier',
    subtitle: 'Drei schlichte Rollen, mit denen jedes Geschenk gemeint ist',
    description: prose`
      Muster altern vor dem Geburtstag. Schlichtes Papier vom richtigen Gewicht nicht, und wer es mit guter Schnur bindet,
      braucht kein Band. In der Banderole sind drei Rollen, Meer, Ton und Hafer, je vier Meter.

      Das Papier ist durchgefärbt: Es lässt sich am Lineal reißen und zeigt keine weiße Kante. Es ist dick genug für eine
      Ecke und dünn genug, um damit ein Buch einzuschlagen. Man packt es vorsichtig aus und benutzt es noch einmal, und wir
      haben beschlossen, das als Kompliment zu nehmen.`,
  },
}
