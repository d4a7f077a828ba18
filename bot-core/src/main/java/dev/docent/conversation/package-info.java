/**
 * A chat's memory: its turns, kept so that a follow-up question can be understood.
 */
@NullMarked
package dev.docent.conversation;

import org.jspecify.annotations.NullMarked;
