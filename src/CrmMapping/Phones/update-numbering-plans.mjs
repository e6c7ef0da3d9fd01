// Writes NumberingPlans.txt from the metadata of npm's libphonenumber-js. Run it when the world's numbering plans move:
//   npm pack libphonenumber-js && tar -xzf libphonenumber-js-*.tgz
//   node update-numbering-plans.mjs package/metadata.max.json package/package.json > NumberingPlans.txt
import { readFileSync } from 'node:fs'

const [metadata, manifest] = process.argv.slice(2).map(path => JSON.parse(readFileSync(path, 'utf8')))
const types = ['fixed', 'mobile', 'tollfree', 'premium', 'personal', 'voicemail', 'uan', 'pager', 'voip', 'shared']

const lines = [
  `# Numbering plans of ${Object.keys(metadata.countries).length} regions, derived from libphonenumber-js ${manifest.version}.`,
  '# Written by update-numbering-plans.mjs; licences in NOTICE.md, format in README.md.',
]

for (const [callingCode, regions] of Object.entries(metadata.country_calling_codes)) {
  lines.push(`+${callingCode}`)
  for (const region of regions) writePlan(region, metadata.countries[region])
}

for (const [callingCode, plan] of Object.entries(metadata.nonGeographic)) {
  lines.push(`+${callingCode}`)
  writePlan('001', plan)
}

console.log(lines.join('\n'))

function writePlan(region, plan) {
  const [, idd, general, lengths, , trunk, , prefix, transform, , leading, patterns] = plan
  lines.push(`region ${region}`, `general ${ranges(lengths)} ${general}`)
  if (idd) lines.push(`idd ${idd}`)
  if (prefix || trunk) lines.push(`prefix ${prefix || trunk}`)
  if (transform) lines.push(`transform ${transform}`)
  if (leading) lines.push(`leading ${leading}`)
  patterns.forEach((type, i) => type?.[0] && lines.push(`${types[i]} ${ranges(type[1] ?? lengths)} ${type[0]}`))
}

// [5, 6, 7, 9] becomes 5-7,9
function ranges(lengths) {
  const runs = []
  for (const length of lengths) {
    const last = runs.at(-1)
    if (last?.[1] === length - 1) last[1] = length
    else runs.push([length, length])
  }
  return runs.map(([from, to]) => from === to ? from : `${from}-${to}`).join()
}
