/** A room of the broken house. */
@NullMarked
package archfixture.retrieval;

import org.jspecify.annotations.NullMarked;
