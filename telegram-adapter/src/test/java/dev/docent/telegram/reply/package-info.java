@NullMarked
package dev.docent.telegram.reply;

import org.jspecify.annotations.NullMarked;
