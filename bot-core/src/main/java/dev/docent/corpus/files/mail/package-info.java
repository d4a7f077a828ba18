/** Mails, mailboxes, and what came with them. */
@NullMarked
package dev.docent.corpus.files.mail;

import org.jspecify.annotations.NullMarked;
