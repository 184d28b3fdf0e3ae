// joblint with its default rules.
import { folder, require, serve } from './loop.mjs'

const joblint = require(`${folder}/joblint`)
const { version } = require(`${folder}/joblint/package.json`)
const rules = joblint.defaults.rules
const triggers = rules.reduce((sum, rule) => sum + rule.triggers.length, 0)

await serve({ version, rules: `${rules.length} (${triggers} triggers)` }, text => joblint(text).issues.length)
