// The loop of the contestants in Node: reads how many postings to review, and answers with times and memory.
import fs from 'node:fs'
import readline from 'node:readline'
import { createRequire } from 'node:module'
import path from 'node:path'

const MEGABYTE = 1_000_000

const [postingsFile, peers] = process.argv.slice(2)

/** Loads from the folder of the peers, not from beside this file. */
export const require = createRequire(path.join(peers, 'package.json'))
export const folder = peers

/** `review` takes a text and its format and returns the number of findings. */
export async function serve (who, review) {
  const postings = fs.readFileSync(postingsFile, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))
  say(who)
  for await (const line of readline.createInterface({ input: process.stdin })) {
    say(round(review, postings.slice(0, Number(line))))
  }
}

function round (review, postings) {
  const taken = []
  const found = []
  const began = milliseconds()
  for (const posting of postings) {
    const begin = milliseconds()
    found.push(review(posting.text, posting.format))
    taken.push(milliseconds() - begin)
  }
  return {
    seconds: (milliseconds() - began) / 1000,
    taken,
    found,
    rss: memory('VmRSS'),
    peak: memory('VmHWM')
  }
}

/** Megabytes, as Linux tells them; null elsewhere. */
function memory (field) {
  try {
    const told = fs.readFileSync('/proc/self/status', 'utf8').match(new RegExp(`^${field}:\\s*(\\d+)`, 'm'))
    return Number(told[1]) * 1024 / MEGABYTE
  } catch {
    return null
  }
}

/** Of this process's own time, its helping threads included. */
function milliseconds () {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function say (answer) {
  process.stdout.write(JSON.stringify(answer) + '\n')
}
