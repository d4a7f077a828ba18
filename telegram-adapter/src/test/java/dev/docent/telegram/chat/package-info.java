@NullMarked
package dev.docent.telegram.chat;

import org.jspecify.annotations.NullMarked;
