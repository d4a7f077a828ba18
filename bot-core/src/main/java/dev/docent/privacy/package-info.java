/** What Docent keeps is its owner's alone: folders and files that no other account of the machine may look into. */
@NullMarked
package dev.docent.privacy;

import org.jspecify.annotations.NullMarked;
