/**
 * Makes of a video what every browser plays, and a picture of it, by ffmpeg in a process of its own.
 *
 * Nothing but the file itself is read, and only as an MP4: no playlist, no other file, no address. Time on the processor,
 * memory, pixels, length and size of the result are bounded; whoever runs longer is ended. Without ffmpeg on the machine
 * videos are served as they came.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { minutes } from '#kit/clock.ts'
import { MOST_PIXELS, MOST_SECONDS } from './video.ts'

/** Ten minutes of 4K take some twenty of one core. */
const MOST_CPU_SECONDS = 1800
const MOST_MEMORY_KB = 4 * 1024 * 1024
const MOST_MS = minutes(60)
const MOST_BYTES = 300 * 1024 * 1024
/** The longer side of the copy. */
const LONGEST_SIDE = 1280
const FRAMES_A_SECOND = 30

export type Transcoded =
  | { kind: 'made'; video: string; frame: string }
  | { kind: 'failed'; reason: string }
  /** There is no ffmpeg here. */
  | { kind: 'unable' }

/** Reads `source`, writes into `folder`; `signal` ends it. */
export async function transcode(
  source: string,
  folder: string,
  { durationMs, signal }: { durationMs: number; signal: AbortSignal },
): Promise<Transcoded> {
  const [video, frame] = [join(folder, 'copy.mp4'), join(folder, 'frame.png')]
  const made = await run([...READ_ONLY_THIS, '-i', source, ...COPY, video], signal)
  if (made.kind !== 'ended') return made
  // A moment in, as the first picture is often black.
  const at = String(Math.min(1, durationMs / 2000))
  const shown = await run([...READ_ONLY_THIS, '-ss', at, '-i', video, ...FRAME, frame], signal)
  return shown.kind === 'ended' ? { kind: 'made', video, frame } : shown
}

const words = (...lines: string[]) => lines.flatMap((line) => line.split(' '))

const READ_ONLY_THIS = words(`-protocol_whitelist file -max_pixels ${MOST_PIXELS} -f mov`)
const COPY = words(
  `-t ${MOST_SECONDS} -fs ${MOST_BYTES}`,
  '-map 0:v:0 -map 0:a:0? -sn -dn',
  // What the camera tells besides: where, when, with what.
  '-map_metadata -1 -map_metadata:s -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact',
  '-c:v libx264 -preset veryfast -crf 23 -maxrate 4M -bufsize 8M -pix_fmt yuv420p -threads 1',
  `-fpsmax ${FRAMES_A_SECOND} -vf ${scaledTo(LONGEST_SIDE)}`,
  '-c:a aac -b:a 128k -ac 2',
  '-movflags +faststart -f mp4',
)
const FRAME = words('-frames:v 1 -f image2 -update 1')

/** Never larger than it was, and in even numbers, as H.264 wants them. */
function scaledTo(side: number): string {
  return `scale=w='min(${side},iw)':h='min(${side},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`
}

/** No command of the shell: it bounds itself and becomes ffmpeg. */
const BOUNDED = `ulimit -t ${MOST_CPU_SECONDS} && ulimit -v ${MOST_MEMORY_KB} && exec nice -n 10 ffmpeg "$@"`
const NOT_FOUND = 127

async function run(
  args: string[],
  signal: AbortSignal,
): Promise<{ kind: 'ended' } | Exclude<Transcoded, { kind: 'made' }>> {
  const child = spawn('sh', ['-c', BOUNDED, 'ffmpeg', '-nostdin', '-v', 'error', '-y', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]),
    killSignal: 'SIGKILL',
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  try {
    const [code, ending] = (await once(child, 'close')) as [number | null, string | null]
    if (code === 0) return { kind: 'ended' }
    if (code === NOT_FOUND) return { kind: 'unable' }
    return {
      kind: 'failed',
      reason: ending ? `it was ended by ${ending}` : said.trim() || `it ended with ${code}`,
    }
  } catch (error) {
    return { kind: 'failed', reason: (error as Error).message }
  } finally {
    process.removeListener('exit', kill)
  }
}
