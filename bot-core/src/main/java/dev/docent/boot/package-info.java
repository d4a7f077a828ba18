/**
 * Docent's settings as the two programs read them, and its beans. An application of somebody else takes the starter. The only package
 * of the core that imports Spring.
 */
@NullMarked
package dev.docent.boot;

import org.jspecify.annotations.NullMarked;
