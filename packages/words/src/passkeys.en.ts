/** Passkeys, and what makes passwords bearable. */
export const passkeys = {
  title: 'Passkeys',
  lead: 'Log in with your finger, your face or the lock of your device. There is nothing to remember, and nothing that could be stolen from us.',
  /** Of the password that is being typed. */
  show: 'Show',
  hide: 'Hide',
  showTyped: 'Show what is typed',
  hideTyped: 'Hide what is typed',

  or: 'or',
  logIn: 'Log in with a passkey',
  signUp: 'Create account with a passkey',
  signUpHint: 'Instead of a password: your finger, your face or the lock of your device.',
  waiting: 'Your device is asking …',

  add: 'Add a passkey',
  empty: 'No passkey yet',
  emptyText: 'Add one, and you log in on this device without a password.',
  name: 'Name',
  rename: 'Save the name',
  remove: 'Remove',
  /** For buttons that would otherwise all sound the same. */
  of: (what: string, name: string) => `${what}: ${name}`,
  added: 'Added',
  lastUsed: 'last used',
  neverUsed: 'not used yet',
  backedUp: 'In your password manager',
  onDevice: 'On this device only',
  isAdded: 'The passkey is added. We have told you by mail, too.',
  isRenamed: 'The name is saved.',
  isRemoved: 'The passkey is removed. Your device may still offer it: remove it there, too.',
  needsScript: 'To add a passkey, this page needs JavaScript.',
  notHere: 'This browser cannot make a passkey for this address.',
  known: 'There is a passkey of yours on this device already.',
  failed: 'The device could not do it. Please try again.',
  /** What a new one is called at first, where nothing is known of the device. */
  plainName: 'Passkey',
}
