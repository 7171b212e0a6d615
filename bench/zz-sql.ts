// scratch: dump plan and time of statements
import pg from 'pg'
import { readFileSync } from 'node:fs'
const [, , file, db = 'bare', ...rest] = process.argv
const sock = readFileSync('.data/bench/store/postgres/postmaster.pid', 'utf8').split('\n')[4]
const c = new pg.Client({ host: sock, port: 5432, user: 'quayside', database: db })
await c.connect()
const mod = await import(file!)
await mod.default(c, rest)
await c.end()
