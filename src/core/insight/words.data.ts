import type { Words } from '#core/kit'
import type { EarlyWarningRule } from './early-warning.ts'
import type { ExceptionGround } from './exceptions.ts'
import type { Light, LightRule } from './types.ts'
import type { SaidSense } from './reason-sense.ts'

/** What the lights are called; a light is always shown as colour, shape and word. */
export const lightWords: Readonly<Record<Light, Words>> = {
  blue: { zh: '完成并核实', en: 'met and verified' },
  green: { zh: '正常', en: 'on pace' },
  yellow: { zh: '滞后', en: 'lagging' },
  red: { zh: '严重滞后', en: 'far behind' },
  grey: { zh: '未到期', en: 'not due' },
}

/** Why a light: one sentence for each rule; `{name}` is filled from the reason's inputs. */
export const lightRuleWords: Readonly<Record<LightRule, Words>> = {
  nothingDue: { zh: '尚无到期事项', en: 'Nothing is due yet' },
  metVerified: {
    zh: '已完成并经核实：{actual}{unit}（目标{target}{unit}）',
    en: 'Met and verified: {actual} {unit} (target {target})',
  },
  redLineBroken: { zh: '触碰红线：已发生{events}起', en: 'Red line broken: {events} {events|event|events}' },
  redLineKept: { zh: '红线未触碰', en: 'Red line kept' },
  capExceeded: { zh: '超过上限：{actual}{unit}，上限{limit}{unit}', en: 'Over the cap: {actual} of {limit} {unit}' },
  capOverPace: {
    zh: '已用{actual}{unit}，上限{limit}{unit}，使用份额{used}高于序时{pace}',
    en: 'Used {actual} of {limit} {unit}: share {used} is over pace {pace}',
  },
  capWithinPace: {
    zh: '未超上限：{actual}{unit}，上限{limit}{unit}',
    en: 'Within the cap: {actual} of {limit} {unit}',
  },
  onPace: {
    zh: '达到序时：应达{asked}{unit}，实际{actual}{unit}',
    en: 'On pace: {asked} {unit} asked, {actual} reached',
  },
  lagging: {
    zh: '欠序时{lag}{unit}（应达{asked}，实际{actual}），未超过{most}{unit}',
    en: 'Behind by {lag} {unit} ({asked} asked, {actual} reached), not more than {most}',
  },
  farBehind: {
    zh: '欠序时{lag}{unit}（应达{asked}，实际{actual}），超过{most}{unit}',
    en: 'Behind by {lag} {unit} ({asked} asked, {actual} reached), more than {most}',
  },
  growthReached: {
    zh: '增速达到目标：实际{actual}{unit}，目标{target}{unit}',
    en: 'Rate reached: {actual}{unit}, target {target}{unit}',
  },
  growthGap: {
    zh: '增速差{gap}个百分点（实际{actual}{unit}，目标{target}{unit}），未超过{most}个百分点',
    en: 'Rate short by {gap} pp ({actual}{unit} reached, {target}{unit} asked), not more than {most} pp',
  },
  growthFarBehind: {
    zh: '增速差{gap}个百分点（实际{actual}{unit}，目标{target}{unit}），超过{most}个百分点',
    en: 'Rate short by {gap} pp ({actual}{unit} reached, {target}{unit} asked), more than {most} pp',
  },
  held: { zh: '保持在要求之内：{actual}{unit}', en: 'Held: {actual} {unit}' },
  notHeld: { zh: '未保持：{actual}{unit}，要求{target}{unit}', en: 'Not held: {actual}, asked {target} {unit}' },
  met: { zh: '已达目标{target}{unit}，尚未核实', en: 'Target {target} {unit} met, not yet verified' },
  metSoFar: {
    zh: '目前达到目标：{actual}{unit}（目标{target}{unit}），以截至{due}的数据为准',
    en: 'At the target so far: {actual} {unit} (target {target}); the figure up to {due} decides',
  },
  notAskedYet: { zh: '{due}前完成即可', en: 'Asked by {due}' },
  missed: {
    zh: '到期未达到：实际{actual}{unit}，目标{target}{unit}',
    en: 'Missed on its due day: {actual} {unit}, target {target}',
  },
  onceOverdue: { zh: '应于{due}前实现，尚未实现', en: 'Should have happened by {due}' },
  unknown: { zh: '缺少判断依据：{missing}', en: 'Cannot be told: {missing} is missing' },
  nodesKept: { zh: '时间节点{done}/{all}已完成', en: '{done} of {all} time nodes done' },
  nodeOverdue: {
    zh: '节点“{label}”应于{due}完成，逾期{days}天',
    en: 'Node "{label}" was due on {due}, {days} {days|day|days} ago',
  },
  nodeFarOverdue: {
    zh: '节点“{label}”应于{due}完成，逾期{days}天，超过一期',
    en: 'Node "{label}" was due on {due}, {days} {days|day|days} ago, over one period',
  },
  silent: { zh: '到期未报', en: 'Silent past due' },
  silentFurther: { zh: '连续{run}期未报', en: 'Silent for {run} {run|period|periods} in a row' },
  claimedBehind: { zh: '单位自报滞后', en: 'The unit itself says: behind' },
  claimedBlocked: { zh: '单位自报受阻', en: 'The unit itself says: blocked' },
  milestoneMissed: {
    zh: '阶段目标{value}{unit}应于{on}达到，实际{actual}{unit}，逾期{days}天',
    en: 'Stage target {value} {unit} was due on {on}, {actual} reached, {days} {days|day|days} ago',
  },
  milestoneFarMissed: {
    zh: '阶段目标{value}{unit}应于{on}达到，实际{actual}{unit}，逾期{days}天，超过一期',
    en: 'Stage target {value} {unit} was due on {on}, {actual} reached, {days} {days|day|days} ago, over one period',
  },
  indicatorOfTask: { zh: '随所含指标“{title}”亮灯', en: 'Follows its indicator “{title}”' },
}

/**
 * How a rule is said where "应达, 实际" would say the opposite: where less is better, where the figures are the falls themselves, and
 * where there is no figure but a verdict. What stands here under no sense of its own is said as `lightRuleWords` has it.
 */
export const sensedRuleWords: Readonly<Partial<Record<LightRule, Readonly<Partial<Record<SaidSense, Words>>>>>> = {
  metVerified: {
    atMost: {
      zh: '已完成并经核实：{actual}{unit}（目标不高于{target}{unit}）',
      en: 'Met and verified: {actual} {unit} (at most {target} asked)',
    },
    zero: { zh: '已清零并经核实', en: 'Down to zero, and verified' },
    fall: {
      zh: '已完成并经核实：下降{actual}{unit}（目标下降{target}{unit}）',
      en: 'Met and verified: a fall of {actual} {unit} (target {target})',
    },
    verdict: { zh: '已达到要求并经核实', en: 'Met and verified' },
  },
  onPace: {
    atMost: {
      zh: '达到序时：应降至不高于{asked}{unit}，实际{actual}{unit}',
      en: 'On pace: should be down to {asked} {unit}, is {actual}',
    },
    fall: {
      zh: '达到序时：应下降{asked}{unit}，实际下降{actual}{unit}',
      en: 'On pace: a fall of {asked} {unit} asked, {actual} reached',
    },
  },
  lagging: {
    atMost: {
      zh: '欠序时{lag}{unit}（应降至不高于{asked}，实际{actual}），未超过{most}{unit}',
      en: 'Behind by {lag} {unit} (should be down to {asked}, is {actual}), not more than {most}',
    },
    zero: {
      zh: '欠序时{lag}{unit}（应清零，实际{actual}），未超过{most}{unit}',
      en: 'Behind by {lag} {unit} (should be down to zero, is {actual}), not more than {most}',
    },
    fall: {
      zh: '欠序时{lag}{unit}（应下降{asked}，实际下降{actual}），未超过{most}{unit}',
      en: 'Behind by {lag} {unit} (a fall of {asked} asked, {actual} reached), not more than {most}',
    },
  },
  farBehind: {
    atMost: {
      zh: '欠序时{lag}{unit}（应降至不高于{asked}，实际{actual}），超过{most}{unit}',
      en: 'Behind by {lag} {unit} (should be down to {asked}, is {actual}), more than {most}',
    },
    zero: {
      zh: '欠序时{lag}{unit}（应清零，实际{actual}），超过{most}{unit}',
      en: 'Behind by {lag} {unit} (should be down to zero, is {actual}), more than {most}',
    },
    fall: {
      zh: '欠序时{lag}{unit}（应下降{asked}，实际下降{actual}），超过{most}{unit}',
      en: 'Behind by {lag} {unit} (a fall of {asked} asked, {actual} reached), more than {most}',
    },
  },
  growthReached: {
    atMost: {
      zh: '增速在目标之内：实际{actual}{unit}，目标不高于{target}{unit}',
      en: 'Rate within the target: {actual}{unit}, at most {target}{unit} asked',
    },
    fall: {
      zh: '降幅达到目标：实际{actual}{unit}，目标{target}{unit}',
      en: 'Fall reached: {actual}{unit}, target {target}{unit}',
    },
  },
  growthGap: {
    atMost: {
      zh: '增速高出{gap}个百分点（实际{actual}{unit}，目标不高于{target}{unit}），未超过{most}个百分点',
      en: 'Rate over by {gap} pp ({actual}{unit}, at most {target}{unit} asked), not more than {most} pp',
    },
    fall: {
      zh: '降幅差{gap}个百分点（实际{actual}{unit}，目标{target}{unit}），未超过{most}个百分点',
      en: 'Fall short by {gap} pp ({actual}{unit} reached, {target}{unit} asked), not more than {most} pp',
    },
  },
  growthFarBehind: {
    atMost: {
      zh: '增速高出{gap}个百分点（实际{actual}{unit}，目标不高于{target}{unit}），超过{most}个百分点',
      en: 'Rate over by {gap} pp ({actual}{unit}, at most {target}{unit} asked), more than {most} pp',
    },
    fall: {
      zh: '降幅差{gap}个百分点（实际{actual}{unit}，目标{target}{unit}），超过{most}个百分点',
      en: 'Fall short by {gap} pp ({actual}{unit} reached, {target}{unit} asked), more than {most} pp',
    },
  },
  notHeld: {
    atMost: {
      zh: '未保持：实际{actual}{unit}，要求不高于{target}{unit}',
      en: 'Not held: {actual} {unit}, at most {target} asked',
    },
    below: {
      zh: '未保持：实际{actual}{unit}，要求低于{target}{unit}',
      en: 'Not held: {actual} {unit}, below {target} asked',
    },
    atLeast: {
      zh: '未保持：实际{actual}{unit}，要求不低于{target}{unit}',
      en: 'Not held: {actual} {unit}, at least {target} asked',
    },
    above: {
      zh: '未保持：实际{actual}{unit}，要求高于{target}{unit}',
      en: 'Not held: {actual} {unit}, more than {target} asked',
    },
    verdict: { zh: '未保持，不符合要求', en: 'Not held' },
  },
  held: { verdict: { zh: '符合要求', en: 'Held' } },
  met: {
    atMost: {
      zh: '已达目标（不高于{target}{unit}），尚未核实',
      en: 'Target of at most {target} {unit} met, not yet verified',
    },
    zero: { zh: '已清零，尚未核实', en: 'Down to zero, not yet verified' },
    fall: {
      zh: '已达目标（下降{target}{unit}），尚未核实',
      en: 'Target met (a fall of {target} {unit}), not yet verified',
    },
    verdict: { zh: '已达到要求，尚未核实', en: 'Met, not yet verified' },
  },
  metSoFar: {
    atMost: {
      zh: '目前达到目标：{actual}{unit}（目标不高于{target}{unit}），以截至{due}的数据为准',
      en: 'At the target so far: {actual} {unit} (at most {target} asked); the figure up to {due} decides',
    },
    zero: {
      zh: '目前已清零，以截至{due}的数据为准',
      en: 'Down to zero so far; the figure up to {due} decides',
    },
    fall: {
      zh: '目前达到目标：下降{actual}{unit}（目标下降{target}{unit}），以截至{due}的数据为准',
      en: 'At the target so far: a fall of {actual} {unit} (target {target}); the figure up to {due} decides',
    },
    verdict: {
      zh: '目前达到要求，以截至{due}的情况为准',
      en: 'Met so far; how it stands on {due} decides',
    },
  },
  silent: { release: { zh: '到期未发布', en: 'Not released when due' } },
  silentFurther: { release: { zh: '连续{run}期未发布', en: 'Not released for {run} {run|period|periods} in a row' } },
  missed: { verdict: { zh: '到期未达到要求', en: 'Missed on its due day' } },
}

/** What is missing where a light cannot be told. */
export const missingWords: Readonly<Record<'baseline' | 'comparison' | 'target', Words>> = {
  baseline: { zh: '基数', en: 'baseline' },
  comparison: { zh: '比较对象的数据', en: 'the figure compared with' },
  target: { zh: '目标值', en: 'target value' },
}

/** Why an item is among the exceptions. */
export const exceptionGroundWords: Readonly<Record<ExceptionGround, Words>> = {
  red: { zh: '红灯', en: 'red' },
  yellow: { zh: '黄灯', en: 'yellow' },
  redLine: { zh: '触碰红线', en: 'red line broken' },
  silent: { zh: '未报', en: 'silent' },
  unreleased: { zh: '未发布', en: 'not released' },
  overclaimed: { zh: '自报与实际不符', en: 'claims more than it shows' },
  blocked: { zh: '受阻', en: 'blocked' },
  farBehind: { zh: '欠序时过半', en: 'half of what is asked is missing' },
  firm: { zh: '确保类目标', en: 'firm promise' },
  earlyWarning: { zh: '预警', en: 'early warning' },
}

/** Why a warning is raised before the period closes. */
export const earlyWarningWords: Readonly<Record<EarlyWarningRule, Words>> = {
  endMisses: {
    zh: '按近期走势期末约{end}{unit}，最好到{best}{unit}，达不到目标{target}{unit}',
    en: 'The trend ends at about {end} {unit}, at best {best}: short of the target {target}',
  },
  endDoubtful: {
    zh: '按近期走势期末约{end}{unit}，不到目标{target}{unit}，波动范围内仍可能达到',
    en: 'The trend ends at about {end} {unit}, short of {target}, though its spread still reaches it',
  },
  lagGrows: {
    zh: '{since}以来欠序时逐期扩大：由{from}{unit}到{to}{unit}',
    en: 'The lag has grown with each figure since {since}: from {from} to {to} {unit}',
  },
  leadShrinks: {
    zh: '{since}以来超序时逐期缩小：由{from}{unit}到{to}{unit}',
    en: 'The lead has shrunk with each figure since {since}: from {from} to {to} {unit}',
  },
  standsStill: {
    zh: '{since}以来没有进展，仍为{actual}{unit}',
    en: 'Nothing has moved since {since}: still {actual} {unit}',
  },
  movesAway: {
    zh: '{since}以来连续走弱：由{from}到{to}',
    en: 'Weaker with each figure since {since}: from {from} to {to}',
  },
}
