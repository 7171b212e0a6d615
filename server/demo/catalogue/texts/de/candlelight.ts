/** More candles and what holds them, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const candlelight: ProductTexts = {
  'tin-traveller': {
    name: 'Reisekerze',
    subtitle: 'Eine Kerze mit Deckel, für fremde Zimmer',
    description: prose`
      Hotelzimmer riechen nach anderen Leuten und Ferienhäuser nach dem letzten Winter. Diese Kerze hat einen Deckel,
      passt zwischen zwei Hemden und macht aus einem fremden Tisch in einer Viertelstunde den eigenen.

      Sie brennt zwanzig Stunden, das ist eine Woche Abende. Zum Löschen schließt man den Deckel, ohne Rauch und ohne
      Pusten. Die Dose ist die unserer Tees, nur niedriger, und hält später Briefmarken, Schrauben oder Angelhaken
      beisammen.`,
  },
  'pillar-candles': {
    name: 'Stumpenkerzen',
    subtitle: 'Drei Höhen, eine Dicke, am besten in Gesellschaft',
    description: prose`
      Ein Stumpen steht von allein und braucht nur einen Teller. Diese werden in Holzformen gepresst und ruhen drei
      Wochen, denn junges Wachs brennt schnell und altes brennt gerade.

      Ihre Farbe ist die des Wachses, beinahe Sahne. Lassen Sie jede beim ersten Mal mindestens eine Stunde brennen, bis
      sie zum Rand geschmolzen ist: Eine Kerze merkt sich ihren ersten Abend und folgt ihm bis unten. Von jeder Höhe
      eine, dicht beieinander, reicht für einen Tisch mit acht.`,
  },
  'brass-holders': {
    name: 'Messingleuchter',
    subtitle: 'Ein Paar, gedreht und schwer genug, um ihm zu trauen',
    description: prose`
      Die meisten Leuchter scheitern an einem: Sie halten die Kerze zu locker oder gar nicht. Hier geben drei Schnitte
      in der Tülle dem Messing etwas Federung, und jede übliche Spitzkerze steht gerade, ohne Papier, Streichholz oder
      flüssiges Wachs.

      Sie sind aus dem Vollen gedreht und nicht lackiert. Polieren Sie sie für Gäste, oder lassen Sie sie braun werden
      wie Türklinken in alten Häusern. Der breite Fuß fängt auf, was tropft. Es gibt sie als Paar, denn allein sind
      Kerzen einsam.`,
  },
  'clay-holder': {
    name: 'Handleuchter',
    subtitle: 'Ein Teller, eine Tülle und eine Schlaufe für einen Finger',
    description: prose`
      Ehe es Lichtschalter gab, ging jeder mit so einem zu Bett. Der Teller fängt das Wachs, die Schlaufe hält ihn auf
      der Treppe gerade, und die freie Hand schützt die Flamme.

      Unserer wird in zwei Teilen gedreht und zusammengesetzt, solange der Ton weich ist. Er ist ringsum glasiert und
      unter heißem Wasser wieder sauber. Wenn abends der Strom ausfällt, ist er als Erstes zur Hand, denn er stand die
      ganze Zeit auf der Fensterbank und sah gut aus.`,
  },
  tealights: {
    name: 'Teelichter',
    subtitle: 'Sechs aus Bienenwachs, in Hüllen, die man nachfüllt',
    description: prose`
      Bei den meisten Teelichtern ist die Hülle das Problem: ein Abend Licht und dann ein Stück Metall für den Müll.
      Unsere sind aus Stahl und bleiben. Ist eine leer, setzt man ein neues Licht ein; nachfüllen kann man im Dutzend
      aus der Papiertüte.

      Das Wachs kommt größtenteils von Bienen und riecht warm ein wenig nach Honig. Jedes brennt fünf Stunden und rußt
      nicht. Sie passen in Laternen, in Stövchen und in die Papierboote, die Kinder im August den Fluss hinunterschicken.`,
  },
  'candle-snuffer': {
    name: 'Kerzenlöscher',
    subtitle: 'Beendet den Abend ohne einen Faden Rauch',
    description: prose`
      Wer eine Kerze ausbläst, hat eine halbe Stunde lang Geburtstag in der Nase. Setzen Sie eine kleine Glocke über die
      Flamme und zählen Sie bis drei: Der Docht bleibt, wo er war, und auf dem Tischtuch landet kein Wachs.

      Die Glocke ist gedrückt, der Stiel aus einem Messingstab gezogen, mit einem leichten Knick, wo ein Handgelenk
      wäre. Kinder werden sich um die Aufgabe streiten. Er hängt am Knauf oder liegt bei den Kerzen und sieht aus wie
      ein Musikinstrument.`,
  },
  'incense-dish': {
    name: 'Räucherschale',
    subtitle: 'Hält ein Stäbchen schräg und behält die Asche',
    description: prose`
      Asche fällt, wohin sie will, es sei denn, die Schale ist länger, als das Stäbchen sich neigt. Diese ist an den
      Stäbchen gemessen, die wir selbst brennen: Der kleine Kegel hält sie im richtigen Winkel, und alles, was fällt,
      landet auf Glasur.

      Sie ist oval wie unsere Seifenschale und kommt aus denselben Händen. Einmal in der Woche wird sie abgespült.
      Dazwischen nimmt sie Ohrringe, Schlüssel oder die zwei Knöpfe, die vom Mantel ab sind. Zehn Stäbchen Zeder und
      Salz liegen bei.`,
  },
}
