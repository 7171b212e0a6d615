/** The examples that AWS publishes with its documentation of signatures for S3; the day is theirs, 24 May 2013. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse, type Signed } from './signature.ts'

const KEYS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const THEN = Date.parse('2013-05-24T00:00:00Z')
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const HOST = 'examplebucket.s3.amazonaws.com'

function signed(method: string, target: string, names: string, signature: string, more: object = {}): Signed {
  return {
    method,
    target,
    body: Buffer.alloc(0),
    headers: {
      host: HOST,
      'x-amz-content-sha256': EMPTY,
      'x-amz-date': '20130524T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`,
      ...more,
    },
  }
}

const GET = signed(
  'GET',
  '/test.txt',
  'host;range;x-amz-content-sha256;x-amz-date',
  'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  { range: 'bytes=0-9' },
)
const PUT = {
  ...signed(
    'PUT',
    '/test%24file.text',
    'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    },
  ),
  body: Buffer.from('Welcome to Amazon S3.'),
}
const USUAL = 'host;x-amz-content-sha256;x-amz-date'
const LINK: Signed = {
  method: 'GET',
  target:
    '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  headers: { host: HOST },
  body: Buffer.alloc(0),
}

test('what AWS publishes as rightly signed is taken', () => {
  for (const request of [
    GET,
    PUT,
    LINK,
    signed('GET', '/?lifecycle', USUAL, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'),
    signed(
      'GET',
      '/?max-keys=2&prefix=J',
      USUAL,
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ),
  ])
    assert.equal(refuse(request, KEYS, THEN), null, request.target)
})

test('whatever is changed in it, it is refused, and by the name of the fault', () => {
  const faults: [string, Signed, number?][] = [
    ['SignatureDoesNotMatch', { ...GET, method: 'DELETE' }],
    ['SignatureDoesNotMatch', { ...GET, target: '/test.txt?versionId=1' }],
    ['SignatureDoesNotMatch', { ...GET, headers: { ...GET.headers, range: 'bytes=0-99' } }],
    ['SignatureDoesNotMatch', { ...LINK, target: LINK.target.replace('Expires=86400', 'Expires=96400') }],
    ['XAmzContentSHA256Mismatch', { ...PUT, body: Buffer.from('Welcome to Amazon S4.') }],
    ['AccessDenied', { ...GET, headers: { ...GET.headers, 'x-amz-acl': 'public-read' } }],
    ['AccessDenied', { ...GET, headers: { ...GET.headers, authorization: 'Bearer x' } }],
    ['RequestTimeTooSkewed', GET, THEN + 16 * 60_000],
    ['AccessDenied', LINK, THEN + 86_401_000],
  ]
  for (const [code, request, now = THEN] of faults) assert.equal(refuse(request, KEYS, now), code)
  assert.equal(refuse(GET, { ...KEYS, accessKeyId: 'AKIA2' }, THEN), 'InvalidAccessKeyId')
  assert.equal(refuse(GET, { ...KEYS, region: 'eu-central-1' }, THEN), 'AuthorizationHeaderMalformed')
})
