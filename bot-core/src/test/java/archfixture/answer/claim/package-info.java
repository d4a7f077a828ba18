/** A room of the broken house. */
@NullMarked
package archfixture.answer.claim;

import org.jspecify.annotations.NullMarked;
