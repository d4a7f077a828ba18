@NullMarked
package dev.docent.telegram.webhook;

import org.jspecify.annotations.NullMarked;
