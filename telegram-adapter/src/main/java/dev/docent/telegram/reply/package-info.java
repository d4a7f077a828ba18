/** How the bot speaks: in the language of whom it speaks to, in the order of each chat, kept through a crash. */
@NullMarked
package dev.docent.telegram.reply;

import org.jspecify.annotations.NullMarked;
