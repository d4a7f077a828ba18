/** What is printed for people, and how it is fitted to a terminal. What documents say is made harmless here. */
@NullMarked
package dev.docent.shell.text;

import org.jspecify.annotations.NullMarked;
