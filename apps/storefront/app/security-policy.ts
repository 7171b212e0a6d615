/** What a page may load and where it may send forms: itself, and the payment pages. Nothing inline. */
export function securityPolicy(nonce: string, formOrigins: string[]): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    ['form-action', `'self'`, ...formOrigins].join(' '),
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
}
