/** A room of the broken house. */
@NullMarked
package archfixture.answer;

import org.jspecify.annotations.NullMarked;
