import * as supervision from '#app/supervision'
import type { WriteDocx } from '#app/publishing'
import { accept } from '#core/kit'
import { meetingContract as contract } from '#adapters/http/contract/supervision'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const done = accept({ done: true as const })

/** Meetings: agenda, notes, decisions, attendance, minutes. */
export function meetingRoutes(app: GuatuHono, writeDocx: WriteDocx): void {
  readingRoutes(app, writeDocx)
  register(app, contract.planMeeting, (context, { body }) => supervision.planMeeting(context, body))
  register(app, contract.retakeAgenda, (context, { params, body }) =>
    supervision.retakeAgenda(context, { ...params, ...body }),
  )
  register(app, contract.addAgendaLine, (context, { params, body }) =>
    supervision.addAgendaLine(context, { ...params, ...body }),
  )
  register(app, contract.saveNote, (context, { params, body }) => supervision.saveNote(context, { ...params, ...body }))
  register(app, contract.recordAttendance, (context, { params, body }) =>
    supervision.recordAttendance(context, { ...params, ...body }),
  )
  register(app, contract.decideInMeeting, (context, { params, body }) =>
    supervision.decideInMeeting(context, { ...params, ...body }),
  )
  register(app, contract.holdMeeting, async (context, { params }) => {
    const held = await supervision.holdMeeting(context, params)
    return held.ok ? done : held
  })
  register(app, contract.issueMinutes, (context, { params }) => supervision.issueMinutes(context, params, writeDocx))
  register(app, contract.correctMinutes, async (context, { params, body }) => {
    const corrected = await supervision.correctMinutes(context, { ...params, ...body })
    return corrected.ok ? done : corrected
  })
}

function readingRoutes(app: GuatuHono, writeDocx: WriteDocx): void {
  register(app, contract.meetings, async (context) => {
    const list = await supervision.listMeetings(context)
    return list.ok ? accept(plain(list.value)) : list
  })
  register(app, contract.meetingRecord, async (context, { params }) => {
    const page = await supervision.readMeetingRecord(context, params)
    return page.ok ? accept(plain(page.value)) : page
  })
  register(app, contract.minutes, async (context, { params }) => {
    const minutes = await supervision.readMinutes(context, params)
    if (!minutes.ok) return minutes
    const { view, state, number } = minutes.value
    return accept(plain({ title: view.title, blocks: view.blocks, sealHead: view.sealHead ?? null, state, number }))
  })
  register(app, contract.minutesFile, async (context, { params }) => {
    const file = await supervision.downloadMinutes(context, params, writeDocx)
    return file.ok ? accept({ ...file.value, mediaType: DOCX }) : file
  })
}
