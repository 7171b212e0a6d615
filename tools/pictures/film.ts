/**
 * A short film of still masters: each is looked at for two seconds while the camera comes closer, and gives way to the next.
 *
 * `node tools/pictures/film.ts <name> <master> <master> …` writes `server/demo/films/<name>.mp4`, without sound, as every
 * browser plays it. Needs `ffmpeg`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const [name, ...masters] = process.argv.slice(2)
if (!name || masters.length === 0) throw new Error('Say the name of the film, and the masters in it.')

const demo = join(import.meta.dirname, '../../server/demo')
const SIZE = { width: 640, height: 800 }
const RATE = 25 // pictures a second
const LOOK = 2.4 // seconds
const TURN = 0.6 // seconds in which one gives way to the next

/** Drawn at twice the size and then made smaller: else the picture trembles from one pixel to the next. */
const closer = (index: number) =>
  `[${index}:v]scale=${SIZE.width * 2}:${SIZE.height * 2},zoompan=z='1+0.0016*on':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2'` +
  `:d=${LOOK * RATE}:s=${SIZE.width * 2}x${SIZE.height * 2}:fps=${RATE},scale=${SIZE.width}:${SIZE.height},format=yuv420p[v${index}]`
const turn = (index: number) =>
  `[${index === 1 ? 'v0' : `x${index - 1}`}][v${index}]xfade=transition=fade:duration=${TURN}:offset=${(index * (LOOK - TURN)).toFixed(2)}[x${index}]`

const words = (line: string) => line.split(' ')
const steps = [
  ...masters.map((_, index) => closer(index)),
  ...masters.slice(1).map((_, index) => turn(index + 1)),
]
mkdirSync(join(demo, 'films'), { recursive: true })
execFileSync(
  'ffmpeg',
  [
    ...words('-v error -y'),
    ...masters.flatMap((master) => ['-i', join(demo, `pictures/masters/${master}.webp`)]),
    '-filter_complex',
    steps.join(';'),
    '-map',
    masters.length > 1 ? `[x${masters.length - 1}]` : '[v0]',
    ...words('-c:v libx264 -preset slow -crf 27 -profile:v high -pix_fmt yuv420p'),
    ...words('-movflags +faststart -map_metadata -1 -an'),
    join(demo, `films/${name}.mp4`),
  ],
  { stdio: 'inherit' },
)
