/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.html;

import org.jspecify.annotations.NullMarked;
