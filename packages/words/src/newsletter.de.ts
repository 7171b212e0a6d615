import type { newsletter as en } from './newsletter.en.ts'

export const newsletter: typeof en = {
  title: 'Newsletter',
  lead: 'Was es Neues im Laden gibt, ab und zu per Mail.',
  to: 'An welche Adresse?',
  ask: 'Abonnieren',
  wording: (shop) =>
    `${shop} darf mir über neue Produkte und Angebote schreiben. In jeder Mail steht ein Link, der das beendet.`,
  askedTitle: 'Sehen Sie in Ihre Mails',
  asked:
    'Wenn der Newsletter noch nicht an diese Adresse geht, ist eine Mail mit einem Link dorthin unterwegs. Mit dem Link beginnt er. Nichts da? Sehen Sie bei den unerwünschten Mails nach, oder fragen Sie in fünf Minuten noch einmal.',
  confirmTitle: 'Noch ein Klick',
  confirmLead: 'Dann wissen wir, dass die Adresse Ihnen gehört, und der Newsletter beginnt.',
  confirm: 'Ja, schicken Sie mir den Newsletter',
  confirmed: 'Danke. Der Newsletter kommt von nun an zu Ihnen.',
  endTitle: 'Keinen Newsletter mehr?',
  endLead: 'Ein Klick, und es kommt keiner mehr. Ihre Adresse wird vergessen.',
  end: 'Newsletter beenden',
  ended: 'Es kommt kein Newsletter mehr, und die Adresse ist vergessen.',
  goesTo: (email) => `Er geht an ${email}.`,
  mineLead: (email) =>
    `Bestellen Sie ihn, dann geht eine Mail mit einem Link an ${email}. Mit dem Link beginnt er.`,
}
