/**
 * What the pages of the docs do besides being read: find while one types, copy, and try. A browser runs this file as it
 * stands. Tokens are never kept: they are gone with the page.
 */
const search = document.querySelector('#search')
const rows = [...document.querySelectorAll('.module li')]

/** As list-page.ts finds. */
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const texts = rows.map((row) => plain(row.textContent))

function find() {
  const words = search.value.split(/\s+/).map(plain).filter(Boolean)
  rows.forEach((row, at) => (row.hidden = !words.every((word) => texts[at].includes(word))))
  for (const part of document.querySelectorAll('.module, .face'))
    part.hidden = !part.querySelector('li:not([hidden])')
  const told = document.querySelector('.told')
  const count = rows.filter((row) => !row.hidden).length
  const all = told.dataset.count
  told.textContent = words.length > 0 ? `${count} of ${all} operations` : `${all} operations`
  document.body.classList.toggle('seeking', words.length > 0)
}

const foundLinks = () => rows.filter((row) => !row.hidden).map((row) => row.querySelector('a'))

if (rows.length > 0) {
  search.addEventListener('input', () => {
    find()
    const address = new URL(location.href)
    if (search.value === '') address.searchParams.delete('q')
    else address.searchParams.set('q', search.value)
    address.hash = ''
    history.replaceState(null, '', address)
  })
  search.form.addEventListener('submit', (event) => {
    event.preventDefault()
    foundLinks()[0]?.click()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops = [search, ...foundLinks()]
    const at = stops.indexOf(document.activeElement)
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at === -1 || !next) return
    event.preventDefault()
    next.focus()
  })
  find() // what the browser has kept in the field, on the way back
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select')
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    search.focus()
    search.select()
  }
})

/** What a link leads to is opened where it is folded away. */
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const folded = target?.closest('details')
  if (!folded || folded.open) return
  folded.open = true
  target.scrollIntoView()
}
addEventListener('hashchange', unfold)
unfold()

for (const sample of document.querySelectorAll('.sample')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.setAttribute('aria-label', `Copy ${sample.querySelector('h3').textContent}`)
  button.addEventListener('click', () => void copy(sample.querySelector('pre code'), button))
  sample.querySelector('figcaption').append(button)
}

async function copy(code, button) {
  const isCopied = await navigator.clipboard?.writeText(code.textContent).then(
    () => true,
    () => false,
  )
  if (!isCopied) getSelection().selectAllChildren(code) // a page without https has no clipboard
  button.textContent = isCopied ? 'Copied' : 'Selected'
  setTimeout(() => (button.textContent = 'Copy'), 2000)
}

const form = document.querySelector('.try form')
if (form) begin(form)

function begin(form) {
  const answer = document.querySelector('[data-answer]')
  const stop = form.querySelector('[data-stop]')
  let under
  form.closest('.try').hidden = false
  stop.addEventListener('click', () => under?.abort())
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    under?.abort()
    const own = (under = new AbortController())
    show(answer, 'Asking …')
    answer.hidden = false
    const began = performance.now()
    const took = () => `${Math.round(performance.now() - began)} ms`
    try {
      const { address, options } = requestOf(form)
      const response = await fetch(address, { ...options, signal: own.signal })
      const line = `${response.status} ${response.statusText}`.trim()
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
      if (response.ok && form.dataset.stream !== undefined) {
        stop.hidden = false
        await follow(response, (told) =>
          show(answer, `${line}, listening`, { headers, body: told, ok: true }),
        )
        show(answer, `${line}, ended after ${took()}`, { headers, ok: true })
        return
      }
      const body = await response.text()
      show(answer, `${line} in ${took()}`, {
        headers,
        body: pretty(body),
        ok: response.ok,
        problem: problemIn(body),
      })
    } catch (error) {
      if (under !== own) return // another call took its place
      if (own.signal.aborted) show(answer, `Stopped after ${took()}`, { ok: true })
      else show(answer, `No answer: ${error.message}`, { ok: false, body: '' })
    } finally {
      if (under === own) stop.hidden = true
    }
  })
}

function requestOf(form) {
  let path = form.dataset.path
  const query = new URLSearchParams()
  for (const field of form.querySelectorAll('[data-place]')) {
    if (field.dataset.place === 'path')
      path = path.replace(`:${field.dataset.name}`, () => encodeURIComponent(field.value))
    else if (field.value !== '') query.append(field.dataset.name, field.value)
  }
  const headers = {}
  const token = form
    .querySelector('[data-token]')
    .value.trim()
    .replace(/^bearer\s+/i, '')
  if (token) headers.authorization = `Bearer ${token}`
  else {
    // With the session's cookie a write says this one, too.
    const said = /(?:^|; )(?:__Host-)?qs_form=([\w-]+)/.exec(document.cookie)?.[1]
    if (said) headers['x-csrf-token'] = said
  }
  const key = form.querySelector('[data-key]')
  if (key) headers['idempotency-key'] = key.value || newKey()
  const body = form.querySelector('[data-body]')
  if (body) headers['content-type'] = 'application/json'
  const { method } = form.dataset
  const address = query.size > 0 ? `${path}?${query}` : path
  return { address, options: { method, headers, ...(body ? { body: body.value } : {}) } }
}

const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

async function follow(response, tell) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let told = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    told = (told + value).slice(-MOST)
    tell(told)
  }
}

/** Longer answers are shown in part: laying them out takes seconds. */
const MOST = 200_000

function show(answer, line, { headers, body, ok, problem } = {}) {
  const told = answer.querySelector('.line')
  told.textContent = line
  told.className = ok === undefined ? 'line' : ok ? 'line good' : 'line bad'
  if (headers !== undefined) answer.querySelector('details code').textContent = headers
  if (body !== undefined) {
    const isLong = body.length > MOST
    answer.querySelector('.body code').textContent = isLong ? `${body.slice(0, MOST)}\n…` : body
  }
  const said = answer.querySelector('.problem')
  said.replaceChildren()
  if (!problem) return
  const code = Object.assign(document.createElement('a'), {
    href: `/problems/${encodeURIComponent(problem.code)}`,
    textContent: problem.code,
  })
  const words = document.createElement('p')
  words.append(code, ` ${problem.detail ?? ''}`)
  const list = document.createElement('ul')
  for (const { path, message } of problem.errors ?? []) {
    const item = document.createElement('li')
    const name = document.createElement('code')
    name.textContent = path || 'request'
    item.append(name, ` ${message}`)
    list.append(item)
  }
  said.append(words, ...(list.children.length > 0 ? [list] : []))
}

function problemIn(body) {
  try {
    const value = JSON.parse(body)
    return typeof value?.code === 'string' && typeof value.status === 'number' && value.type
      ? value
      : undefined
  } catch {
    return undefined
  }
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
