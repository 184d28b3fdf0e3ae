// write-good with its default checks.
import { require, serve } from './loop.mjs'

const writeGood = require('write-good')
const { version } = require('write-good/package.json')

await serve({ version, rules: '8 checks' }, text => writeGood(text).length)
