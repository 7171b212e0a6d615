import type { passkeys as en } from './passkeys.en.ts'

export const passkeys: typeof en = {
  title: 'Ihre Passkeys',
  lead: 'Melden Sie sich mit Fingerabdruck, Gesicht oder der Sperre Ihres Geräts an. Sie müssen sich nichts merken, und bei uns liegt nichts, was gestohlen werden könnte.',
  show: 'Zeigen',
  hide: 'Verbergen',
  showTyped: 'Zeigen, was eingegeben ist',
  hideTyped: 'Verbergen, was eingegeben ist',

  or: 'oder',
  logIn: 'Mit Passkey anmelden',
  signUp: 'Konto mit Passkey anlegen',
  signUpHint: 'Statt eines Passworts: Fingerabdruck, Gesicht oder die Sperre Ihres Geräts.',
  waiting: 'Ihr Gerät fragt nach …',

  add: 'Passkey hinzufügen',
  empty: 'Noch kein Passkey',
  emptyText: 'Fügen Sie einen hinzu, dann melden Sie sich auf diesem Gerät ohne Passwort an.',
  name: 'Bezeichnung',
  rename: 'Bezeichnung speichern',
  remove: 'Entfernen',
  of: (what, name) => `${what}: ${name}`,
  added: 'Hinzugefügt',
  lastUsed: 'zuletzt benutzt',
  neverUsed: 'noch nicht benutzt',
  backedUp: 'In Ihrem Passwortmanager',
  onDevice: 'Nur auf diesem Gerät',
  isAdded: 'Der Passkey ist hinzugefügt. Wir haben Ihnen dazu auch eine E-Mail geschickt.',
  isRenamed: 'Die Bezeichnung ist gespeichert.',
  isRemoved:
    'Der Passkey ist entfernt. Ihr Gerät bietet ihn vielleicht noch an: Entfernen Sie ihn auch dort.',
  needsScript: 'Um einen Passkey hinzuzufügen, braucht diese Seite JavaScript.',
  notHere: 'Dieser Browser kann für diese Adresse keinen Passkey anlegen.',
  known: 'Auf diesem Gerät gibt es schon einen Passkey von Ihnen.',
  failed: 'Das Gerät konnte es nicht. Bitte versuchen Sie es noch einmal.',
  plainName: 'Mein Passkey',
}
