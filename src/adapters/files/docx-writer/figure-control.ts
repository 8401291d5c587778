import { TextRun, XmlAttributeComponent, XmlComponent } from 'docx'
import type { IRunOptions } from 'docx'

class Value extends XmlAttributeComponent<{ readonly value: string }> {
  protected override readonly xmlKeys = { value: 'w:val' }
}

class Property extends XmlComponent {
  constructor(name: string, value: string) {
    super(name)
    this.root.push(new Value({ value }))
  }
}

class Properties extends XmlComponent {
  constructor(children: readonly XmlComponent[]) {
    super('w:sdtPr')
    this.root.push(...children)
  }
}

class Content extends XmlComponent {
  constructor(run: XmlComponent) {
    super('w:sdtContent')
    this.root.push(run)
  }
}

/**
 * A content control around one sealed figure (ISO/IEC 29500-1, 17.5.2): its tag names the figure in the seal, and its
 * content is locked, so that the number in an issued document cannot be typed over unnoticed.
 */
export class FigureControl extends XmlComponent {
  constructor(figure: { readonly key: string; readonly value: string; readonly number: number }, run: IRunOptions) {
    super('w:sdt')
    this.root.push(
      new Properties([
        new Property('w:alias', `封存数据 ${figure.key}`.slice(0, MAX_NAME)),
        new Property('w:tag', `figure:${figure.key}`.slice(0, MAX_NAME)),
        new Property('w:id', String(FIRST_ID + figure.number)),
        new Property('w:lock', 'contentLocked'),
      ]),
      new Content(new TextRun({ ...run, text: figure.value })),
    )
  }
}

/** Word cuts names of content controls at 64 characters. */
const MAX_NAME = 64
/** Ids only need to differ inside the document. */
const FIRST_ID = 100_000
