/**
 * Sees to it that the index is in line with the folder: before a command needs it, behind the prompt, and while the folder
 * is edited.
 */
@NullMarked
package dev.docent.shell.index;

import org.jspecify.annotations.NullMarked;
