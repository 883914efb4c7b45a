/** A mailbox as shown: name without control characters (may be empty), address at most 320 characters. */
export interface MailAddress {
  name: string;
  email: string;
}

export interface MailAttachment {
  /** A name that is safe to show and to write to any disk; unique within the message. */
  name: string;
  /** What the sender says it is, lower case. */
  mediaType: string;
  /** What the bytes say it is, or null when they say nothing (plain text does not). */
  sniffedType: string | null;
  bytes: Uint8Array;
  /** SHA-256 of `bytes`, lower-case hex. */
  sha256: string;
  disposition: string | null;
  /** Content-ID without angle brackets, or null. */
  contentId: string | null;
  /** True for a picture that the HTML of the message refers to. */
  related: boolean;
}

/** One message, read. Every text in it is well-formed and free of control characters except tab and line end in `text`. */
export interface ParsedMail {
  /** Message ids without angle brackets. */
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: MailAddress | null;
  replyTo: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  /** At most 300 characters; empty when the message has none. */
  subject: string;
  /** The plain text, at most 200,000 characters, cut between two characters as a reader sees them. */
  text: string;
  textTruncated: boolean;
  /** Length of the whole text in UTF-16 units. */
  textLength: number;
  hasHtml: boolean;
  /** The Date header as UTC ISO, or null when it is missing or names no instant. */
  dateHeader: string | null;
  /** The time in the topmost Received header as UTC ISO, or null. */
  topReceived: string | null;
  attachments: MailAttachment[];
  /** What the officer should know before trusting what is shown: full sentences, no technical words. */
  warnings: string[];
  /** A guess by the share of scripts. */
  language: 'hi' | 'en';
  isAutoSubmitted: boolean;
  isBounce: boolean;
  isListMail: boolean;
  /** True when the message says of itself that it is a sample (header X-Nivaran-Sample). */
  isSample: boolean;
}

/** What one message may take. Beyond them the message is still read, but less of it, and a warning says so. */
export const mailLimits = {
  /** A larger file is refused; mail servers stop well below. */
  messageBytes: 50 * 1024 * 1024,
  headerBytes: 1024 * 1024,
  textLines: 300_000,
  parts: 1_000,
  nestingDepth: 50,
  addresses: 500,
  references: 100,
  textLength: 200_000,
  subjectLength: 300,
  /** How much HTML is turned into text, in characters. */
  htmlLength: 4_000_000,
} as const;
