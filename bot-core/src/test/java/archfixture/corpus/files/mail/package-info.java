/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.mail;

import org.jspecify.annotations.NullMarked;
