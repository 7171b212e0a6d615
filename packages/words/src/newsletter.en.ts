/** The newsletter: asked for, shown to be one's own, ended. */
export const newsletter = {
  title: 'Newsletter',
  lead: 'What is new in the shop, by mail, now and then.',
  to: 'Send it to',
  ask: 'Subscribe',
  /** What is agreed to; it is kept as it is shown. */
  wording: (shop: string) =>
    `${shop} may write to me about new products and offers. Every mail has a link that ends it.`,
  askedTitle: 'Look into your mail',
  asked:
    'If the newsletter does not go to this address yet, a mail with a link is on its way there. With the link it begins. Nothing there? Look among the unwanted mails, or ask again in five minutes.',
  confirmTitle: 'One more click',
  confirmLead: 'Then we know that the address is yours, and the newsletter begins.',
  confirm: 'Yes, send me the newsletter',
  confirmed: 'Thank you. The newsletter comes to you from now on.',
  endTitle: 'No more newsletter?',
  endLead: 'One click, and none comes any more. Your address is forgotten.',
  end: 'End the newsletter',
  ended: 'No newsletter comes any more, and the address is forgotten.',
  /** In the account. */
  goesTo: (email: string) => `It goes to ${email}.`,
  mineLead: (email: string) =>
    `Ask for it, and a mail with a link goes to ${email}. With the link it begins.`,
}
