/** What {@code docent doctor} looks at, and what it says of it. */
@NullMarked
package dev.docent.shell.doctor;

import org.jspecify.annotations.NullMarked;
