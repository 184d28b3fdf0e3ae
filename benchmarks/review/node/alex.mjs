// alex, which reads each of the three formats as what it is.
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import { folder, serve } from './loop.mjs'

const modules = `${folder}/node_modules`
const load = name => import(pathToFileURL(`${modules}/${name}`).href)
const { text, markdown, html } = await load('alex/index.js')
const { patterns } = await load('retext-equality/lib/en.js')
const { cuss } = await load('cuss/index.js')
const { version } = JSON.parse(fs.readFileSync(`${modules}/alex/package.json`, 'utf8'))
const readers = { text, markdown, html }

await serve(
  { version, rules: `${patterns.length} (and ${Object.keys(cuss).length.toLocaleString('en')} words)` },
  (posting, format) => (readers[format] ?? text)(posting).messages.length
)
