import { AlignmentType, Document, DocumentGridType, HeadingLevel, Packer, Paragraph } from 'docx'
import type { FileChild } from 'docx'
import type { OfficialDocumentView } from '#core/publishing'
import { bodyChildren } from './block-writer.ts'
import { documentNumbering, documentStyles } from './document-styles.ts'
import { endChildren, signatureChildren } from './end-writer.ts'
import { pageNumberFooters } from './footer-writer.ts'
import { headChildren } from './head-writer.ts'
import { FOOTER_DISTANCE, LINE_PITCH, MARGIN, mm, PAGE } from './page-layout.ts'
import { reproducible } from './reproducible.ts'
import { titleLines } from './title-lines.ts'
import { RunWriter, words } from './run-writer.ts'

/** Lays an official document out by GB/T 9704-2012 as docx. The same view gives the same bytes. */
export async function renderOfficialDocument(view: OfficialDocumentView): Promise<Uint8Array> {
  const writer = new RunWriter()
  const children: FileChild[] = [
    ...headChildren(view.head),
    new Paragraph({ heading: HeadingLevel.TITLE, children: words(titleLines(view.title).join('\n'), {}) }),
    ...addressee(view.addressee),
    ...bodyChildren(view.blocks, writer, view.signature !== undefined),
    ...signatureChildren(view.signature),
    ...endChildren(view.endBlock, view.sealHead),
  ]
  const document = new Document({
    title: view.title,
    creator: view.properties.author,
    lastModifiedBy: view.properties.author,
    styles: documentStyles(),
    numbering: documentNumbering(),
    footnotes: writer.footnotes,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { ...MARGIN, header: mm(15), footer: FOOTER_DISTANCE } },
          // The exact line pitch makes the 22 lines; a grid on top would stretch tables and footnotes to it.
          grid: { type: DocumentGridType.DEFAULT, linePitch: LINE_PITCH },
        },
        footers: pageNumberFooters(),
        children,
      },
    ],
  })
  return reproducible(await Packer.toBuffer(document), view.properties.date)
}

/** 主送机关: flush left, with a full-width colon. */
function addressee(name: string | undefined): Paragraph[] {
  if (name === undefined) return []
  return [new Paragraph({ alignment: AlignmentType.LEFT, children: words(`${name}：`, {}) })]
}
