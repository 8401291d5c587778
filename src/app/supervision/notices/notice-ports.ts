import type { LocalDate, Refusal, Result } from '#core/kit'
import type {
  AutomaticLevel,
  DutyHolder,
  EscalationRules,
  Matter,
  Notice,
  NoticeMatter,
  OutgoingContent,
  PublishedRules,
} from '#core/supervision'

/** A rule set with the name of whoever published it. */
export interface RulesRow extends PublishedRules {
  readonly publishedByName: string
}

/** A message as its reader finds it. */
export interface NoticeRow {
  readonly noticeId: string
  readonly moment: string
  readonly level: AutomaticLevel
  readonly matters: readonly NoticeMatter[]
  readonly readAt: string | null
}

/** What lists of messages are narrowed to. */
export interface NoticeFilter {
  readonly unread?: boolean | undefined
  readonly level?: AutomaticLevel | undefined
}

/** Where and when a person wants to hear: `hours` null = at the region's; `mailAddress` null = in the app only. */
export interface PreferenceRow {
  readonly accountId: string
  readonly mailAddress: string | null
  readonly hours: readonly number[] | null
}

/** A level of a matter that has reached somebody, or a channel. */
export interface ReachedRow {
  readonly recipientId: string
  readonly matterKey: string
  readonly level: AutomaticLevel
  readonly reachedAt: string
}

/** The kinds of channels. */
export type ChannelKind = 'mail' | 'webhook' | 'dingtalk' | 'feishu' | 'wecom'

/** Where a channel leads, with its keys: never stored or sent but sealed. */
export type ChannelAddress =
  | {
      readonly kind: 'mail'
      readonly host: string
      readonly port: number
      /** TLS from the first byte on (port 465); otherwise STARTTLS where the server offers it. */
      readonly isTls: boolean
      readonly from: string
      readonly user: string
      readonly password: string
    }
  | { readonly kind: 'webhook' | 'dingtalk' | 'feishu'; readonly url: string; readonly secret: string }
  | { readonly kind: 'wecom'; readonly url: string }

/** A channel as it is kept; `sealed` holds its address. */
export interface ChannelRow {
  readonly channelId: string
  readonly kind: ChannelKind
  readonly name: string
  readonly shown: string
  readonly sealed: string
  readonly allowPrivate: boolean
  readonly fromLevel: AutomaticLevel
}

/** Something that has to leave by a channel. `recipient` is a mail address; empty = the channel's own group. */
export interface DeliveryRow {
  readonly deliveryId: string
  readonly channel: ChannelRow
  readonly recipient: string
  readonly content: OutgoingContent
  readonly attempts: number
}

/** How the deliveries of a channel stand, for the administrator. */
export interface ChannelStanding {
  readonly channelId: string
  readonly sent: number
  readonly waiting: number
  readonly failed: number
  readonly lastSentAt: string | null
  /** Why the latest attempt that did not succeed failed, while something of it is open. */
  readonly trouble: Refusal | null
}

/** Encrypts addresses of channels, and sends what has to leave; wired from the adapters. */
export interface Outbound {
  seal(address: ChannelAddress): string
  /** null where it was sealed with another key. */
  open(sealed: string): ChannelAddress | null
  send(message: OutboundMessage): Promise<Result<null>>
}

/** One message on its way out. `now` is the server's clock: signatures carry it. */
export interface OutboundMessage {
  readonly address: ChannelAddress
  readonly allowPrivate: boolean
  readonly deliveryId: string
  readonly recipient: string
  readonly content: OutgoingContent
  readonly now: string
}

/** Rules, messages, channels and what leaves by them, inside one transaction of one region. */
export interface NoticeStore {
  rules(): Promise<readonly RulesRow[]>
  /** False where that version exists: one of two who publish at once wins. */
  addRules(row: {
    readonly version: number
    readonly rules: EscalationRules
    readonly at: string
    readonly by: string
  }): Promise<boolean>
  regionName(): Promise<string>
  /** Everything that is owed at a moment: sheets of the last weeks, orders, problems. */
  openMatters(now: string): Promise<readonly Matter[]>
  dutyHolders(today: LocalDate): Promise<readonly DutyHolder[]>
  preferences(): Promise<readonly PreferenceRow[]>
  savePreference(row: PreferenceRow & { readonly at: string }): Promise<void>
  reached(matterKeys: readonly string[]): Promise<readonly ReachedRow[]>
  addReached(rows: readonly ReachedRow[]): Promise<void>
  /** Writes messages; answers the accounts of those that were written: who has one of that moment already gets no second. */
  addNotices(
    rows: readonly (Notice & { readonly noticeId: string; readonly at: string })[],
  ): Promise<ReadonlySet<string>>
  notices(accountId: string, filter: NoticeFilter): Promise<readonly NoticeRow[]>
  unread(accountId: string): Promise<number>
  /** Marks own messages as read; `null` = all. Answers how many changed. */
  markRead(accountId: string, noticeIds: readonly string[] | null, at: string): Promise<number>
  channels(): Promise<readonly ChannelRow[]>
  addChannel(row: ChannelRow & { readonly at: string; readonly by: string }): Promise<void>
  endChannel(channelId: string, at: string): Promise<boolean>
  channelStandings(): Promise<readonly ChannelStanding[]>
  /** Puts deliveries into the outbox; answers those that were not there yet. `nextAt` is the server's clock. */
  addDeliveries(
    rows: readonly {
      readonly deliveryId: string
      readonly channelId: string
      readonly recipient: string
      readonly moment: string
      readonly content: OutgoingContent
      readonly nextAt: string
    }[],
  ): Promise<ReadonlySet<string>>
  /** Takes waiting deliveries under a lease: until it runs out nobody else sends them. */
  takeDeliveries(lease: {
    readonly holder: string
    readonly serverNow: string
    readonly heldUntil: string
    readonly most: number
  }): Promise<readonly DeliveryRow[]>
  /** Writes what became of a delivery; false where the lease has gone to somebody else. */
  settleDelivery(row: {
    readonly deliveryId: string
    readonly holder: string
    readonly state: 'waiting' | 'sent' | 'failed'
    readonly attempts: number
    readonly nextAt: string
    readonly trouble: Refusal | null
    readonly sentAt: string | null
  }): Promise<boolean>
  /** Lets what failed on a channel wait anew; answers how many. */
  retryFailed(channelId: string, serverNow: string): Promise<number>
  /** Takes or keeps a recurring piece of work of the region; false while another holder has it. */
  takeTask(row: {
    readonly task: string
    readonly holder: string
    readonly serverNow: string
    readonly heldUntil: string
  }): Promise<boolean>
}
