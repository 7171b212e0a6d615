/** The mailbox's few styles; the shop's own are built by Vite and not at hand here. */
export const MAILBOX_CSS = `
:root { color-scheme: light dark; --ink: light-dark(#1d1c1a, #f2f1ee); --soft: light-dark(#66635c, #a8a59d); --line: light-dark(#e0ded8, #3a3834); --line-strong: light-dark(#8f8b82, #7b776f); --ground: light-dark(#faf9f7, #171614); --panel: light-dark(#fff, #201f1d) }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif }
main, header p { max-width: 760px; margin: 0 auto; padding: 0 16px }
main { padding-bottom: 64px }
header { border-bottom: 1px solid var(--line); background: var(--panel); margin-bottom: 32px }
header p { display: flex; flex-wrap: wrap; gap: 0 16px; justify-content: space-between; align-items: center; padding-block: 12px }
header a { font-weight: 600 }
.find { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0 0 24px }
.find label { color: var(--soft) }
.find input { flex: 1 1 120px; max-width: 360px }
.find input, .find button { min-height: 40px; padding: 0 12px; font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line-strong); border-radius: 6px }
.find button { font-weight: 600; cursor: pointer }
.find button:hover { background: var(--ground) }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -.02em; margin: 0 0 24px; overflow-wrap: anywhere }
h2 { font-size: 18px; margin: 32px 0 8px }
a { color: inherit }
a:focus-visible, pre:focus-visible, input:focus-visible, button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
.badge, .empty { color: var(--soft); font-size: 14px }
.mails { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
.mails a { display: grid; gap: 2px 16px; grid-template-columns: 1fr auto; padding: 12px 8px; border-bottom: 1px solid var(--line); text-decoration: none }
.mails a:hover { background: var(--panel) }
.mails strong { grid-column: 1 / -1; font-weight: 600; overflow-wrap: anywhere }
.mails span, .mails time { color: var(--soft); font-size: 14px; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 16px } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 640px; border: 1px solid var(--line); border-radius: 8px; background: #fff }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--panel) }
`
