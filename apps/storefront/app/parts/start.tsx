/**
 * Begins the page's script once the page has been painted with its pictures, or sooner: at the first sign of somebody
 * who would use it. Until then everything works as it does without script, and nothing contends with what is looked at.
 *
 * It is the router's own `Scripts` with the beginning put off, and without its preloads before it.
 */
import { useContext, useEffect } from 'react'
import { Scripts, UNSAFE_FrameworkContext as FrameworkContext, useMatches } from 'react-router'
import { wordFiles } from 'virtual:word-files'
import { TAKEN_OVER } from '../taken-over.ts'
import { useFrame } from './use-frame.ts'

export function Start() {
  useEffect(() => void performance.mark(TAKEN_OVER), [])
  if (import.meta.env.DEV) return <Scripts />
  if (import.meta.env.SSR) return <Beginning />
  // The browser has run them: they stay as they are.
  return [1, 2].map((key) => (
    <script key={key} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
  ))
}

/** Milliseconds after which the script begins though a picture is still missing. */
const LONGEST_WAIT = 5_000

/** Only written by the server. */
function Beginning() {
  const { manifest, serverHandoffString, renderMeta, nonce } = useContext(FrameworkContext)!
  const words = wordFiles[useFrame().language] ?? {}
  const matched = useMatches().map(({ id }) => manifest.routes[id]!)
  Object.assign(renderMeta ?? {}, { didRenderScripts: true }) // as the router's own does, so that the state is sent
  const scripts = new Set([
    manifest.entry.module,
    ...manifest.entry.imports,
    ...matched.flatMap(({ module, imports = [] }) => [module, ...imports]),
  ])
  const files = [manifest.url, ...scripts, ...[...scripts].flatMap((script) => words[script] ?? [])]
  const state = `window.__reactRouterContext = ${serverHandoffString};
__reactRouterContext.stream = new ReadableStream({ start(to) { __reactRouterContext.streamController = to } })
  .pipeThrough(new TextEncoderStream())`
  const start = `(${begin.toString()})(${JSON.stringify({
    entry: manifest.entry.module,
    files,
    routes: matched.map(({ id, module }) => [id, module]),
    longestWait: LONGEST_WAIT,
  })})`
  return (
    <>
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: state }} />
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: start }} />
    </>
  )
}

type Given = { entry: string; files: string[]; routes: [id: string, module: string][]; longestWait: number }

/** Runs in the browser as its text stands: nothing outside of it is there. */
function begin({ entry, files, routes, longestWait }: Given) {
  const signs = ['pointerdown', 'pointermove', 'keydown']
  let begun = false
  const start = () => {
    if (begun) return
    begun = true
    for (const sign of signs) removeEventListener(sign, start)
    for (const href of files) {
      const link = document.createElement('link')
      document.head.append(Object.assign(link, { rel: 'modulepreload', href }))
    }
    void Promise.all([
      Promise.all(
        routes.map(([id, module]) => import(/* @vite-ignore */ module).then((loaded) => [id, loaded])),
      ),
      import(/* @vite-ignore */ files[0]!),
    ]).then(([loaded]) => {
      Object.assign(window, { __reactRouterRouteModules: Object.fromEntries(loaded) })
      return import(/* @vite-ignore */ entry)
    })
  }
  // That a picture is there does not say that it has been painted.
  const afterPaint = () => {
    const first = [...document.querySelectorAll<HTMLImageElement>('img[fetchpriority=high]')]
    const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(start)))
    void Promise.allSettled(first.map((picture) => picture.decode())).then(painted)
  }
  for (const sign of signs) addEventListener(sign, start, { passive: true })
  setTimeout(start, longestWait)
  if (document.readyState === 'complete') afterPaint()
  else addEventListener('load', afterPaint)
}
