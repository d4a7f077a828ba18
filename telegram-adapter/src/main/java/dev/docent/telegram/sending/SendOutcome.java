package dev.docent.telegram.sending;

import dev.docent.telegram.api.ApiFault;

/** What became of a message. */
public sealed interface SendOutcome {

  /** It is there. The chat is another than the one asked for when that has moved. */
  record There(long chat, int message) implements SendOutcome {}

  /** It may be there; sending it again could show it twice. */
  record Perhaps(long chat) implements SendOutcome {}

  /** Nothing can be said in that chat any more. */
  record Gone() implements SendOutcome {}

  /** Telegram won't have it. */
  record Refused(ApiFault.Refused fault) implements SendOutcome {}
}
