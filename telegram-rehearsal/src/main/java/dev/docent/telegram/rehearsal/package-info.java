/**
 * Telegram without Telegram: a server on this machine that speaks the Bot API, holds every request against what
 * Telegram allows, and misbehaves on demand. Tests run the bot against it, and so does a person in a terminal who wants
 * to try the bot before there is a token.
 */
@NullMarked
package dev.docent.telegram.rehearsal;

import org.jspecify.annotations.NullMarked;
