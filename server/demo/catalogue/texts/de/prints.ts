/** Prints, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const prints: ProductTexts = {
  'low-tide-1': {
    name: 'Ebbe Nr. 1',
    subtitle: 'Grünes Watt und eine späte Sonne',
    description: prose`
      Die erste von vier Zeichnungen, gemacht von derselben Bank. Bei Ebbe lässt das Wasser eine Meile
      Schlick zurück, und zwanzig Minuten lang am Abend ist dieser Schlick das Schönste an der Küste.

      Das Land ist auf fünf Bänder gebracht und die Sonne auf eine Scheibe; so etwa sieht es mit halb geschlossenen
      Augen aus. Die Grüntöne sind aus einer Farbe und ihrem eigenen Schatten gemischt. Hängen Sie das Bild dorthin,
      wo das Licht von links kommt, wie an jenem Tag.`,
  },
  'low-tide-2': {
    name: 'Ebbe Nr. 2',
    subtitle: 'Dieselbe Bank, eine Stunde später',
    description: prose`
      Die zweite Zeichnung entstand, als die erste schon eingepackt war. Die Sonne stand hinter dem Deich, und alles,
      was grün gewesen war, hatte auf einmal die Farbe von Ziegeln und Aprikosen.

      Sie hat dieselben fünf Bänder wie ihre Nachbarin und hängt neben ihr oder allein. Wenn Sie beide nehmen, gehört
      diese nach rechts. Die blasse Scheibe ist bloßes Papier: das einzige Weiß im Bild und das Hellste in den
      meisten Zimmern.`,
  },
  moorings: {
    name: 'Liegeplätze',
    subtitle: 'Fünf Boote und das Wasser, das sie trägt',
    description: prose`
      Von der Hafenmauer aus besteht ein Boot an einem stillen Morgen aus zwei Formen: der, die schwimmt, und der,
      die kopfüber und etwas länger darunter hängt. In diesem Druck geht es vor allem um die zweite.

      Das Wasser ist mit rund siebzig waagerechten Linien gezeichnet, dichter, wo es dunkler ist, und keine davon ist
      ganz gerade. Drei Schritte zurück, und sie schließen sich zur Fläche. Aus der Nähe sind es wieder nur Linien.`,
  },
  pebbles: {
    name: 'Kiesel',
    subtitle: 'Neunzehn Steine aus einer Tasche',
    description: prose`
      Jeder kommt mit einer Tasche voller Steine vom Strand und weiß nicht, wohin damit. Wir haben eine solche
      Tasche auf einem Blatt Papier ausgelegt, jeden Stein umfahren und sie am nächsten Tag zurückgebracht.

      Die Farben sind die, die sie nass hatten. Ein ruhiges Bild mit einem leisen Scherz: Eines der neunzehn ist gar
      kein Stein, und Kinder finden es zuerst. Es passt ins Bad, in den Flur, ins Kinderzimmer.`,
  },
  'sail-plan': {
    name: 'Segelriss',
    subtitle: 'Tuch, in Dreiecke geschnitten',
    description: prose`
      Ein Segelriss ist die Zeichnung, nach der ein Segelmacher arbeitet: alle Segel flach übereinander, nur an den
      Umrissen zu unterscheiden. Mit Farbe gefüllt ist er auf einmal eine Komposition.

      Unserer stammt von einem kleinen Gaffelkutter, der zum Fischen gebaut wurde und heute dem Vergnügen dient. Die
      Überlappungen sind nass in nass gedruckt; wo zwei Segel sich kreuzen, entsteht eine dritte Farbe, die niemand
      gemischt hat. Die dünne senkrechte Linie ist der Mast.`,
  },
  'harbour-chart': {
    name: 'Hafenkarte',
    subtitle: 'Die Tiefen einer Bucht, die es nicht gibt',
    description: prose`
      Eine Seekarte ist eine Landschaft, gezeichnet von Leuten, die sich vor ihr fürchten. Jede Linie verbindet Orte
      gleicher Tiefe; wo sie sich drängen, fällt der Grund ab, wo sie sich weiten, ist Sand und ein guter Ankerplatz.

      Diese Bucht wurde an einem Winterabend erfunden und ganz vom Sessel aus vermessen. Bitte nicht danach fahren.
      Die Linien sind in einem Blau in neun Stärken gedruckt, und das kleine Kreuz zeigt, wo wir ankern würden.`,
  },
  lighthouse: {
    name: 'Leuchtturm',
    subtitle: 'Vier Bänder gegen das Wetter',
    description: prose`
      Leuchttürme sind gestreift, damit man sie bei Tag unterscheiden kann, jeder mit seinem eigenen Muster im
      Seehandbuch. Der auf diesem Druck hat vier Bänder und eine leichte Neigung; das zweite ist die Schuld der
      Person, die ihn gezeichnet hat.

      Der Himmel ist eine einzige Fläche und der Strahl ein einziger heller Keil. Bei Menschen unter zehn ist es das
      beliebteste Bild im Laden, und man hat schon nach Grün gefragt. In Grün gibt es ihn nicht.`,
  },
}
