/** Messages on their way out: at Telegram's pace, never twice by our doing, never given up for a passing fault. */
@NullMarked
package dev.docent.telegram.sending;

import org.jspecify.annotations.NullMarked;
