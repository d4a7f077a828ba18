@NullMarked
package dev.docent.telegram;

import org.jspecify.annotations.NullMarked;
