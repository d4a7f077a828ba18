/** What must survive a crash: updates received and not yet answered, who may do what, and what was answered. */
@NullMarked
package dev.docent.telegram.store;

import org.jspecify.annotations.NullMarked;
