import { useState } from 'react'
import { rosterContract, type RosterView } from '#adapters/http/contract/organisation'
import { addressOf, useAction, useText } from '#web/kit'
import { Button, type Column, DataTable, ErrorNote, Page, Section } from '#web/ui'
import './organisation.css'

const messages = {
  title: { zh: '机构名册导入导出', en: 'Import and export of the register' },
  lead: {
    zh: '先下载模板填好，检查后再确认；有一行不能导入，就都不导入。单位和单位组由综合协调导入，人员由系统管理员导入，角色经安全管理员确认后生效。',
    en: 'Fill in the template, check it, then confirm: all of it or nothing. The coordinator imports units and groups, the administrator people; roles count once the security officer confirms.',
  },
  template: { zh: '下载模板', en: 'Template' },
  exported: { zh: '导出现有名册', en: 'Export' },
  file: { zh: '填好的名册（xlsx）', en: 'Filled roster (xlsx)' },
  check: { zh: '检查', en: 'Check' },
  checking: { zh: '正在检查…', en: 'Checking…' },
  confirm: { zh: '确认导入', en: 'Import' },
  new: { zh: '新增', en: 'new' },
  changed: { zh: '变更', en: 'changed' },
  unchanged: { zh: '不变', en: 'unchanged' },
  refused: { zh: '不能导入', en: 'refused' },
  found: { zh: '检查结果', en: 'What it would do' },
  leftOut: {
    zh: '“{sheet}”表 {rows} 行不归您导入，已略过。',
    en: '{rows} {rows|row|rows} of {sheet} {rows|is|are} left out: others import them.',
  },
  nothing: { zh: '与现有名册一致，没有要导入的。', en: 'Nothing differs from the register.' },
  mend: { zh: '请改正下列各行后重新检查。', en: 'Mend these rows, then check again.' },
  place: { zh: '位置', en: 'Where' },
  row: { zh: '{sheet} 第 {row} 行', en: '{sheet}, row {row}' },
  what: { zh: '内容', en: 'What' },
  outcome: { zh: '结果', en: 'Outcome' },
  words: { zh: '变化 / 处理办法', en: 'Change or remedy' },
  done: {
    zh: '已导入：单位 {units}，单位组 {groups}，开户 {accounts}，提请授权 {roles}。',
    en: 'Imported: {units} {units|unit|units}, {groups} {groups|group|groups}, {accounts} {accounts|account|accounts}, {roles} {roles|role|roles} proposed.',
  },
  units: { zh: '单位', en: 'Units' },
  groups: { zh: '单位组成员', en: 'Groups' },
  people: { zh: '人员与角色', en: 'People' },
} as const

/** The register as a workbook: out, and in by a check that shows what would change before anything does. */
export function RosterPage() {
  const t = useText(messages)
  const [file, setFile] = useState<File | null>(null)
  const check = useAction(rosterContract.checkRoster)
  const load = useAction(rosterContract.importRoster)
  const choose = (next: File | null) => {
    setFile(next)
    check.reset()
    load.reset()
    if (next) check.mutate({ file: next })
  }
  const confirm = () => {
    if (file && check.data) load.mutate({ file, body: { fingerprint: check.data.fingerprint } })
  }
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <a className="button button--quiet" href={addressOf(rosterContract.rosterTemplate)}>
            {t('template')}
          </a>
          <a className="button button--quiet" href={addressOf(rosterContract.rosterExport)}>
            {t('exported')}
          </a>
        </>
      }
    >
      <label className="field">
        <span className="field__label">{t('file')}</span>
        <input type="file" accept=".xlsx" onChange={(event) => choose(event.target.files?.[0] ?? null)} />
      </label>
      {check.isPending && <p role="status">{t('checking')}</p>}
      <ErrorNote error={check.error ?? load.error} />
      {load.data ? (
        <p className="note note--done" role="status">
          {t('done', load.data)}
        </p>
      ) : (
        check.data && <Found found={check.data} busy={load.isPending} onConfirm={confirm} />
      )}
    </Page>
  )
}

interface FoundProps {
  readonly found: RosterView
  readonly busy: boolean
  readonly onConfirm: () => void
}

function Found({ found, busy, onConfirm }: FoundProps) {
  const t = useText(messages)
  const { counts, lines, leftOut } = found
  const columns = useColumns()
  const isNothing = counts.new + counts.changed + counts.refused === 0
  const inOrder = [...lines].sort((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'))
  return (
    <Section
      title={t('found')}
      aside={
        counts.refused === 0 &&
        !isNothing && (
          <Button look="primary" disabled={busy} onClick={onConfirm}>
            {t('confirm')}
          </Button>
        )
      }
    >
      <dl className="org-outcomes">
        {(['new', 'changed', 'unchanged', 'refused'] as const).map((outcome) => (
          <div key={outcome}>
            <dt>{t(outcome)}</dt>
            <dd>{counts[outcome]}</dd>
          </div>
        ))}
      </dl>
      {leftOut.map(({ sheet, rows }) => (
        <p key={sheet} className="quiet">
          {t('leftOut', { sheet: t(sheet), rows })}
        </p>
      ))}
      {isNothing && <p>{t('nothing')}</p>}
      {counts.refused > 0 && <p className="note">{t('mend')}</p>}
      {lines.length > 0 && (
        <DataTable
          caption={t('found')}
          columns={columns}
          rows={inOrder}
          rowKey={({ sheet, row, outcome }) => `${sheet} ${row} ${outcome}`}
        />
      )}
    </Section>
  )
}

function useColumns(): readonly Column<RosterView['lines'][number]>[] {
  const t = useText(messages)
  return [
    {
      id: 'place',
      title: t('place'),
      cell: ({ sheet, row, column }) => [t('row', { sheet: t(sheet), row }), column].filter(Boolean).join(' '),
    },
    { id: 'what', title: t('what'), cell: ({ what }) => what },
    { id: 'outcome', title: t('outcome'), cell: ({ outcome }) => t(outcome) },
    { id: 'words', title: t('words'), cell: ({ words, remedy }) => remedy ?? words },
  ]
}
