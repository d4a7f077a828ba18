/**
 * Docent's one inbound port, its settings, and the one place where everything is wired together. Clients see this
 * package, the values it returns and {@code dev.docent.boot}.
 */
@NullMarked
package dev.docent;

import org.jspecify.annotations.NullMarked;
