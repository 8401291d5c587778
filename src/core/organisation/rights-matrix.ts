import type { Words } from '#core/kit'
import { allActions } from './actions.ts'
import type { Action, ObjectKind } from './actions.ts'
import { conditions } from './conditions.ts'
import type { Condition } from './conditions.ts'
import type { Right } from './right.ts'
import { allRoles } from './roles.ts'
import type { Role } from './types.ts'

/** One cell of the matrix role × action: denied, or allowed under one or more sets of conditions. */
export interface MatrixCell {
  readonly role: Role
  readonly action: Action
  readonly objectKind: ObjectKind
  readonly allowed: boolean
  /** Each entry is one sentence's conditions; empty = without condition. */
  readonly when: readonly (readonly Condition[])[]
}

/** The whole matrix, role by role and action by action, generated from the sentences. */
export function rightsMatrix(rights: readonly Right[]): MatrixCell[] {
  return allRoles.flatMap((role) =>
    allActions.map(({ action, objectKind }) => {
      const when = rights
        .filter((right) => right.role === role && right.action === action)
        .map((right) => right.conditions)
      return { role, action, objectKind, allowed: when.length > 0, when }
    }),
  )
}

/** A cell in words: 否; 是; 本单位的、非本人填报. Alternatives are joined by 或 / or. */
export function cellWords(cell: MatrixCell): Words {
  if (!cell.allowed) return { zh: '否', en: 'no' }
  if (cell.when.some((names) => names.length === 0)) return { zh: '是', en: 'yes' }
  const join = (language: 'zh' | 'en', comma: string, or: string): string =>
    cell.when.map((names) => names.map((name) => conditions[name].words[language]).join(comma)).join(or)
  return { zh: join('zh', '、', '；或'), en: join('en', ', ', '; or ') }
}
