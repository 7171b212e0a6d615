/**
 * The shop without a network. A browser runs this file as it stands; its address names the build of the pages, so that
 * each build brings its own.
 *
 * Pages always come from the shop: nothing here is ever older than it should be. Of answers only the offline page is
 * kept, asked for without a cookie, with the files it needs; what is somebody's is kept by the pages (`kept.ts`).
 */
const FILES = `files ${new URL(location.href).searchParams.get('build')}`
const PICTURES = 'pictures'

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => event.waitUntil(begin()))

self.addEventListener('message', (event) => {
  const { page, pictures } = event.data ?? {}
  if (typeof page === 'string') event.waitUntil(keepPage(page))
  if (Array.isArray(pictures)) event.waitUntil(keepPictures(pictures))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(orOffline(event))
  else if (pathname.startsWith('/assets/')) event.respondWith(fromBuild(request))
  else if (pathname.startsWith('/files/')) event.respondWith(orKept(request))
})

/** What earlier builds kept is of no use to this one. */
async function begin() {
  for (const name of await caches.keys()) if (name !== FILES && name !== PICTURES) await caches.delete(name)
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

async function keepPage(path) {
  const kept = await caches.open(FILES)
  if (await kept.match(path)) return
  const page = await fetch(path, { credentials: 'omit' })
  if (!page.ok) return
  const files = new Set((await page.clone().text()).match(/\/assets\/[\w.~-]+/g))
  await kept.addAll([...files])
  await kept.put(path, page)
}

/** These and no others. */
async function keepPictures(addresses) {
  const wanted = new Set(addresses.filter((address) => address.startsWith('/files/')))
  const kept = await caches.open(PICTURES)
  for (const request of await kept.keys())
    if (!wanted.delete(new URL(request.url).pathname)) await kept.delete(request)
  await Promise.allSettled([...wanted].map((address) => kept.add(address)))
}

async function orOffline(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    const { pathname, search } = new URL(event.request.url)
    const kept = await caches.open(FILES)
    const page = await kept.match(pathname)
    if (page) return page
    const [, language = ''] = /^(\/[a-z]{2,3})(?:\/|$)/.exec(pathname) ?? []
    const offline = (await kept.match(`${language}/offline`)) ? `${language}/offline` : '/offline'
    if (!(await kept.match(offline))) return Response.error()
    return Response.redirect(`${offline}?to=${encodeURIComponent(pathname + search)}`)
  }
}

async function fromBuild(request) {
  const kept = await caches.open(FILES)
  return (await kept.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function orKept(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.open(PICTURES)
    const picture = await kept.match(request, { ignoreVary: true })
    if (!picture) throw error
    return picture
  }
}
