/** What is forgotten: by its age, or because somebody wants it. */
@NullMarked
package dev.docent.telegram.privacy;

import org.jspecify.annotations.NullMarked;
