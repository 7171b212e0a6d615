/** Der Warenkorb neben der Seite, das Hineinlegen aus Listen und geteilte Warenkörbe. */
import type { basket as english } from './basket.en.ts'
import { plural } from './plural.ts'

const count = (n: number, one: string, other: string) => plural('de', n, { one, other })

export const basket: typeof english = {
  close: 'Warenkorb schließen',
  seeCart: 'Warenkorb ansehen',
  addOne: (name) => `${name} in den Warenkorb legen`,
  choose: (name) => `Ausführung wählen: ${name}`,
  closeChoice: 'Auswahl schließen',
  onItsPage: 'Auf der Produktseite ansehen',
  dismiss: 'Meldung schließen',
  now: (n, total) => `Jetzt in Ihrem Warenkorb: ${count(n, '# Artikel', '# Artikel')}, ${total}.`,
  allThereIs: (n) => count(n, 'Das letzte Stück.', 'Alle #, die noch da sind.'),
  mostOfOne: (n) => `Höchstens ${n} auf einmal.`,
  untilFree: (sum) => `Noch ${sum}, dann ist die Lieferung kostenlos.`,
  isFree: 'Die Lieferung ist für diesen Warenkorb kostenlos.',
  elsewhere: 'Was die Lieferung zu Ihnen kostet',
  postalCode: 'Postleitzahl',
  optional: 'freiwillig',
  estimate: 'Anzeigen',
  wayTo: (name, price, days) => `${name}: ${price ?? 'kostenlos'}, Ankunft ${days}`,
  fetchAt: (name, price, days) => `${name}: ${price ?? 'kostenlos'}, bereit ${days}`,
  notThere: (country) => `Nach ${country} können wir diesen Warenkorb noch nicht liefern.`,
  share: 'Warenkorb teilen',
  shareNote:
    'Wer den Link hat, sieht, was jetzt im Warenkorb liegt, und nichts von Ihnen. Der Link gilt 30 Tage.',
  makeLink: 'Link erstellen',
  link: 'Link zu diesem Warenkorb',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  sharedTitle: 'Ein Warenkorb für Sie',
  sharedLead:
    'Jemand hat seinen Warenkorb mit Ihnen geteilt. In Ihren kommt erst etwas, wenn Sie es möchten.',
  pieces: (n) => count(n, '# Stück', '# Stück'),
  take: 'In meinen Warenkorb legen',
  gone: 'Nicht mehr im Verkauf',
  soldOut: 'Ausverkauft',
  nothingLeft: 'Davon ist nichts mehr zu haben.',
  leftOut: (n) =>
    count(
      n,
      'Ein Artikel war nicht mehr zu haben und fehlt deshalb.',
      '# Artikel waren nicht mehr zu haben und fehlen deshalb.',
    ),
  endedTitle: 'Ihre Sitzung ist beendet',
  endedText:
    'Es wurde nichts bestellt und nichts bezahlt. Falls Sie angemeldet waren, melden Sie sich wieder an: Ihr Warenkorb wartet dort.',
  endedTyped: 'Das hatten Sie eingegeben:',
}
