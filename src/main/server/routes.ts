import type { GuatuHono } from '#adapters/http/kernel'
import { sniffAttachment } from '#adapters/files'
import { insightRoutes } from '#adapters/http/insight'
import { organisationRoutes } from '#adapters/http/organisation'
import { planRoutes } from '#adapters/http/plan'
import {
  commentDocx,
  drawQr,
  readCsv,
  readNumberedCsv,
  readSourceFile,
  readWorkbook,
  writeCsv,
  writeIcs,
  writeOfficialDocx,
  writeWorkbook,
} from '#adapters/files'
import { publishingRoutes } from '#adapters/http/publishing'
import { registersRoutes } from '#adapters/http/registers'
import { reportingRoutes } from '#adapters/http/reporting'
import { scoringRoutes } from '#adapters/http/scoring'
import { supervisionRoutes } from '#adapters/http/supervision'
import type { House } from './open-house.ts'

/** Every room's endpoints, wired with what they need. */
export function roomRoutes(house: House): (app: GuatuHono) => void {
  return (app) => {
    organisationRoutes(app, {
      ...{ serverNow: house.serverNow, sampleAccounts: house.sampleAccounts },
      ...{ readRoster: readWorkbook, writeWorkbook },
    })
    planRoutes(app, {
      serverNow: house.serverNow,
      readFile: readSourceFile,
      writeWorkbook,
      commentDocx,
      writeDocx: writeOfficialDocx,
    })
    insightRoutes(app)
    supervisionRoutes(app, {
      ...{ typeByContent: sniffAttachment, writeDocx: writeOfficialDocx },
      ...{ outbound: house.outbound, serverNow: house.serverNow },
    })
    scoringRoutes(app)
    registersRoutes(app, { writeWorkbook })
    publishingRoutes(app, { writeDocx: writeOfficialDocx, writeCsv, drawQr })
    reportingRoutes(app, {
      ...{ readCsv, readNumberedCsv, readWorkbook, writeWorkbook, writeCalendar: writeIcs },
      typeByContent: sniffAttachment,
    })
  }
}
