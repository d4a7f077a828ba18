/** Files that people send: what they may be called, what they may be, and how they come into the folder. */
@NullMarked
package dev.docent.telegram.upload;

import org.jspecify.annotations.NullMarked;
