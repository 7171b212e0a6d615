/**
 * Has the browser run the service worker of this build, which shows the offline page when there is no network, and
 * forgets what was kept of somebody else. Without script, and without a secure address, there is none.
 */
import { useEffect } from 'react'
import { useFrame } from '../parts/use-frame.ts'
import { pathBehind, paths } from '../paths.ts'
import { forgetKept, readKept, tellWorker, visitorOf } from './kept.ts'

declare global {
  interface Window {
    __reactRouterManifest?: { version: string }
  }
}

export function Installed() {
  const frame = useFrame()
  const offline = pathBehind(frame.base, paths.offline())
  const who = visitorOf(frame)
  useEffect(() => {
    if (location.pathname === offline) return // that page is nobody's
    const kept = readKept()
    if (kept && kept.who !== who) forgetKept()
  }, [who, offline])
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const build = window.__reactRouterManifest?.version ?? ''
    void navigator.serviceWorker.register(`/service-worker.js?build=${build}`).catch(() => {}) // the shop works without
    tellWorker({ page: offline })
  }, [offline])
  return null
}
