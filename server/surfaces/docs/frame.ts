/** What every page of the docs is in: a head without inline script or style, the search, and what else there is to read. */
import { html, type Html } from '#kit/html.ts'
import { API_VERSION } from '../openapi.ts'

export interface Page {
  title: string
  /** From the docs' first page down to this one. */
  way?: { name: string; href: string }[]
  /** What was searched for. */
  sought?: string
  body: Html
}

export function frame({ title, way = [], sought = '', body }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/docs/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/page.css">
<script src="/docs/page.js" type="module"></script>
</head>
<body${sought !== '' && html` class="seeking"`}>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<div class="bar">
<a class="brand" href="/docs">Quayside API <span class="version">${API_VERSION}</span></a>
<form class="search" role="search" action="/docs">
<label class="unseen" for="search">Search operations</label>
<input id="search" type="search" name="q" value="${sought}" maxlength="100" placeholder="Search by id, path or words" autocomplete="off" spellcheck="false">
<kbd aria-hidden="true">/</kbd>
</form>
</div>
</header>
${
  way.length > 0 &&
  html`<nav class="way" aria-label="Where you are">
    <ol>
      ${way.map(({ name, href }) => html`<li><a href="${href}">${name}</a></li>`)}
    </ol>
  </nav>`
}
<main id="main" tabindex="-1">
${body}
</main>
<footer class="bottom">
<nav aria-label="More to read"><ul>
<li><a href="/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/quayside.proto">quayside.proto</a></li>
<li><a href="/quayside.admin.proto">quayside.admin.proto</a></li>
<li><a href="/docs/graphql.md">GraphQL</a></li>
<li><a href="/docs/live.md">WebSocket</a></li>
<li><a href="/docs/changes.md">What changed from version to version</a></li>
</ul></nav>
</footer>
</body>
</html>
`.text
}
