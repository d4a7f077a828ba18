/** The bot's store in PostgreSQL, which several replicas share. */
@NullMarked
package dev.docent.postgresql;

import org.jspecify.annotations.NullMarked;
