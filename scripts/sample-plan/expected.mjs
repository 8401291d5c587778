/** Holds the hand-made list of what is in a plan (expected.json) against the plan's text; returns what does not fit, in words. */
import { plainLines } from './source.mjs'

const units = /(?:牵头负责|按职责分工负责|牵头|配合|参与)$/

export function misfits(sections, expected) {
  const lines = plainLines(sections)
  return [
    ...placesNotFound(lines, expected),
    ...countsOff(sections, expected),
    ...unitsUnknown(sections, expected),
    ...taskForcesOff(lines, expected),
  ]
}

/** Every quote must stand under the path that it is said to stand under. */
function placesNotFound(lines, expected) {
  const places = [
    ...expected.indicators.flatMap((indicator) => indicator.mentions),
    ...expected.faults.flatMap((fault) => fault.places),
    ...expected.deadlines,
    ...expected.redLines,
    ...expected.qualitative,
    ...expected.cadences,
    ...expected.projects.map(({ name, path }) => ({ path, quote: name })),
  ]
  return places
    .filter(({ path, quote }) => !lines.some((line) => line.path === path && line.text.includes(quote)))
    .map(({ path, quote }) => `not found under ${path}: ${quote}`)
}

function countsOff(sections, expected) {
  const annexes = sections.filter((section) => section.kind === 'annex')
  const tasksPerAnnex = annexes.map((annex) => annex.blocks.filter((block) => block.level === 3).length)
  const tableTasks = tableRows(annexes).length
  const counted = {
    tasksPerAnnex,
    tableTasks,
    tasks: tasksPerAnnex.reduce((sum, count) => sum + count, tableTasks),
    indicators: expected.indicators.length,
    mentions: expected.indicators.flatMap((indicator) => indicator.mentions).length,
    units: expected.units.filter((unit) => unit.kind !== 'group').length,
    groups: expected.units.filter((unit) => unit.kind === 'group').length,
    deadlines: expected.deadlines.length,
  }
  return Object.entries(counted)
    .filter(([name, count]) => String(count) !== String(expected.counts[name]))
    .map(([name, count]) => `${name}: counted ${count}, expected ${expected.counts[name]}`)
}

const tableRows = (annexes) =>
  annexes.flatMap((annex) =>
    annex.blocks.filter((block) => block.kind === 'table').flatMap((table) => table.rows.slice(1)),
  )

/** Every unit of a responsibility clause is listed, and every unit listed has a duty. */
function unitsUnknown(sections, expected) {
  const annexes = sections.filter((section) => section.kind === 'annex')
  const clauses = annexes.flatMap((annex) =>
    annex.blocks.filter((block) => block.level === 3).map((block) => clauseUnits(block.text)),
  )
  const cells = tableRows(annexes).map((row) => [row[5], ...row[6].split('、')])
  const named = new Set([...clauses, ...cells].flat())
  const listed = new Set(expected.units.flatMap((unit) => [unit.name, ...unit.aliases]))
  return [
    ...[...named].filter((name) => !listed.has(name)).map((name) => `a unit that is not listed: ${name}`),
    ...[...listed].filter((name) => !named.has(name)).map((name) => `a listed unit without a duty: ${name}`),
  ]
}

function clauseUnits(text) {
  const clause = /（([^（）]*)）$/.exec(text)
  if (!clause) throw new Error(`a task without a responsibility clause: ${text}`)
  return clause[1].split(/[、，]/).map((name) => name.replace(units, '').replace(/等$/, ''))
}

function taskForcesOff(lines, expected) {
  const pattern = /由(.*?)担任召集人，(.*?)主要负责人担任副召集人，成员单位包括(.*?)等，专班办公室设在(.*?)，/
  return expected.taskForces
    .filter((force) => force.campaign > 0)
    .filter((force) => {
      const found = lines
        .map((line) => (line.path === `附件${force.campaign}/三` ? pattern.exec(line.text) : null))
        .find(Boolean)
      const [convener, deputies, members, office] = found?.slice(1) ?? []
      const same = [convener, deputies, members?.split('、').length, office].join('|')
      return same !== [force.convener, force.deputies.join('、'), force.members, force.office].join('|')
    })
    .map((force) => `task force ${force.campaign} differs from the text`)
}

/** Every unit and subject that the story speaks of is one of the plan's, and every indicator has either a path or releases. */
export function strangers(story, expected) {
  const units = new Set(expected.units.map((unit) => unit.name))
  const subjects = new Set(expected.indicators.map((indicator) => indicator.subject))
  const told = [...story.overClaims, ...story.returned, ...story.corrections, ...story.blockages, ...story.problems]
  const named = [
    ...Object.keys(story.late),
    ...Object.keys(story.silent),
    ...told.map((entry) => entry.unit),
    ...story.problems.map((problem) => problem.verifier),
    ...story.orders.flatMap((order) => [order.to, ...order.cc]),
  ]
  const followed = new Set([...story.paths, ...story.releases].map((entry) => entry.subject))
  const spoken = [...followed, ...told.map((entry) => entry.subject)]
  return [
    ...named.filter((name) => !units.has(name)).map((name) => `not a unit of the plan: ${name}`),
    ...spoken
      .filter((name) => name !== null && !subjects.has(name))
      .map((name) => `not an indicator of the plan: ${name}`),
    ...[...subjects].filter((name) => !followed.has(name)).map((name) => `neither path nor release: ${name}`),
  ]
}
