/** The Bot API as this client uses it: calls with outcomes that say whether they took place, downloads, limits. */
@NullMarked
package dev.docent.telegram.api;

import org.jspecify.annotations.NullMarked;
